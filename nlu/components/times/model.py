"""The types a caller meets: the hours of a unit's shifts, and a time mention with its window."""

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

Hours = tuple[time, time]


class Kind(StrEnum):
    """What sort of words a mention is made of; a caller may treat a clock time unlike a whole week."""

    CLOCK = "clock"
    PART_OF_DAY = "part_of_day"
    DAY = "day"
    PERIOD = "period"
    SHIFT = "shift"
    RELATIVE = "relative"
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True)
class ShiftHours:
    """[DK] vagter: when a unit's shifts start and end (contract §1); an end before the start is next day."""

    day: Hours = (time(7), time(15))
    evening: Hours = (time(15), time(23))
    night: Hours = (time(23), time(7))


DEFAULT_SHIFTS = ShiftHours()


@dataclass(frozen=True, slots=True)
class TimeMention:
    """Words that name a time, and the window they mean: `start` included, `end` excluded.

    `span` counts code points of the text as it was given, end exclusive, and `text` is exactly those words.
    `past` = it is about what has been: its clause looks back ("fik", "har ... sovet"), or its own words do
    ("i går", "i morges", "sidste uge"), or the window is over and no verb says that it is planned.
    """

    text: str
    span: tuple[int, int]
    start: datetime
    end: datetime
    kind: Kind
    past: bool = False
