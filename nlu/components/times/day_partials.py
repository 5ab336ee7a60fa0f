"""The ways words name a day or a stretch of days, before a calendar is at hand; resolve_day.py has one."""

from dataclasses import dataclass
from enum import StrEnum, auto


class Unit(StrEnum):
    """Calendar periods that have a number or a neighbour."""

    DAY = auto()
    WORKDAY = auto()
    WEEKEND = auto()
    WEEK = auto()
    MONTH = auto()
    QUARTER = auto()
    HALF = auto()
    YEAR = auto()


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time; months and days follow the calendar, seconds really pass."""

    months: int = 0
    days: int = 0
    seconds: int = 0
    years_only: bool = False


@dataclass(frozen=True, slots=True)
class DayOffset:
    """So many days from today."""

    days: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday: `step` +1 the next, -1 the latest past, 0 as the tense says; `hops` weeks further."""

    weekday: int
    step: int = 0
    hops: int = 0


@dataclass(frozen=True, slots=True)
class Date:
    """A day of a month; what is not said is None. `step` months from this one ("i næste måned").

    Here and below `near_year` is a year counted from the running one: "juleaften sidste år".
    """

    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    step: int | None = None
    near_year: int | None = None


@dataclass(frozen=True, slots=True)
class Holiday:
    """A feast by its key in holidays.py."""

    key: str
    year: int | None = None
    step: int = 0
    near_year: int | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A whole week, month, quarter, half or year, `step` from the running one, or by its `number` (week 48).

    `month` is said of a week ("uge 20 i maj"); a week outside it names no time. `again` = one further
    ("næste marts igen").
    """

    unit: Unit
    step: int = 0
    number: int | None = None
    year: int | None = None
    month: int | None = None
    near_year: int | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class Season:
    """Three calendar months; `step` None = the running or next such."""

    first_month: int
    step: int | None = None
    year: int | None = None
    near_year: int | None = None


@dataclass(frozen=True, slots=True)
class Weekend:
    """Saturday and Sunday; `step` None = the running or coming one."""

    step: int | None = None
    week: Period | None = None


@dataclass(frozen=True, slots=True)
class Within:
    """The n-th (-1: last) weekday, day, workday or week of a period; without a weekday, `unit` is counted."""

    nth: int
    inside: Period
    unit: Unit = Unit.DAY
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Slice:
    """Some days of a month (counted from 1) or of a week (from 0), or some months of a year (from 0)."""

    inside: Period
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Ahead:
    """The day so far from today, or from another day ("to dage før jul").

    `stretch` = all the days between, "ugen efter påske".
    """

    duration: Duration
    sign: int
    origin: "DayRule | None" = None
    stretch: bool = False


def day_looks_back(rule: "DayRule") -> bool:
    """Say whether the words of a day are past by themselves: "i går", "i fredags", "sidste uge"."""
    match rule:
        case DayOffset():
            return rule.days < 0
        case Ahead():
            return rule.sign < 0 and rule.origin is None
        case Within() | Slice():
            return rule.inside.step < 0
        case _:
            return (rule.step or 0) < 0


DayRule = DayOffset | Weekday | Date | Holiday | Period | Season | Weekend | Within | Slice | Ahead
