"""Closes ranges: from one time to another, from now to a time, and lengths of time before or after now."""

from dataclasses import replace
from datetime import datetime, timedelta

from nlu.components.times.context import Context
from nlu.components.times.day_partials import (
    Date,
    DayOffset,
    Holiday,
    Period,
    Season,
    Weekday,
)
from nlu.components.times.model import Kind
from nlu.components.times.partials import Bounds, Clock, Moment, Part, Reach
from nlu.components.times.resolve import Resolved, resolve_point
from nlu.components.times.resolve_clock import at_clock, halved
from nlu.components.times.resolve_length import measured
from nlu.components.times.resolve_part import HOURS, first_day_of, part_window
from nlu.components.times.resolve_shift import running_shift
from nlu.components.times.wallclock import day_of, dial_of, midnight, on

ONE = timedelta(days=1)


def resolve(moment: Moment, ctx: Context) -> Resolved | None:
    """Return the window of a moment, with or without bounds; None when nothing real is left of it."""
    found = resolve_point(moment, ctx) if moment.bounds is None else _ranged(moment.bounds, moment, ctx)
    return found if found and found.start < found.end else None


def _ranged(bounds: Bounds, around: Moment, ctx: Context) -> Resolved | None:
    match bounds.reach:
        case Reach.BETWEEN:
            return _between(bounds, around, ctx)
        case Reach.UNTIL | Reach.BEFORE | Reach.THROUGH:
            return _until(bounds, around, ctx)
        case Reach.AFTER:
            return _after(bounds, around, ctx)
        case Reach.SINCE:
            begun = resolve_point(_inside(bounds.first, around), replace(ctx, past=True))
            return _relative(begun.start, ctx.now, Kind.INTERVAL) if begun else None
        case Reach.REST | Reach.SO_FAR:
            return _part_of(bounds, around, ctx)
        case Reach.GOING_HOME:
            return _relative(ctx.now, running_shift(ctx)[1])
        case _:
            return measured(bounds, ctx)


def _relative(start: datetime, end: datetime, kind: Kind = Kind.RELATIVE) -> Resolved:
    return Resolved(start, end, kind)


def _inside(end: Moment | None, around: Moment) -> Moment:
    """Return one end of a range with the day and part that were said for the whole of it."""
    end = end or Moment()
    day = end.day or (around.day if end.part is None or end.part.near is None else None)
    return replace(end, day=day, part=end.part or (around.part if end.clock and end.day is None else None))


def _between(bounds: Bounds, around: Moment, ctx: Context) -> Resolved | None:
    first, last = bounds.first or Moment(), bounds.last or Moment()
    shared = Moment(
        day=around.day or (last.day if last.clock else None),
        part=around.part or (last.part if last.clock else None),
    )
    opening = _inside(first, shared if first.clock else around)
    if opening.clock and opening.clock.spoken and _is_24_hour(last, opening.clock) and opening.part is None:
        opening = replace(opening, clock=replace(opening.clock, spoken=False))
    start = resolve_point(opening, ctx)
    if start is None:
        return None
    if last.clock and last.day and first.clock and first.day is None:
        return _ending_on_a_day(opening, last, ctx)
    if last.clock and last.day is None:
        fixed = halved(last.clock, last.part.name) if last.part else last.clock
        end = resolve_point(Moment(clock=fixed), ctx, later_than=start.start)
        return _relative(start.start, end.start, Kind.INTERVAL) if end else None
    if last.clock and last.clock.spoken and not last.part and last.day == DayOffset(0):
        halves = [at_clock(ctx.today, last.clock, second_half=half) for half in (False, True)]
        later = next((each for each in halves if each > start.start), halves[1])
        return _relative(start.start, later, Kind.INTERVAL)
    from_start = isinstance(last.day, Weekday | Date | Period | Holiday | Season)
    closing = resolve_point(last, replace(ctx, today=day_of(start.start), past=False) if from_start else ctx)
    if closing is None:
        return None
    whole = last.clock is None and last.part is None
    return _relative(start.start, closing.end if whole else closing.start, Kind.INTERVAL)


