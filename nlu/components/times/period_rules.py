"""Grammar of weeks, months, quarters, years, seasons and weekends, and of days placed in them."""

from nlu.components.times.day_partials import DayRule, Period, Season, Slice, Unit, Weekend, Within
from nlu.components.times.lexis import Cls
from nlu.components.times.numerals import ordinal, whole, year
from nlu.components.times.reader import Found, Reader

STEPS = {Cls.THIS: 0, Cls.NEXT: 1, Cls.LAST: -1}
_UNITS = {"week": Unit.WEEK, "month": Unit.MONTH, "year": Unit.YEAR}
_THIRDS = ((1, 10), (11, 20), (21, 31))


def period(r: Reader, i: int) -> Found[DayRule]:
    """Read a named stretch of the calendar."""
    return _place(r, i) or whole_period(r, i) or _weekend(r, i) or _season(r, i)


def whole_period(r: Reader, i: int) -> Found[Period]:
    """Read a week, month, quarter or year: "næste uge", "uge 48", "i februar", "3. kvartal", "i år"."""
    j = r.past(i, Cls.IN, Cls.WHOLE, Cls.DURING, Cls.ON)
    if r.cls(j) is Cls.YEAR_NEAR:
        return Period(Unit.YEAR, int(r.value(j))), j + 1
    return _stepped(r, i, j) or _week_number(r, j) or _month(r, i) or _quarter(r, j) or _year(r, i)


def _stepped(r: Reader, i: int, j: int) -> Found[Period]:
    k = r.past(j, Cls.THE) if r.cls(j + 1) in (Cls.THIS, Cls.NEXT) else j
    if r.cls(k) in STEPS:
        step, k = STEPS[r.cls(k)], k + 1
    elif any(r.cls(n) in (Cls.WHOLE, Cls.DURING) for n in range(i, j)):
        step = 0
    else:
        return None
    if r.cls(k) is Cls.QUARTER_YEAR:
        return Period(Unit.QUARTER, step), k + 1
    if r.cls(k) is Cls.UNIT and r.value(k) in _UNITS:
        return Period(_UNITS[r.value(k)], step), k + 1
    if r.cls(k) in (Cls.MONTH, Cls.MONTH_NAME) and r.cls(k - 1) in STEPS:
        return Period(Unit.MONTH, step, number=int(r.value(k))), k + 1
    return None


def _week_number(r: Reader, i: int) -> Found[Period]:
    if r.cls(i) is not Cls.UNIT or r.value(i) != "week":
        return None
    number = whole(r, i + 1, 53)
    if number is None or number[0] == 0 or r.cls(i + 1) not in (Cls.DIGITS, Cls.NUMBER):
        return None
    month = (
        number[1] + 1
        if r.cls(number[1]) is Cls.IN and r.cls(number[1] + 1) in (Cls.MONTH, Cls.MONTH_NAME)
        else None
    )
    if month is not None:
        return Period(Unit.WEEK, number=number[0], month=int(r.value(month))), month + 1
    full = year(r, number[1])
    return Period(Unit.WEEK, number=number[0], year=full[0] if full else None), full[1] if full else number[1]


def _month(r: Reader, i: int) -> Found[Period]:
    """Read a month; one that is also a first name needs "i" and no surname after it, or a year."""
    j = r.past(i, Cls.IN, Cls.WHOLE, Cls.DURING, Cls.TO, Cls.OF)
    if r.cls(j) not in (Cls.MONTH, Cls.MONTH_NAME) or _is_day_number(r, i - 1):
        return None
    number, k = int(r.value(j)), j + 1
    if r.cls(k) is Cls.UNIT and r.value(k) == "month":
        return Period(Unit.MONTH, number=number), k + 1
    if full := year(r, k):
        return Period(Unit.MONTH, number=number, year=full[0]), full[1]
    if r.cls(k) is Cls.YEAR_NEAR:
        return Period(Unit.MONTH, number=number), k + 1
    surname = r.cls(k) is Cls.OTHER and r.lexemes[k].capital and r.lexemes[j].capital
    if (r.cls(j) is Cls.MONTH_NAME and (j == i or surname)) or (j == i and surname):
        return None
    return Period(Unit.MONTH, number=number), k


