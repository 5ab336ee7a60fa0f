"""The demo district is always of this week: whole weeks are added, nothing lies in the future."""

from datetime import datetime
from typing import Any

import pytest

from assistant.demo.week import in_the_week_of

WRITTEN = "2026-11-23T14:00:00+01:00"


def moved(record: dict[str, Any], now: str) -> dict[str, Any]:
    return next(in_the_week_of([record], datetime.fromisoformat(now)))


@pytest.mark.parametrize("now", ["2026-11-23T00:00:00+01:00", "2026-11-29T23:59:00+01:00"])
def test_in_the_week_it_was_written_for_nothing_moves(now: str) -> None:
    line = {"type": "planned_help", "valid_from": "2026-11-24"}
    assert moved(line, now) == line


def test_weeks_later_the_weekday_stays() -> None:
    line = {"type": "planned_help", "valid_from": "2026-11-24", "valid_to": None}
    assert moved(line, "2027-01-14T10:00:00+01:00") == {
        "type": "planned_help",
        "valid_from": "2027-01-12",
        "valid_to": None,
    }


def test_a_clock_time_stays_across_the_change_to_summer_time() -> None:
    note = {"type": "note", "at": "2026-11-23T07:20:00+01:00"}
    assert moved(note, "2027-06-10T10:00:00+02:00")["at"] == "2027-06-07T07:20:00+02:00"


def test_just_after_midnight_on_monday_the_new_week_has_begun() -> None:
    line = {"type": "planned_help", "valid_from": "2026-11-23"}
    assert moved(line, "2026-11-29T23:30:00+00:00")["valid_from"] == "2026-11-30"


def test_a_birthday_stays_and_days_within_lists_move() -> None:
    record = {
        "type": "citizen",
        "birth_date": "1941-03-14",
        "follow_ups": [{"text": "ring den 2026-11-24 kl. 9", "due": "2026-11-24"}],
    }
    assert moved(record, "2026-12-01T10:00:00+01:00") == {
        "type": "citizen",
        "birth_date": "1941-03-14",
        "follow_ups": [{"text": "ring den 2026-11-24 kl. 9", "due": "2026-12-01"}],
    }


def test_the_last_day_of_a_recurrence_moves() -> None:
    line = {"type": "planned_help", "recurrence": "FREQ=DAILY;UNTIL=20261130;INTERVAL=2"}
    assert moved(line, "2026-12-01T10:00:00+01:00")["recurrence"] == "FREQ=DAILY;UNTIL=20261207;INTERVAL=2"


def test_what_lies_in_the_future_is_left_out() -> None:
    records = [
        {"type": "note", "id": "earlier", "at": "2026-11-23T13:59:00+01:00"},
        {"type": "note", "id": "now", "at": WRITTEN},
        {"type": "completion", "id": "later", "at": "2026-11-23T14:01:00+01:00"},
    ]
    kept = in_the_week_of(records, datetime.fromisoformat(WRITTEN))
    assert [each["id"] for each in kept] == ["earlier", "now"]
