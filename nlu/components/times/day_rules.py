"""Grammar of days: "i overmorgen", "på fredag otte dage", "i fredags", feasts, "for en uge siden"."""

from dataclasses import replace

from nlu.components.times.date_rules import date
from nlu.components.times.day_partials import (
    Ahead,
    DayOffset,
    DayRule,
    Duration,
    Holiday,
    Period,
    Unit,
    Weekday,
    Within,
)
from nlu.components.times.lexis import Cls
from nlu.components.times.numerals import duration, of_unit, whole
from nlu.components.times.period_rules import whole_period
from nlu.components.times.place_rules import nth, period
from nlu.components.times.reader import Found, Reader
from nlu.components.times.year_rules import STEPS, said_year

_STARTS = frozenset(
    {
        Cls.HERE, Cls.WHOLE, Cls.DURING, Cls.DAY_OFFSET, Cls.DAY_NOUN, Cls.ABOUT, Cls.FOR, Cls.DIGITS,
        Cls.NUMBER, Cls.COUPLE, Cls.ONE, Cls.ONE_AND_HALF, Cls.HALF, Cls.APPROX, Cls.ON, Cls.THE, Cls.THIS,
        Cls.NEXT, Cls.LAST, Cls.WEEKDAY, Cls.WEEKDAY_PAST, Cls.WEEKDAY_SHORT, Cls.ORDINAL, Cls.ORDINAL_OTHER,
        Cls.IN, Cls.TO, Cls.OF, Cls.MONTH, Cls.MONTH_NAME, Cls.MONTH_SHORT, Cls.SEASON_NEAR, Cls.WEEKEND,
        Cls.WEEK_PLACE, Cls.MONTH_PLACE, Cls.HOLIDAY, Cls.UNIT, Cls.YEAR_NEAR, Cls.QUARTER_YEAR, Cls.SEASON,
        Cls.SECOND_LAST,
    }
)  # fmt: skip
_WEEK = 7
_SIDES = {Cls.BEFORE: -1, Cls.AFTER: 1}
_SHORT_MUST_NOT_BE_WORDS = ("0", "6", "3")  # man, søn, tor


def day(r: Reader, i: int, *, loose: bool = False) -> Found[DayRule]:
    """Read whatever names one day or a stretch of days."""
    if r.cls(i) not in _STARTS:
        return None
    named = _offset(r, i) or _counted(r, i) or nth(r, i) or _weekday(r, i) or _feast(r, i)
    return named or date(r, i, loose=loose) or _in_week(r, period(r, i))


def _in_week(r: Reader, found: Found[DayRule]) -> Found[DayRule]:
    """Add the weekday said after its week: "i næste uge om torsdagen", "i uge 6, tirsdag"."""
    if found is None or not (isinstance(found[0], Period) and found[0].unit is Unit.WEEK):
        return found
    j = r.past(r.past_mark(found[1], ","), Cls.ON, Cls.ABOUT)
    return (Within(1, found[0], weekday=int(r.value(j))), j + 1) if r.cls(j) is Cls.WEEKDAY else found


def _offset(r: Reader, i: int) -> Found[DayRule]:
    j = r.past(i, Cls.HERE, Cls.WHOLE, Cls.DURING, Cls.EARLY) if r.cls(i) is not Cls.EARLY else i
    if r.cls(j) is Cls.DAY_NOUN and r.cls(j - 1) in (Cls.WHOLE, Cls.DURING) and j > i:
        if r.cls(j + 1) is Cls.DAY_OFFSET:
            return DayOffset(int(r.value(j + 1))), j + 2
        return _weekday(r, j + 1) or (DayOffset(0), j + 1)
    if r.cls(j) is not Cls.DAY_OFFSET:
        return None
    days, k = int(r.value(j)), j + 1
    if days == 0 and r.cls(k) is Cls.SO_FAR:
        return None
    if weeks := _hops(r, k):
        return DayOffset(days + 7 * weeks[0]), weeks[1]
    back = _back(r, k)
    return (Ahead(back[0], -1, DayOffset(days)), back[1]) if back else (DayOffset(days), k)


def _hops(r: Reader, i: int) -> Found[int]:
    """Read "otte dage", "om fjorten dage", "om en uge" after a day: so many weeks further.

    Danish counts both ends: eight days from Friday is the next Friday.
    """
    j = r.past(i, Cls.ABOUT)
    count = whole(r, j, 52)
    if count is None or r.cls(count[1]) is not Cls.UNIT:
        return None
    unit = r.value(count[1])
    if unit == "day" and count[0] in (8, 14, 15):
        return (1 if count[0] == 8 else 2), count[1] + 1
    return (count[0], count[1] + 1) if unit == "week" and j > i else None


def _back(r: Reader, i: int) -> Found[Duration]:
    """Read "for en uge siden" after a day: "i dag for en uge siden"."""
    length = duration(r, i + 1) if r.cls(i) is Cls.FOR else None
    if length is None or length[0].seconds or r.cls(length[1]) is not Cls.SINCE:
        return None
    return length[0], length[1] + 1