def _ending_on_a_day(opening: Moment, last: Moment, ctx: Context) -> Resolved | None:
    """Return "mellem 14 og 16 på fredag"; "fra 22 til 6 i morgen" begins the day before.

    Of the two readings of a spoken end the nearer is meant.
    """
    start, end = resolve_point(opening, ctx), resolve_point(last, ctx)
    if start is None or end is None:
        return None
    ends = [end.start]
    if last.clock and last.clock.spoken and last.part is None:
        ends = [at_clock(day_of(end.start), last.clock, second_half=half) for half in (False, True)]
    eve = on(day_of(start.start) - ONE, dial_of(start.start))
    windows = [(start.start if start.start < each else eve, each) for each in ends]
    return _relative(*min(windows, key=lambda w: w[1] - w[0]), Kind.INTERVAL)


def _is_24_hour(end: Moment, opening: Clock) -> bool:
    """Say whether a range's end is a 24-hour time without a day of its own, which makes its start one too."""
    clock = end.clock
    if clock is None or end.day is not None:
        return False
    return clock.hour >= 13 or (not clock.spoken and opening.hour <= clock.hour)


def _until(bounds: Bounds, around: Moment, ctx: Context) -> Resolved | None:
    last = bounds.last or Moment()
    ahead = None if ctx.past or last.day or last.part or around.day or around.part else ctx.now
    closing = resolve_point(_inside(last, around), ctx, later_than=ahead)
    if closing is None:
        return None
    included = bounds.reach is Reach.THROUGH and last.clock is None
    end = closing.end if included else closing.start
    if end <= ctx.now and last.clock is None and not ctx.past:
        return None  # "før dagens første tablet" is no time that is still to come
    said_for_a_day = around.day or around.part or (bounds.reach is Reach.BEFORE and last.day and last.clock)
    start = ctx.now
    if said_for_a_day or end <= ctx.now:
        whole = (
            resolve_point(Moment(day=around.day or last.day, part=around.part), ctx)
            if said_for_a_day
            else None
        )
        start = whole.start if whole else midnight(day_of(end - timedelta(microseconds=1)))
        start = max(start, ctx.now) if start <= ctx.now < end and not ctx.past else start
    return _relative(start, end, Kind.INTERVAL)


def _after(bounds: Bounds, around: Moment, ctx: Context) -> Resolved | None:
    """Return what follows a time: "efter frokost" is the contract's 13-17, else until the day ends."""
    first = _inside(bounds.first, around)
    if first.part is not None and first.part.name is Part.MIDDAY and first.clock is None:
        opening = resolve_point(Moment(day=first.day), ctx) if first.day else None
        day = day_of(opening.start) if opening else ctx.today
        return _relative(on(day, HOURS[Part.MIDDAY][1]), on(day, HOURS[Part.AFTERNOON][1]), Kind.INTERVAL)
    opening = resolve_point(first, ctx)
    if opening is None:
        return None
    start = opening.start if first.clock else opening.end
    return _relative(start, midnight(day_of(start) + ONE), Kind.INTERVAL)


def _part_of(bounds: Bounds, around: Moment, ctx: Context) -> Resolved | None:
    """Return what is left of a period, or what has passed of it."""
    last = bounds.last or Moment()
    if last.part is not None and last.part.near is None and last.day is None and last.clock is None:
        window = part_window(last.part.name, first_day_of(last.part, None, ctx))
        whole: Resolved | None = _relative(*window)
    else:
        whole = resolve_point(_inside(last, around), ctx)
    if whole is None:
        return None
    if bounds.reach is Reach.SO_FAR:
        return _relative(whole.start, min(whole.end, ctx.now)) if whole.start < ctx.now else None
    over = whole.end <= ctx.now  # "kom hun tilbage i går": nothing of it is left, so all of it is meant
    return _relative(whole.start if over else max(whole.start, ctx.now), whole.end)
