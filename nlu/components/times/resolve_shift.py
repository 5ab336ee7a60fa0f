"""The windows of shifts, by the hours of the unit."""

from datetime import date, timedelta

from nlu.components.times.context import Context
from nlu.components.times.partials import ShiftName, ShiftRef
from nlu.components.times.resolve_part import Window
from nlu.components.times.wallclock import on

ONE = timedelta(days=1)


def shift_window(ref: ShiftRef, day: date | None, ctx: Context) -> Window | None:
    """Return the window of a shift; a night shift belongs to the date of its evening."""
    if ref.name is None:
        return _stepped(_all(ctx), ref.step, ctx)
    if day is not None:
        return _on(ref.name, day, ctx)
    windows = [_on(ref.name, ctx.today + n * ONE, ctx) for n in (-2, -1, 0, 1, 2)]
    if ref.step:
        return _stepped(windows, ref.step, ctx)
    running = [w for w in windows if w[0] <= ctx.now < w[1]]
    if running:
        return running[-1]
    if ctx.past or ctx.handover:
        return [w for w in windows if w[0] <= ctx.now][-1]
    return windows[2]


def running_shift(ctx: Context) -> Window:
    """Return the shift that runs now, the one begun last if two overlap, or else the next one."""
    windows = _all(ctx)
    running = [w for w in windows if w[0] <= ctx.now < w[1]]
    return running[-1] if running else next(w for w in windows if w[0] > ctx.now)


def _stepped(windows: list[Window], step: int, ctx: Context) -> Window | None:
    if step == 0:
        return running_shift(ctx)
    if step > 0:
        return next((w for w in windows if w[0] > ctx.now), None)
    return next((w for w in sorted(windows, key=lambda w: w[1], reverse=True) if w[1] <= ctx.now), None)


def _all(ctx: Context) -> list[Window]:
    return sorted(_on(name, ctx.today + n * ONE, ctx) for name in ShiftName for n in (-1, 0, 1, 2))


def _on(name: ShiftName, day: date, ctx: Context) -> Window:
    hours = {
        ShiftName.DAY: ctx.shifts.day,
        ShiftName.EVENING: ctx.shifts.evening,
        ShiftName.NIGHT: ctx.shifts.night,
    }[name]
    start, end = hours
    return on(day, start), on(day + ONE if end <= start else day, end)
