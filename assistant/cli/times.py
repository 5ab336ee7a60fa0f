"""`rytme times`: what windows the time words of texts mean."""

import json
from pathlib import Path

import click

from assistant.cli.batch import batch_lines, instant
from assistant.cli.context import CommandFailed, application
from assistant.domain.care_unit import ShiftHours
from nlu.components.times import ShiftHours as SpokenShifts
from nlu.components.times import resolve_window

_FIELDS = {"id": True, "text": True, "at": False}


@click.command("times")
@click.option(
    "--at", metavar="TIME", help="The clock of lines without an `at` of their own, ISO 8601 with offset."
)
@click.option("--care-unit", metavar="ID", help="Whose shift hours hold; without it the default hours.")
@click.option("--batch", type=click.Path(path_type=Path), required=True, help='Lines of {"id","text","at?"}.')
@click.option("--json", "as_json", is_flag=True, required=True, help="Print JSON (the only form there is).")
def times_command(at: str | None, care_unit: str | None, batch: Path, as_json: bool) -> None:
    """Print {"id","start","end"} for each line of FILE; both null where the text names no time."""
    shifts = _spoken(_shift_hours(care_unit) if care_unit else ShiftHours())
    for line in batch_lines(batch, _FIELDS):
        asked_at = line.get("at") or at
        if asked_at is None:
            raise CommandFailed(
                f"line {line['id']!r} has no `at`; give it one, or give --at TIME for all lines"
            )
        window = resolve_window(line["text"], at=instant(asked_at), shifts=shifts)
        start, end = (window.start.isoformat(), window.end.isoformat()) if window else (None, None)
        print(json.dumps({"id": line["id"], "start": start, "end": end}, ensure_ascii=False))


def _shift_hours(care_unit: str) -> ShiftHours:
    with application().open_work() as work:
        found = work.care_units.find([care_unit])
        if care_unit not in found:
            known = ", ".join(each.id for each in work.care_units.everything()) or "none"
            raise CommandFailed(f"no care unit has the id {care_unit!r}; known: {known}")
        return found[care_unit].shifts


def _spoken(shifts: ShiftHours) -> SpokenShifts:
    return SpokenShifts(shifts.day, shifts.evening, shifts.night)
