"""Grammar of places in a period, and of periods: "sidste hverdag i måneden", "starten af næste uge"."""

from nlu.components.times.day_partials import DayRule, Period, Slice, Unit, Within
from nlu.components.times.lexis import Cls
from nlu.components.times.numerals import ordinal, year
from nlu.components.times.period_rules import (
    UNITS,
    month,
    season,
    stepped,
    week_number,
    weekend,
    whole_period,
)
from nlu.components.times.reader import Found, Reader
from nlu.components.times.year_rules import STEPS

_THIRDS = {
    Unit.WEEK: ((0, 2), (2, 4), (3, 5)),
    Unit.MONTH: ((1, 10), (11, 20), (21, 31)),
    Unit.YEAR: ((0, 4), (4, 8), (8, 12)),
}
_COUNTED = {Cls.WEEKDAY: None, Cls.UNIT: None, Cls.WORKDAY: Unit.WORKDAY, Cls.WEEKEND: Unit.WEEKEND}


def period(r: Reader, i: int) -> Found[DayRule]:
    """Read a named stretch of the calendar."""
    return _place(r, i) or whole_period(r, i) or weekend(r, i) or season(r, i)


def nth(r: Reader, i: int) -> Found[Within]:
    """Read "første mandag i marts", "sidste dag i måneden", "næstsidste hverdag i maj", "3. uge i maj"."""
    j = r.past(i, Cls.ON, Cls.THE)
    from_end = {Cls.LAST: -1, Cls.SECOND_LAST: -2}.get(r.cls(j))
    place = (from_end, j + 1) if from_end else ordinal(r, j, other=True)
    if place is None or r.cls(place[1]) not in _COUNTED:
        return None
    k = place[1]
    if r.cls(k) is Cls.UNIT and r.value(k) not in ("day", "week"):
        return None
    if r.cls(k + 1) not in (Cls.IN, Cls.OF):
        return None
    inside = whole_period(r, k + 2 if r.cls(k + 2) in STEPS else k + 1) or _this_one(r, k + 2)
    if inside is None or inside[0].unit is Unit.WEEK:
        return None
    if r.cls(k) is Cls.WEEKDAY:
        return Within(place[0], inside[0], weekday=int(r.value(k))), inside[1]
    return Within(place[0], inside[0], _COUNTED[r.cls(k)] or Unit(r.value(k))), inside[1]


def _place(r: Reader, i: int) -> Found[DayRule]:
    """Read "sidst på ugen", "midt i marts", "starten af næste uge", "i slutningen af 2028"."""
    if r.cls(i) is Cls.WEEK_PLACE:
        first, last = (int(n) for n in r.value(i).split())
        week = whole_period(r, i + 1)
        inside, j = week if week and week[0].unit is Unit.WEEK else (Period(Unit.WEEK), i + 1)
        return Slice(inside, first, last), j
    if r.cls(i) is Cls.MONTH_PLACE:
        named = month(r, i + 1) or _named_month(r, i + 1) or stepped(r, i, i + 1) or _this_one(r, i + 1)
        named = named or week_number(r, i + 1) or _bare_year(r, i + 1)
        if named and named[0].unit in _THIRDS:
            first, last = _THIRDS[named[0].unit][int(r.value(i))]
            return Slice(named[0], first, last), named[1]
    return None


def _named_month(r: Reader, i: int) -> Found[Period]:
    return (Period(Unit.MONTH, number=int(r.value(i))), i + 1) if r.cls(i) is Cls.MONTH_NAME else None


def _bare_year(r: Reader, i: int) -> Found[Period]:
    full = year(r, i)
    return (Period(Unit.YEAR, year=full[0]), full[1]) if full else None


def _this_one(r: Reader, i: int) -> Found[Period]:
    if r.cls(i) is Cls.UNIT and r.value(i) in ("month", "year"):
        return Period(UNITS[r.value(i)]), i + 1
    return None
