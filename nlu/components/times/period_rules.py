"""Grammar of weeks, months, quarters, halves, years, seasons and weekends."""

from nlu.components.times.day_partials import Period, Season, Unit, Weekend
from nlu.components.times.lexis import Cls
from nlu.components.times.numerals import ordinal, whole, year
from nlu.components.times.reader import Found, Reader
from nlu.components.times.year_rules import STEPS, said_year

UNITS = {"week": Unit.WEEK, "month": Unit.MONTH, "year": Unit.YEAR}
_PARTS_OF_YEAR = {"quarter": (Unit.QUARTER, 4), "half": (Unit.HALF, 2), "sign": (Unit.QUARTER, 4)}
_BEFORE_A_SEASON = (
    Cls.BEFORE,
    Cls.AFTER,
    Cls.SINCE,
    Cls.UNTIL,
    Cls.TO,
)  # "til sommer"; alone it is a surname


def whole_period(r: Reader, i: int) -> Found[Period]:
    """Read a week, month, quarter or year: "næste uge", "uge 48", "i februar", "3. kvartal", "i år"."""
    j = r.past(i, Cls.IN, Cls.WHOLE, Cls.DURING, Cls.ON)
    if r.cls(j) is Cls.YEAR_NEAR:
        return Period(Unit.YEAR, int(r.value(j))), j + 1
    return stepped(r, i, j) or week_number(r, j) or month(r, i) or _quarter(r, j) or _year(r, i)


def stepped(r: Reader, i: int, j: int) -> Found[Period]:
    k = r.past(j, Cls.THE) if r.cls(j + 1) in (Cls.THIS, Cls.NEXT) else j
    if r.cls(k) in STEPS:
        step, k = STEPS[r.cls(k)], k + 1
    elif any(r.cls(n) in (Cls.WHOLE, Cls.DURING) for n in range(i, j)):
        step = 0
    else:
        return None
    again = step == 1 and r.again(k + 1)
    if r.cls(k) is Cls.QUARTER_YEAR and r.value(k) != "sign":
        return Period(_PARTS_OF_YEAR[r.value(k)][0], step + again), k + 1 + again
    if r.cls(k) is Cls.UNIT and r.value(k) in UNITS:
        return Period(UNITS[r.value(k)], step + again), k + 1 + again
    if r.cls(k) in (Cls.MONTH, Cls.MONTH_NAME) and r.cls(k - 1) in STEPS:
        return Period(Unit.MONTH, step, number=int(r.value(k)), again=again), k + 1 + again
    return None


def week_number(r: Reader, i: int) -> Found[Period]:
    if r.cls(i) is not Cls.UNIT or r.value(i) != "week":
        return None
    number = whole(r, i + 1, 53)
    if number is None or number[0] == 0 or r.cls(i + 1) not in (Cls.DIGITS, Cls.NUMBER):
        return None
    inside = (
        number[1] + 1
        if r.cls(number[1]) is Cls.IN and r.cls(number[1] + 1) in (Cls.MONTH, Cls.MONTH_NAME)
        else None
    )
    if inside is not None:
        return Period(Unit.WEEK, number=number[0], month=int(r.value(inside))), inside + 1
    said, j = said_year(r, number[1])
    return Period(Unit.WEEK, number=number[0], year=said.year, near_year=said.near), j


def month(r: Reader, i: int) -> Found[Period]:
    """Read a month; one that is also a first name needs "i" and no surname after it, or a year."""
    j = r.past(i, Cls.IN, Cls.WHOLE, Cls.DURING, Cls.TO, Cls.OF)
    if r.cls(j) not in (Cls.MONTH, Cls.MONTH_NAME) or _is_day_number(r, i - 1):
        return None
    number, k = int(r.value(j)), j + 1
    if r.cls(k) is Cls.UNIT and r.value(k) == "month":
        return Period(Unit.MONTH, number=number), k + 1
    said, after_year = said_year(r, k)
    if after_year > k:
        return Period(Unit.MONTH, number=number, year=said.year, near_year=said.near), after_year
    surname = r.cls(k) is Cls.OTHER and r.lexemes[k].capital and r.lexemes[j].capital
    surname = surname or (r.cls(j - 1) in (Cls.TO, Cls.OF) and r.lexemes[j].capital)  # "medicin til August"
    if (r.cls(j) is Cls.MONTH_NAME and (j == i or surname)) or (j == i and surname):
        return None
    return Period(Unit.MONTH, number=number), k


def _is_day_number(r: Reader, i: int) -> bool:
    """Say whether the month after `i` belongs to a day that no year has ("31. februar")."""
    return r.cls(i) in (Cls.DIGITS, Cls.ORDINAL) or (r.is_mark(i, ".") and r.cls(i - 1) is Cls.DIGITS)


def _quarter(r: Reader, i: int) -> Found[Period]:
    """Read a quarter or half of a year by its number: "3. kvartal 2028", "andet halvår", "Q3"."""
    if r.cls(i) is Cls.QUARTER_YEAR and r.value(i) == "sign" and r.touches(i + 1):
        number, k = ordinal(r, i + 1), i
    else:
        number = ordinal(r, r.past(i, Cls.THE), other=True)
        k = number[1] if number else i
    if number is None or r.cls(k) is not Cls.QUARTER_YEAR:
        return None
    unit, most = _PARTS_OF_YEAR[r.value(k)]
    if not 1 <= number[0] <= most:
        return None
    said, j = said_year(r, r.past(max(number[1], k + 1), Cls.IN, Cls.OF))
    j = j if said.year or said.near is not None else max(number[1], k + 1)
    return Period(unit, number=number[0], year=said.year, near_year=said.near), j


def _year(r: Reader, i: int) -> Found[Period]:
    """Read "i 2025", "hele 2025", "året 2025"; a bare number of four digits may be many things."""
    j = r.past(i, Cls.IN, Cls.WHOLE)
    j += r.cls(j) is Cls.UNIT and r.value(j) == "year"
    full = year(r, j) if j > i or r.cls(i - 1) is Cls.SINCE else None
    return (Period(Unit.YEAR, year=full[0]), full[1]) if full else None


def weekend(r: Reader, i: int) -> Found[Weekend]:
    j = r.past(i, Cls.IN, Cls.WHOLE, Cls.DURING, Cls.ON, Cls.THE, Cls.HERE)
    step = STEPS.get(r.cls(j))
    j += step is not None
    if r.cls(j) is not Cls.WEEKEND:
        return None
    week = whole_period(r, j + 1)
    if week and week[0].unit is Unit.WEEK:
        return Weekend(week=week[0]), week[1]
    return Weekend(step), j + 1


def season(r: Reader, i: int) -> Found[Season]:
    j = r.past(i, Cls.IN, Cls.WHOLE, Cls.DURING, Cls.THE, Cls.TO)
    if r.cls(j) in STEPS and r.cls(j + 1) in (Cls.SEASON, Cls.SEASON_NEAR):
        return Season(int(r.value(j + 1)), STEPS[r.cls(j)]), j + 2
    if r.cls(j) not in (Cls.SEASON, Cls.SEASON_NEAR):
        return None
    said, k = said_year(r, j + 1)
    led = r.cls(j - 1) in _BEFORE_A_SEASON
    if r.cls(j) is Cls.SEASON and k == j + 1 and not led:
        return None
    return Season(int(r.value(j)), year=said.year, near_year=said.near), k
