"""Puts weeks, months, quarters, halves and years on the calendar."""

from datetime import date, timedelta

from nlu.components.times.context import Context, Days, pick
from nlu.components.times.day_partials import Period, Unit

_WEEK = timedelta(days=7)
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF: 6, Unit.YEAR: 12}


def resolve_period(rule: Period, ctx: Context) -> Days | None:
    """Return the days of a period by its number (week 48), its year, or its step from the running one."""
    if rule.unit is Unit.WEEK:
        return _week(rule, ctx)
    months = _MONTHS[rule.unit]
    if rule.unit is Unit.YEAR and rule.year:
        return _months(rule.year, 1, 12)
    if rule.number is None:
        first_month = (ctx.today.month - 1) // months * months + 1
        return _months(*add_months(ctx.today.year, first_month, rule.step * months), months)
    first_month = (rule.number - 1) * months + 1
    if rule.year:
        return _months(rule.year, first_month, months)
    spans = [_months(ctx.today.year + n, first_month, months) for n in (-2, -1, 0, 1, 2)]
    chosen = pick(spans, ctx, rule.step)
    return _months(chosen[0].year + 1, first_month, months) if chosen and rule.again else chosen


def add_months(year: int, month: int, months: int) -> tuple[int, int]:
    """Return the year and month so many months away."""
    years, index = divmod(month - 1 + months, 12)
    return year + years, index + 1


def _months(year: int, month: int, length: int) -> Days:
    return date(year, month, 1), date(*add_months(year, month, length), 1)


def _week(rule: Period, ctx: Context) -> Days | None:
    if rule.number is None:
        monday = ctx.today - timedelta(days=ctx.today.weekday()) + rule.step * _WEEK
        return monday, monday + _WEEK
    years = [rule.year] if rule.year else [ctx.today.isocalendar().year + n for n in (-2, -1, 0, 1, 2)]
    spans = [_iso_week(year, rule.number) for year in years]
    real = [s for s in spans if s]
    chosen = real[0] if rule.year and real else pick(real, ctx, None)
    if chosen and rule.month and rule.month not in (chosen[0].month, (chosen[1] - timedelta(days=1)).month):
        return None
    return chosen


def _iso_week(year: int, number: int) -> Days | None:
    """Return a week by its ISO number; 53 exists in some years only."""
    if number > date(year, 12, 28).isocalendar().week:
        return None
    monday = date.fromisocalendar(year, number, 1)
    return monday, monday + _WEEK
