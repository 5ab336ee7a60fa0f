"""Moves the demo district to the present week: it was written for the week of Monday 23 November 2026."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from assistant.domain.wall_clock import local, local_day, wall_time

WRITTEN_FOR = date(2026, 11, 23)
DAY = re.compile(r"\d{4}-\d\d-\d\d")
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)")
LAST_DAY_OF_RULE = re.compile(r"(?<=UNTIL=)\d{8}")

# a citizen does not grow younger from week to week
NEVER_MOVED = frozenset({"birth_date"})

Record = dict[str, Any]


def in_the_week_of(records: Iterable[Record], now: datetime) -> Iterator[Record]:
    """The records moved by whole weeks, without the notes and completions that lie after `now`.

    Weekdays stay, and clock times too, across the change to and from summer time.
    """
    monday = local_day(now) - timedelta(days=local_day(now).weekday())
    shift = monday - WRITTEN_FOR
    for each in records:
        moved = {name: value if name in NEVER_MOVED else _moved(value, shift) for name, value in each.items()}
        if "at" not in moved or datetime.fromisoformat(moved["at"]) <= now:
            yield moved


def _moved(value: Any, shift: timedelta) -> Any:
    if isinstance(value, list):
        return [_moved(each, shift) for each in value]
    if isinstance(value, dict):
        return {name: _moved(each, shift) for name, each in value.items()}
    if not isinstance(value, str):
        return value
    if DAY.fullmatch(value):
        return (date.fromisoformat(value) + shift).isoformat()
    if INSTANT.fullmatch(value):
        then = local(datetime.fromisoformat(value))
        return wall_time(then.date() + shift, then.time()).isoformat()
    return LAST_DAY_OF_RULE.sub(lambda found: _moved_rule_day(found[0], shift), value)


def _moved_rule_day(day: str, shift: timedelta) -> str:
    moved = datetime.strptime(day, "%Y%m%d").replace(tzinfo=UTC) + shift
    return moved.strftime("%Y%m%d")
