"""A stranger's questions: the window that the words give, against the window expected."""

import json
from datetime import datetime, time
from pathlib import Path
from typing import Any

import pytest

from nlu.components.times import ShiftHours, find_times

QUESTIONS = Path(__file__).parents[4] / "tests" / "data" / "questions"
DEFAULTS = {"day": ["07:00", "15:00"], "evening": ["15:00", "23:00"], "night": ["23:00", "07:00"]}
KINDS = ("plan", "round", "handover", "record")


def lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (QUESTIONS / name).read_text(encoding="utf-8").splitlines()]


def shifts_by_unit(world: list[dict[str, Any]]) -> dict[str, ShiftHours]:
    units = {each["id"]: DEFAULTS | each.get("shifts", {}) for each in world if each["type"] == "care_unit"}
    return {unit: ShiftHours(*(hours(own[shift]) for shift in DEFAULTS)) for unit, own in units.items()}


def hours(pair: list[str]) -> tuple[time, time]:
    return time.fromisoformat(pair[0]), time.fromisoformat(pair[1])


def window(text: str, at: datetime, shifts: ShiftHours) -> tuple[datetime, datetime]:
    """Return the hull of the times named; without any, now until the end of the shift (contract §7)."""
    found = find_times(text, at=at, shifts=shifts, bare_hours=True)
    found = found or find_times("resten af vagten", at=at, shifts=shifts)
    return min(each.start for each in found), max(each.end for each in found)


@pytest.mark.parametrize("name", ["dev", "dev2"])
def test_at_least_97_percent_of_the_questions_that_stand_alone_get_their_window(name: str) -> None:
    world = lines(f"{name}_world.ndjson")
    shifts = shifts_by_unit(world)
    unit_of = {each["id"]: each["care_unit"] for each in world if each["type"] == "citizen"}
    first_unit = {each["id"]: each["care_units"][0] for each in world if each["type"] == "staff"}
    alone = [each for each in lines(f"{name}.jsonl") if "conversation" not in each]
    asked = [each for each in alone if each["expect"].get("window") and each["expect"]["kind"] in KINDS]
    wrong = []
    for each in asked:
        expected = each["expect"]["window"]
        unit = unit_of.get(each["expect"].get("citizen"), first_unit[each["as"]])
        found = window(each["text"], datetime.fromisoformat(each["at"]), shifts[unit])
        if found != tuple(datetime.fromisoformat(expected[end]) for end in ("start", "end")):
            wrong.append(f"{each['id']} {each['text']!r}: {found}, expected {expected}")
    assert len(asked) > 70
    assert len(wrong) <= 0.03 * len(asked), "\n".join(wrong)
