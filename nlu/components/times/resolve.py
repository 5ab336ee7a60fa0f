"""Closes a moment: pieces of a mention become a window of real time."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from nlu.components.times.context import Context
from nlu.components.times.day_partials import Ahead
from nlu.components.times.model import Kind
from nlu.components.times.partials import Moment, Part, PartOfDay, ShiftName
from nlu.components.times.resolve_clock import resolve_clock
from nlu.components.times.resolve_day import resolve_day
from nlu.components.times.resolve_part import Window, first_day_of, part_window
from nlu.components.times.resolve_shift import shift_window
from nlu.components.times.wallclock import HOUR, midnight

ONE = timedelta(days=1)
_PART_OF_SHIFT = {ShiftName.DAY: None, ShiftName.EVENING: Part.EVENING, ShiftName.NIGHT: Part.NIGHT}


@dataclass(frozen=True, slots=True)
class Resolved:
    """A window and the sort of words it came from."""

    start: datetime
    end: datetime
    kind: Kind


def resolve_point(moment: Moment, ctx: Context, *, later_than: datetime | None = None) -> Resolved | None:
    """Return the window of a moment without bounds; None if its words contradict the calendar."""
    days = None
    if moment.day is not None:
        days = resolve_day(moment.day, ctx)
        if days is None:
            return None
    day = days[0] if days else None
    if moment.clock is not None:
        start = resolve_clock(moment.clock, day, _part_for_clock(moment), ctx, later_than=later_than)
        return Resolved(start, start + HOUR, Kind.CLOCK)
    if moment.shift is not None:
        return _with_kind(shift_window(moment.shift, day, ctx), Kind.SHIFT)
    if moment.part is not None and (days is None or days[1] - days[0] == ONE):
        window = part_window(moment.part.name, first_day_of(moment.part, day, ctx))
        if moment.part.ahead and day is None and (ctx.past or window[1] <= ctx.now):
            return None
        return _with_kind(window, Kind.PART_OF_DAY)
    if days is None:
        return None
    kind = Kind.RELATIVE if isinstance(moment.day, Ahead) else _kind_of_days(days)
    return _with_kind((midnight(days[0]), midnight(days[1])), kind)


def _part_for_clock(moment: Moment) -> PartOfDay | None:
    """Return the part that decides the half of the day; a shift decides it like its part."""
    if moment.part is not None or moment.shift is None or moment.shift.name is None:
        return moment.part
    name = _PART_OF_SHIFT[moment.shift.name]
    return PartOfDay(name, 0 if moment.day is None else None) if name else None


def _kind_of_days(days: tuple[date, date]) -> Kind:
    return Kind.DAY if days[1] - days[0] == ONE else Kind.PERIOD


def _with_kind(window: Window | None, kind: Kind) -> Resolved | None:
    return Resolved(*window, kind) if window else None