def _is_day_number(r: Reader, i: int) -> bool:
    """Say whether the month after `i` belongs to a day that no year has ("31. februar")."""
    return r.cls(i) in (Cls.DIGITS, Cls.ORDINAL) or (r.is_mark(i, ".") and r.cls(i - 1) is Cls.DIGITS)


def _quarter(r: Reader, i: int) -> Found[Period]:
    number = ordinal(r, r.past(i, Cls.THE), other=True)
    if number is None or r.cls(number[1]) is not Cls.QUARTER_YEAR or not 1 <= number[0] <= 4:
        return None
    full = year(r, r.past(number[1] + 1, Cls.IN))
    return Period(Unit.QUARTER, number=number[0], year=full[0] if full else None), full[
        1
    ] if full else number[1] + 1


def _year(r: Reader, i: int) -> Found[Period]:
    full = year(r, i + 1) if r.cls(i) is Cls.IN else None
    return (Period(Unit.YEAR, year=full[0]), full[1]) if full else None


def _weekend(r: Reader, i: int) -> Found[Weekend]:
    j = r.past(i, Cls.IN, Cls.WHOLE, Cls.DURING, Cls.ON, Cls.THE, Cls.HERE)
    step = STEPS.get(r.cls(j))
    j += step is not None
    if r.cls(j) is not Cls.WEEKEND:
        return None
    week = whole_period(r, j + 1)
    if week and week[0].unit is Unit.WEEK:
        return Weekend(week=week[0]), week[1]
    return Weekend(step), j + 1


def _season(r: Reader, i: int) -> Found[Season]:
    j = r.past(i, Cls.IN, Cls.WHOLE, Cls.DURING, Cls.THE)
    if r.cls(j) in STEPS and r.cls(j + 1) in (Cls.SEASON, Cls.SEASON_NEAR):
        return Season(int(r.value(j + 1)), STEPS[r.cls(j)]), j + 2
    if r.cls(j) is Cls.SEASON_NEAR:
        full = year(r, j + 1)
        return Season(int(r.value(j)), year=full[0] if full else None), full[1] if full else j + 1
    return None


def nth(r: Reader, i: int) -> Found[Within]:
    """Read "første mandag i marts", "sidste dag i måneden", "tredje uge i maj"."""
    j = r.past(i, Cls.ON, Cls.THE)
    place = (-1, j + 1) if r.cls(j) is Cls.LAST else ordinal(r, j, other=True)
    if place is None or r.cls(place[1]) not in (Cls.WEEKDAY, Cls.UNIT):
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
    return Within(place[0], inside[0], Unit.WEEK if r.value(k) == "week" else Unit.DAY), inside[1]


def _this_one(r: Reader, i: int) -> Found[Period]:
    if r.cls(i) is Cls.UNIT and r.value(i) in ("month", "year"):
        return Period(_UNITS[r.value(i)]), i + 1
    return None


def _place(r: Reader, i: int) -> Found[DayRule]:
    """Read "sidst på ugen", "midt i marts"."""
    if r.cls(i) is Cls.WEEK_PLACE:
        first, last = (int(n) for n in r.value(i).split())
        week = whole_period(r, i + 1)
        inside, j = week if week and week[0].unit is Unit.WEEK else (Period(Unit.WEEK), i + 1)
        return Slice(inside, first, last), j
    if r.cls(i) is Cls.MONTH_PLACE:
        month = _month(r, i + 1) or _named_month(r, i + 1) or _stepped(r, i, i + 1) or _this_one(r, i + 1)
        if month and month[0].unit is Unit.MONTH:
            first, last = _THIRDS[int(r.value(i))]
            return Slice(month[0], first, last), month[1]
    return None


def _named_month(r: Reader, i: int) -> Found[Period]:
    return (Period(Unit.MONTH, number=int(r.value(i))), i + 1) if r.cls(i) is Cls.MONTH_NAME else None
