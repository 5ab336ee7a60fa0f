"""What the grammar understands before a clock and a calendar are at hand: times with open places.

A `Moment` collects the pieces that belong together ("onsdag", "eftermiddag", "kl. 3"); resolve.py closes it.
"""

from dataclasses import dataclass
from enum import StrEnum, auto

from nlu.components.times.day_partials import DayRule, Duration, Unit, day_looks_back


class Part(StrEnum):
    """The parts of a day of contract §7."""

    MORNING = auto()
    FORENOON = auto()
    MIDDAY = auto()
    AFTERNOON = auto()
    EVENING = auto()
    NIGHT = auto()


class ShiftName(StrEnum):
    """The three shifts of a unit."""

    DAY = auto()
    EVENING = auto()
    NIGHT = auto()


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day. `spoken` = one of 1-12 that may mean either half of the day; hour 24 ends its day.

    `zone` = hours east of Greenwich where the words name a time zone, otherwise Copenhagen's clock.
    """

    hour: int
    minute: int = 0
    second: int = 0
    spoken: bool = False
    zone: int | None = None


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """A part of a day: `near` = days from today if the words say so; `habit` = "om aftenen".

    `said_past` = the word itself looks back ("i morges"); `ahead` = it is a time only while still to come.
    """

    name: Part
    near: int | None = None
    habit: bool = False
    ends_on_day: bool = False
    said_past: bool = False
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class ShiftRef:
    """A shift by its name, or (None) whichever runs; `step` -1/+1 = the last/next one."""

    name: ShiftName | None
    step: int = 0


class Reach(StrEnum):
    """How a range is bounded."""

    BETWEEN = auto()
    UNTIL = auto()
    BEFORE = auto()
    THROUGH = auto()
    AFTER = auto()
    SINCE = auto()
    REST = auto()
    SO_FAR = auto()
    ROLLING = auto()
    INSTANT = auto()
    GOING_HOME = auto()


_BACKWARD = (Reach.SINCE, Reach.SO_FAR)


@dataclass(frozen=True, slots=True)
class Bounds:
    """A range: its ends as moments, or a duration before (-1) or after (+1) now.

    `counted` = the calendar unit of a duration without an article: "næste to uger" beside "de næste to uger".
    """

    reach: Reach
    first: "Moment | None" = None
    last: "Moment | None" = None
    duration: Duration | None = None
    sign: int = 1
    counted: Unit | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """The pieces of one mention; at least one of them is set."""

    day: DayRule | None = None
    part: PartOfDay | None = None
    clock: Clock | None = None
    shift: ShiftRef | None = None
    bounds: Bounds | None = None

    @property
    def looks_back(self) -> bool:
        """Say whether the words are past by themselves: "i går", "i morges", "for en time siden"."""
        if self.bounds is not None and (self.bounds.sign < 0 or self.bounds.reach in _BACKWARD):
            return True
        if self.part is not None and (self.part.said_past or (self.part.near or 0) < 0):
            return True
        if self.shift is not None and self.shift.step < 0:
            return True
        return self.day is not None and day_looks_back(self.day)
