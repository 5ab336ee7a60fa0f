"""Puts days on the calendar: every day rule of partials.py becomes a first day and a day after the last."""

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from nlu.components.times.context import Context, Days, pick
from nlu.components.times.day_partials import (
    Ahead,
    Date,
    DayOffset,
    DayRule,
    Duration,
    Holiday,
    Period,
    Season,
    Slice,
    Weekday,
    Weekend,
    Within,
)
from nlu.components.times.holidays import feast
from nlu.components.times.resolve_period import add_months, resolve_period
from nlu.components.times.resolve_place import piece_of, within

ONE = timedelta(days=1)
Yearly = TypeVar("Yearly", bound=Date | Holiday | Period | Season)
_YEARS = range(-9, 10)  # 29 February may be eight years off


def resolve_day(rule: DayRule, ctx: Context) -> Days | None:
    """Return the days a rule means today, or None if there are no such days ("31. februar")."""
    rule = _with_near_year(rule, ctx)
    match rule:
        case DayOffset():
            return _single(ctx.today + timedelta(days=rule.days))
        case Weekday():
            return _weekday(rule, ctx)
        case Date():
            return _date(rule, ctx)
        case Holiday():
            if rule.year:
                return feast(rule.key, rule.year)
            return pick([feast(rule.key, y) for y in _near_years(ctx)], ctx, rule.step)
        case Season():
            return _season(rule, ctx)
        case Weekend():
            return _weekend(rule, ctx)
        case Within():
            return within(rule, ctx)
        case Slice():
            return piece_of(rule, ctx)
        case Ahead():
            return _ahead(rule, ctx)
        case _:
            return resolve_period(rule, ctx)


def _with_near_year(rule: DayRule, ctx: Context) -> DayRule:
    """Put the number for a year that is counted from the running one ("marts sidste år")."""
    if isinstance(rule, Within | Slice):
        return replace(rule, inside=_numbered(rule.inside, ctx))
    return _numbered(rule, ctx) if isinstance(rule, Date | Holiday | Period | Season) else rule


def _numbered(rule: Yearly, ctx: Context) -> Yearly:
    return rule if rule.near_year is None else replace(rule, year=ctx.today.year + rule.near_year)


def _single(day: date) -> Days:
    return day, day + ONE


def _near_years(ctx: Context) -> range:
    return range(ctx.today.year - 2, ctx.today.year + 3)


def _weekday(rule: Weekday, ctx: Context) -> Days:
    step = rule.step or (-1 if ctx.past else 1)
    ahead = (rule.weekday - ctx.today.weekday()) % 7
    days = (ahead or 7) if step > 0 else (ahead - 7)
    return _single(ctx.today + timedelta(days=days + 7 * rule.hops))


def _date(rule: Date, ctx: Context) -> Days | None:
    if rule.step is not None:
        year, month = add_months(ctx.today.year, ctx.today.month, rule.step)
        return _valid(year, month, rule.day)
    if rule.year and rule.month:
        return _valid(rule.year, rule.month, rule.day)
    if rule.month:
        spans = [_valid(ctx.today.year + n, rule.month, rule.day) for n in _YEARS]
    else:
        months = [add_months(ctx.today.year, ctx.today.month, n) for n in range(-3, 4)]
        spans = [_valid(year, month, rule.day) for year, month in months]
    real = [s for s in spans if s]
    chosen = pick(real, ctx, None)
    if rule.weekday is not None and chosen and chosen[0].weekday() != rule.weekday:
        # "søndag den 10. februar" said two days later means the one that was a Sunday
        other = pick(real, replace(ctx, past=not ctx.past), None)
        near = [s for s in (other, *real) if s and abs(s[0].year - ctx.today.year) <= 1]
        return next((s for s in near if s[0].weekday() == rule.weekday), chosen)
    return chosen


def _valid(year: int, month: int, day: int) -> Days | None:
    return _single(date(year, month, day)) if day <= monthrange(year, month)[1] else None


def _season(rule: Season, ctx: Context) -> Days | None:
    def season(year: int) -> Days:
        return date(year, rule.first_month, 1), date(*add_months(year, rule.first_month, 3), 1)

    if rule.year:
        return season(rule.year)
    return pick([season(y) for y in _near_years(ctx)], ctx, rule.step)


def _weekend(rule: Weekend, ctx: Context) -> Days | None:
    if rule.week:
        week = resolve_period(rule.week, ctx)
        return (week[0] + 5 * ONE, week[1]) if week else None
    monday = ctx.today - ctx.today.weekday() * ONE
    saturdays = [monday + (5 + 7 * n) * ONE for n in (-2, -1, 0, 1)]
    return pick([(s, s + 2 * ONE) for s in saturdays], ctx, rule.step)


def _ahead(rule: Ahead, ctx: Context) -> Days | None:
    if rule.origin is None:
        day = moved(ctx.today, rule.duration, rule.sign)
        if rule.duration.years_only:
            return day.replace(day=1), date(*add_months(day.year, day.month, 1), 1)
        return _single(day)
    feasts = isinstance(rule.origin, Holiday) and not (rule.origin.year or rule.origin.step)
    if isinstance(rule.origin, Holiday) and feasts and rule.origin.near_year is None:
        # "et år efter juleaften": the first such day to come may count from a feast that is over
        key = rule.origin.key
        return pick([_beside(feast(key, y), rule) for y in _near_years(ctx)], ctx, 0)
    origin = resolve_day(rule.origin, ctx)
    return _beside(origin, rule) if origin else None


def _beside(origin: Days, rule: Ahead) -> Days:
    """Return the day so far before the first, or after the last, of some days, or the stretch to it."""
    if rule.stretch:
        near = origin[0] if rule.sign < 0 else origin[1]
        far = moved(near, rule.duration, rule.sign)
        return min(near, far), max(near, far)
    return _single(moved(origin[0] if rule.sign < 0 else origin[1] - ONE, rule.duration, rule.sign))


def moved(day: date, duration: Duration, sign: int) -> date:
    """Return the day so many months and days away; a month too short gives its last day."""
    year, month = add_months(day.year, day.month, sign * duration.months)
    kept = min(day.day, monthrange(year, month)[1])
    return date(year, month, kept) + timedelta(days=sign * duration.days)
