"""`rytme import` and `rytme export`: records in and out (contract §1 and §2)."""

import sys
from pathlib import Path

import click

from assistant.cli.context import CommandFailed, application
from assistant.records.reader import read_file
from assistant.records.writer import write_lines
from assistant.services.record_export import export_citizen, export_records
from assistant.services.record_types import RecordType
from assistant.services.records import Count, ImportRefused, ImportSummary, import_records

_NAMES = {
    RecordType.CARE_UNIT: ("care unit", "care units"),
    RecordType.STAFF: ("staff member", "staff"),
    RecordType.CITIZEN: ("citizen", "citizens"),
    RecordType.GUIDANCE: ("guidance revision", "guidance revisions"),
    RecordType.PLANNED_HELP: ("plan line", "plan lines"),
    RecordType.NOTE: ("note", "notes"),
    RecordType.COMPLETION: ("completion", "completions"),
}
_PROGRESS_EVERY = 10_000


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def import_command(files: tuple[Path, ...]) -> None:
    """Read records from FILES (newline-delimited JSON), each file whole or not at all.

    Importing the same file twice changes nothing. The files are taken in the order given, and the
    first one that is wrong ends the command.
    """
    open_work = application().open_work
    for file in files:
        try:
            summary = import_records(open_work, read_file(file), progress=_progress)
        except ImportRefused as refused:
            raise CommandFailed(f"{file} was not imported, nothing was changed:\n{refused}") from refused
        click.echo(f"{file}: {sentence(summary)}")


@click.command("export")
@click.option("--format", "form", type=click.Choice(["ndjson", "fhir"]), default="ndjson", show_default=True)
@click.option("--citizen", metavar="ID", help="Only what concerns this citizen.")
def export_command(form: str, citizen: str | None) -> None:
    """Write records to standard output, the same records always as the same bytes."""
    if form == "fhir":
        raise CommandFailed("export to FHIR is not built yet; use --format ndjson")
    open_work = application().open_work
    records = export_records(open_work) if citizen is None else export_citizen(open_work, citizen)
    for line in write_lines(records):
        sys.stdout.buffer.write(line)
    sys.stdout.buffer.flush()


def sentence(summary: ImportSummary) -> str:
    """What an import did: `imported: 36 citizens (36 new), 2 notes (1 changed, 1 unchanged)`."""
    parts = [_part(record_type, count) for record_type, count in summary.counts.items()]
    return f"imported: {', '.join(parts)}" if parts else "imported: nothing, the file holds no records"


def _part(record_type: RecordType, count: Count) -> str:
    name = _NAMES[record_type][count.total != 1]
    each = {"new": count.new, "changed": count.changed, "unchanged": count.unchanged}
    return (
        f"{count.total} {name} ({', '.join(f'{number} {what}' for what, number in each.items() if number)})"
    )


def _progress(what: str, count: int) -> None:
    """A line now and then for a person who waits; nothing in a script's log."""
    if count % _PROGRESS_EVERY == 0 and sys.stderr.isatty():
        click.echo(f"{count} records {what} …", err=True)