def _counted(r: Reader, i: int) -> Found[DayRule]:
    """Read "om tre dage", "for en uge siden", "3 år fra i dag", "to dage før jul", "dagen efter jul"."""
    if r.cls(i) in (Cls.DAY_NOUN, Cls.UNIT) and r.cls(i + 1) in _SIDES:
        length = of_unit(1, r.value(i)) if r.cls(i) is Cls.UNIT else Duration(days=1)
        next_to = _named_day(r, i + 2) if not length.seconds else None
        side = _SIDES[r.cls(i + 1)]
        return (Ahead(length, side, next_to[0], stretch=True), next_to[1]) if next_to else None
    if r.cls(i) is Cls.ABOUT:
        found = duration(r, i + 1)
        if found is None or found[0].seconds:
            return None
        days, j = found
        if r.cls(j) is Cls.ON and r.cls(j + 1) is Cls.WEEKDAY and not (days.months or days.days % _WEEK):
            return Within(1, Period(Unit.WEEK, days.days // _WEEK), weekday=int(r.value(j + 1))), j + 2
        return Ahead(days, 1), j
    found = duration(r, r.past(i, Cls.FOR, Cls.THE) if r.cls(i) is Cls.FOR else i)
    if found is None or found[0].seconds:
        return None
    j = found[1]
    if r.cls(j) is Cls.SINCE:
        return Ahead(found[0], -1), j + 1
    if r.cls(j) is Cls.FROM and (
        r.cls(j + 1) is Cls.NOW or (r.cls(j + 1) is Cls.DAY_OFFSET and r.value(j + 1) == "0")
    ):
        return Ahead(found[0], 1), j + 2
    if r.cls(j) in _SIDES and (origin := _named_day(r, j + 1)):
        return Ahead(found[0], _SIDES[r.cls(j)], origin[0]), origin[1]
    return None


def _named_day(r: Reader, i: int) -> Found[DayRule]:
    """Read a day that others are counted from."""
    return _offset(r, i) or _weekday(r, i) or _feast(r, i) or date(r, i, loose=True)


def _weekday(r: Reader, i: int) -> Found[DayRule]:
    """Read a weekday with all that may stand round it: "på", "næste", "i næste uge", a date."""
    if r.cls(i) is Cls.WEEKDAY_PAST:
        return Weekday(int(r.value(i)), -1), i + 1
    j = r.past(i, Cls.ON, Cls.WHOLE, Cls.DURING, Cls.THE)
    step = 1 if r.cls(i) is Cls.ON else 0
    if r.cls(j) in STEPS:
        step, j = (-1 if r.cls(j) is Cls.LAST else 1), j + 1
    elif r.cls(j) is Cls.ABOUT:
        j += 1
    if not (r.cls(j) is Cls.WEEKDAY or (r.cls(j) is Cls.WEEKDAY_SHORT and _is_short_weekday(r, j))):
        return None
    number = int(r.value(j))
    k = r.past_mark(j + 1) if r.cls(j) is Cls.WEEKDAY_SHORT else j + 1
    k = r.past(k, Cls.HERE) if r.cls(r.past(k, Cls.HERE)) is Cls.IN else k
    if weeks := _hops(r, k):
        return Weekday(number, step or 1, weeks[0]), weeks[1]
    back = _back(r, k)
    if back and not back[0].months and back[0].days % _WEEK == 0:
        return Within(1, Period(Unit.WEEK, -back[0].days // _WEEK), weekday=number), back[1]
    if step == 1 and r.cls(j - 1) is Cls.NEXT and r.again(k):
        return Weekday(number, step, 1), k + 1
    week = whole_period(r, k)
    if week and week[0].unit is Unit.WEEK:
        return Within(1, week[0], weekday=number), week[1]
    dated = date(r, r.past_mark(k, ","), loose=True)
    if dated:
        return replace(dated[0], weekday=number), dated[1]
    return Weekday(number, step), k


def _is_short_weekday(r: Reader, i: int) -> bool:
    """Say whether "man", "søn", "tors" is the abbreviation: by its dot, or by the date that follows."""
    dotted = r.is_mark(i + 1, ".") and (r.cls(i + 2) is not Cls.END or i == 0)
    dated = date(r, r.past_mark(i + 1, ".,"), loose=True) is not None
    if r.value(i) in _SHORT_MUST_NOT_BE_WORDS and r.lexemes[i].end - r.lexemes[i].start == 3:
        return dated or (dotted and (r.cls(i + 2) in (Cls.CLOCK_WORD, Cls.PART) or i == 0))
    return dated or dotted or not r.lexemes[i].capital


def _is_surname(r: Reader, i: int) -> bool:
    """Say whether a bare "jul" is Juul after all: "vibeke jul i aften"."""
    word = r.lexemes[i]
    return word.end - word.start == len("jul") and r.cls(i - 1) is Cls.OTHER


def _feast(r: Reader, i: int) -> Found[Holiday]:
    j = r.past(i, Cls.ON, Cls.THE, Cls.IN, Cls.DURING, Cls.WHOLE, Cls.TO)
    step = STEPS.get(r.cls(j), 0)
    j += r.cls(j) in STEPS
    if r.cls(j) is not Cls.HOLIDAY or (j == i and (_is_surname(r, j) or date(r, j))):
        return None
    said, k = said_year(r, j + 1)
    return Holiday(r.value(j), said.year, step, said.near), k
