"""The windows of parts of the day: which hours, and which day they begin on."""

from datetime import date, datetime, time, timedelta

from nlu.components.times.context import Context
from nlu.components.times.partials import Part, PartOfDay
from nlu.components.times.wallclock import dial_of, on

ONE = timedelta(days=1)
HOURS = {
    Part.MORNING: (time(6), time(9)),
    Part.FORENOON: (time(9), time(12)),
    Part.MIDDAY: (time(11, 30), time(13)),
    Part.AFTERNOON: (time(12), time(17)),
    Part.EVENING: (time(17), time(23)),
    Part.NIGHT: (time(23), time(7)),
}
_NIGHT_ENDS = HOURS[Part.NIGHT][1]

Window = tuple[datetime, datetime]


def part_window(name: Part, first_day: date) -> Window:
    """Return the window of a part that begins on a day; a night ends on the next."""
    start, end = HOURS[name]
    return on(first_day, start), on(first_day + ONE if end <= start else first_day, end)


def first_day_of(part: PartOfDay, day: date | None, ctx: Context) -> date:
    """Return the day a part begins on: the day said, else the one that words, clock and tense lead to."""
    if day is not None:
        return day - ONE if part.ends_on_day else day
    if part.name is Part.NIGHT:
        return _night(part, ctx)
    if part.near is not None:
        return ctx.today + part.near * ONE
    start, end = part_window(part.name, ctx.today)
    if ctx.past:
        return ctx.today if start <= ctx.now else ctx.today - ONE
    return ctx.today if end > ctx.now else ctx.today + ONE


def _night(part: PartOfDay, ctx: Context) -> date:
    """Return the evening a night belongs to: running, coming or, in the past, the last."""
    if part.near == -1 or dial_of(ctx.now) < _NIGHT_ENDS:
        return ctx.today - ONE
    return ctx.today - ONE if ctx.past else ctx.today
