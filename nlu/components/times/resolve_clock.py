"""Finds the day and the half of the day that a clock time means."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from nlu.components.times.context import Context
from nlu.components.times.partials import Clock, Part, PartOfDay
from nlu.components.times.resolve_part import first_day_of
from nlu.components.times.wallclock import HOUR, day_of, dial_of, on

ONE = timedelta(days=1)
_DAYS = (-2, -1, 0, 1, 2)
_FIRST_MORNING_HOUR = 6
_LATEST_NIGHT_HOUR = 8  # "kl. 8 om natten" is still said in the morning, "kl. 9" is 21
_LATEST_EVENING_SPILL = 3  # "kl. 2 lørdag aften" is after midnight


def resolve_clock(
    clock: Clock,
    day: date | None,
    part: PartOfDay | None,
    ctx: Context,
    *,
    later_than: datetime | None = None,
) -> datetime:
    """Return the moment a clock time means.

    :param later_than: the start of the range that this time ends; the first such time after it is meant.
    """
    if part is not None:
        return _in_part(clock, day, part, ctx)
    if later_than is not None:
        return next(m for m in _dial(clock, day_of(later_than)) if m > later_than)
    if day is not None:
        return _on_day(clock, day, ctx)
    moments = _dial(clock, day_of(ctx.now))
    if ctx.past:
        return [m for m in moments if m <= ctx.now][-1]
    if clock.spoken:
        return next(m for m in moments if m >= ctx.now)
    return next(m for m in moments if m + HOUR > ctx.now and (clock.hour < 24 or m >= ctx.now))


def at_clock(day: date, clock: Clock, *, second_half: bool = False) -> datetime:
    """Return the moment a dial shows the clock time on a day; hour 24 is the midnight that ends it."""
    hours = clock.hour % 12 + 12 * second_half if clock.spoken else clock.hour
    day, dial = day + (hours // 24) * ONE, time(hours % 24, clock.minute, clock.second)
    if clock.zone is not None:
        return datetime.combine(day, dial, UTC) - clock.zone * HOUR
    return on(day, dial)


def _dial(clock: Clock, day: date) -> list[datetime]:
    """Return all moments round a day at which the dial shows this time, in order."""
    halves = (False, True) if clock.spoken else (False,)
    return [at_clock(day + n * ONE, clock, second_half=h) for n in range(-2, 3) for h in halves]


def _on_day(clock: Clock, day: date, ctx: Context) -> datetime:
    """Return the time on a named day: as said ("kl 7 i morgen" 07:00), but today the next one on the dial.

    On another day an hour before six is the afternoon's ("halv to på torsdag" 13:30), unless the night shift
    asks: contract §7 gives the morning example only, and issue 3 lets the shift decide.
    """
    if clock.spoken and day == day_of(ctx.now):
        moments = [at_clock(day, clock, second_half=h) for h in (False, True)]
        if ctx.past:
            return next((m for m in reversed(moments) if m <= ctx.now), moments[0])
        return next((m for m in moments if m >= ctx.now), _literal(day, clock))
    if clock.spoken and clock.hour % 12 < _FIRST_MORNING_HOUR and not _is_night(ctx):
        return at_clock(day, clock, second_half=True)
    return _literal(day, clock)


def _is_night(ctx: Context) -> bool:
    """Say whether the night shift of the unit runs now."""
    start, end = ctx.shifts.night
    now = dial_of(ctx.now)
    return start <= now < end if start < end else now >= start or now < end


def _literal(day: date, clock: Clock) -> datetime:
    return at_clock(day, clock, second_half=clock.spoken and clock.hour == 12)


def _in_part(clock: Clock, day: date | None, part: PartOfDay, ctx: Context) -> datetime:
    if part.habit and day is not None:
        return at_clock(day, clock, second_half=_second_half(clock, part.name))
    if part.near is None and day is None:
        moments = [_placed(clock, ctx.today + n * ONE, part.name) for n in _DAYS]
        if ctx.past:
            return [m for m in moments if m <= ctx.now][-1]
        return next(m for m in moments if m + HOUR > ctx.now)
    return _placed(clock, first_day_of(part, day, ctx), part.name)


def halved(clock: Clock, name: Part) -> Clock:
    """Return the clock time on the 24-hour dial, as a part of the day decides it."""
    if not clock.spoken:
        return clock
    return replace(clock, hour=clock.hour % 12 + 12 * _second_half(clock, name), spoken=False)


def _second_half(clock: Clock, name: Part) -> bool:
    """Say whether a part of the day puts a spoken hour after noon."""
    if not clock.spoken:
        return False
    match name:
        case Part.NIGHT:
            return _LATEST_NIGHT_HOUR < clock.hour < 12
        case Part.EVENING:
            return _LATEST_EVENING_SPILL < clock.hour < 12
        case Part.MORNING | Part.FORENOON:
            return clock.hour == 12
        case Part.MIDDAY:
            return clock.hour < 10 or clock.hour == 12
        case _:
            return True


def _placed(clock: Clock, first_day: date, name: Part) -> datetime:
    """Return the time within a part that begins on a day; after midnight it falls on the next."""
    second = _second_half(clock, name)
    moment = at_clock(first_day, clock, second_half=second)
    spills = name in (Part.NIGHT, Part.EVENING) and clock.hour < 24 and dial_of(moment).hour < 12
    return at_clock(first_day + ONE, clock, second_half=second) if spills else moment
