"""Grammar of two months, weeks or feasts with a joint between them: "marts til maj", "uge 12-14"."""

from collections.abc import Callable

from nlu.components.times.day_partials import DayRule, Holiday, Period, Season, Unit
from nlu.components.times.day_rules import day
from nlu.components.times.lending import lent
from nlu.components.times.lexis import Cls
from nlu.components.times.numerals import shape, whole
from nlu.components.times.partials import Bounds, Moment, Reach
from nlu.components.times.reader import Found, Reader
from nlu.components.times.year_rules import said_year

_NAMED = (Cls.MONTH, Cls.MONTH_NAME, Cls.HOLIDAY, Cls.SEASON, Cls.SEASON_NEAR)
Joint = Callable[[Reader, int], int | None]


def period_span(r: Reader, i: int, *, joined_by: Joint) -> Found[Bounds]:
    """Read two periods of one sort; the first borrows the year of the second."""
    return _weeks(r, i, joined_by) or _named(r, i, joined_by)


def _weeks(r: Reader, i: int, joined_by: Joint) -> Found[Bounds]:
    """Read "uge 12-14", "uge 44 til uge 46", and "uge 5 og 6", which follow on each other."""
    j = r.past(i, Cls.IN)
    if r.cls(j) is not Cls.UNIT or r.value(j) != "week" or r.cls(j + 1) not in (Cls.DIGITS, Cls.NUMBER):
        return None
    numbers, marks = shape(r.value(j + 1)) if r.cls(j + 1) is Cls.DIGITS else ([], "")
    if marks in ("-", "–"):
        return _span_of_weeks(r, [int(n) for n in numbers if len(n) <= 2], j + 2)
    first = whole(r, j + 1, 53)
    if first is None:
        return None
    k = joined_by(r, first[1])
    listed = k is None and r.cls(first[1]) is Cls.AND
    k = first[1] + 1 if listed else k
    if k is None:
        return None
    last = whole(r, r.past(k, Cls.UNIT), 53)
    if last is None or (listed and last[0] != first[0] + 1):
        return None
    return _span_of_weeks(r, [first[0], last[0]], last[1])


def _span_of_weeks(r: Reader, numbers: list[int], j: int) -> Found[Bounds]:
    if len(numbers) != 2 or not all(1 <= n <= 53 for n in numbers) or r.is_amount(j):
        return None
    said, j = said_year(r, j)
    first, last = (Period(Unit.WEEK, number=n, year=said.year, near_year=said.near) for n in numbers)
    return _between(first, last), j


def _named(r: Reader, i: int, joined_by: Joint) -> Found[Bounds]:
    first = _period(r, i)
    j = joined_by(r, first[1]) if first else None
    last = _period(r, j) if j is not None else None
    if first is None or j is None or last is None or _are_people(r, i, j):
        return None
    return _between(lent(first[0], last[0]) or first[0], last[0]), last[1]


def _period(r: Reader, i: int) -> Found[Period | Holiday | Season]:
    """Read a month, a feast or a season; a month beside another needs no preposition."""
    j = r.past(i, Cls.IN)
    if r.cls(j) not in _NAMED:
        return None
    if r.cls(j) in (Cls.MONTH, Cls.MONTH_NAME):
        said, k = said_year(r, j + 1)
        return Period(Unit.MONTH, number=int(r.value(j)), year=said.year, near_year=said.near), k
    found = day(r, j)
    return (found[0], found[1]) if found and isinstance(found[0], Holiday | Season) else None


def _are_people(r: Reader, i: int, j: int) -> bool:
    """Say whether two months that are also first names are written as names: "Maj til August"."""
    return all(r.cls(n) is Cls.MONTH_NAME and r.lexemes[n].capital for n in (i, j))


def _between(first: DayRule, last: DayRule) -> Bounds:
    return Bounds(Reach.BETWEEN, Moment(day=first), Moment(day=last))
