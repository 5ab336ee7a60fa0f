"""Places days inside a period: "sidste hverdag i måneden", "starten af næste uge"."""

from dataclasses import replace
from datetime import date, timedelta

from nlu.components.times.context import Context, Days
from nlu.components.times.day_partials import Slice, Unit, Within
from nlu.components.times.resolve_period import add_months, resolve_period

ONE = timedelta(days=1)
_SATURDAY = 5
_COUNTS = {Unit.DAY: frozenset(range(7)), Unit.WORKDAY: frozenset(range(5))}  # weekdays, 0 = Monday


def within(rule: Within, ctx: Context) -> Days | None:
    """Return the n-th of its kind in the period; of a month without a year, the next that is not over."""
    inside = rule.inside
    found = _nth(rule, resolve_period(inside, ctx))
    if (
        found
        and found[1] <= ctx.today
        and inside.number
        and inside.year is None
        and not (ctx.past or inside.step)
    ):
        return _nth(rule, resolve_period(replace(inside, year=found[0].year + 1), ctx))
    return found


def _nth(rule: Within, inside: Days | None) -> Days | None:
    if inside is None:
        return None
    first, end = inside
    days = [first + n * ONE for n in range((end - first).days)]
    if rule.unit is Unit.WEEK:
        starts = [d for d in days if d.weekday() == 0 and d + 7 * ONE <= end] if rule.nth < 0 else days
        starts = [d for d in starts if d.weekday() == 0]
        length = 7 * ONE
    elif rule.unit is Unit.WEEKEND:
        starts, length = [d for d in days if d.weekday() == _SATURDAY], 2 * ONE
    else:
        wanted = {rule.weekday} if rule.weekday is not None else _COUNTS[rule.unit]
        starts = [d for d in days if d.weekday() in wanted]
        length = ONE
    index = rule.nth if rule.nth < 0 else rule.nth - 1
    return (
        (starts[index], starts[index] + length) if -len(starts) <= index < len(starts) and rule.nth else None
    )


def piece_of(rule: Slice, ctx: Context) -> Days | None:
    """Return some days of a month or week, or some months of a year."""
    inside = resolve_period(rule.inside, ctx)
    if inside is None:
        return None
    if rule.inside.unit is Unit.WEEK:
        return inside[0] + rule.first * ONE, inside[0] + rule.last * ONE
    if rule.inside.unit is Unit.YEAR:
        year = inside[0].year
        return date(year, rule.first + 1, 1), date(*add_months(year, 1, rule.last), 1)
    return inside[0] + (rule.first - 1) * ONE, min(inside[1], inside[0] + rule.last * ONE)
