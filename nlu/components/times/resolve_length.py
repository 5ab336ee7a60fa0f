"""Closes lengths of time: before or after now, or whole days and weeks beside the running ones."""

from datetime import datetime, timedelta

from nlu.components.times.context import Context
from nlu.components.times.day_partials import Duration, Period, Unit
from nlu.components.times.model import Kind
from nlu.components.times.partials import Bounds, Reach
from nlu.components.times.resolve import Resolved
from nlu.components.times.resolve_day import moved
from nlu.components.times.resolve_period import resolve_period
from nlu.components.times.wallclock import HOUR, day_of, dial_of, midnight, on

ONE = timedelta(days=1)


def measured(bounds: Bounds, ctx: Context) -> Resolved:
    """Return a length of time before or after now, or the hour at its far end."""
    if bounds.counted and ctx.phrase:
        return _counted(bounds.counted, bounds.duration or Duration(), bounds.sign, ctx)
    far = _moved(ctx.now, bounds.duration or Duration(), bounds.sign)
    if bounds.reach is Reach.INSTANT:
        return _window(far, far + HOUR)
    return _window(min(ctx.now, far), max(ctx.now, far))


def _counted(unit: Unit, length: Duration, sign: int, ctx: Context) -> Resolved:
    """Return so many whole days, weeks, months or years beside the running one."""
    running = (ctx.today, ctx.today + ONE) if unit is Unit.DAY else resolve_period(Period(unit), ctx)
    near = (running or (ctx.today, ctx.today))[sign > 0]
    far = moved(near, length, sign)
    return _window(midnight(min(near, far)), midnight(max(near, far)))


def _moved(moment: datetime, duration: Duration, sign: int) -> datetime:
    """Return the moment so far away: months and days by the calendar, seconds as they pass."""
    if duration.months or duration.days:
        moment = on(moved(day_of(moment), duration, sign), dial_of(moment))
    return moment + sign * timedelta(seconds=duration.seconds)


def _window(start: datetime, end: datetime) -> Resolved:
    return Resolved(start, end, Kind.RELATIVE)
