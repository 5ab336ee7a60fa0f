"""Grammar of the year said after a date, a feast or a period: "2028", "27", "sidste år", "i fjor"."""

from typing import NamedTuple

from nlu.components.times.lexis import Cls
from nlu.components.times.numerals import year
from nlu.components.times.reader import Found, Reader

STEPS = {Cls.THIS: 0, Cls.NEXT: 1, Cls.LAST: -1}
_LATEST_HOUR = 24  # "3. maj 27" has a year, "3. maj 14" rather an hour
_CENTURY_TURNS = 60  # "3/2-45" is ahead of us, "3/2-74" a birthday


class SaidYear(NamedTuple):
    """A year by its number, or (`near`) counted from the running one; both None if none was said."""

    year: int | None = None
    near: int | None = None


def said_year(r: Reader, i: int) -> tuple[SaidYear, int]:
    """Return the year that stands at `i` and the index after it; without one, nothing and `i`."""
    full = year(r, i)
    if full:
        return SaidYear(full[0]), full[1]
    j = r.past(i, Cls.IN)
    if r.cls(j) is Cls.YEAR_NEAR:
        return SaidYear(near=int(r.value(j))), j + 1
    if r.cls(j) in STEPS and r.cls(j + 1) is Cls.UNIT and r.value(j + 1) == "year":
        return SaidYear(near=STEPS[r.cls(j)]), j + 2
    return SaidYear(), i


def short_year(r: Reader, i: int) -> Found[int]:
    """Read a year of two digits that can be no hour and counts nothing: the 27 of "22/1 27"."""
    if r.cls(i) is not Cls.DIGITS or len(r.value(i)) != 2 or not r.value(i).isdigit():
        return None
    number = int(r.value(i))
    if number <= _LATEST_HOUR or not r.stands_alone(i + 1):
        return None
    return century(number), i + 1


def century(number: int) -> int:
    """Return the year that two digits mean."""
    return number + (1900 if number >= _CENTURY_TURNS else 2000)
