"""Grammar of dates: "den 2. februar", "d. 22/1", "22-1-2027", "den femte", "den første i næste måned"."""

from dataclasses import replace

from nlu.components.times.day_partials import Date
from nlu.components.times.lexis import Cls
from nlu.components.times.numerals import ordinal, shape, year
from nlu.components.times.reader import Found, Reader
from nlu.components.times.year_rules import STEPS, century, said_year, short_year

_MONTHS = (Cls.MONTH, Cls.MONTH_NAME, Cls.MONTH_SHORT)
_JULY = 7
_FRACTIONS = {"1/2", "1/3", "2/3", "1/4", "3/4"}
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def date(r: Reader, i: int, *, loose: bool = False) -> Found[Date]:
    """Read a date; `loose` = a weekday or "på" stands before, so that "22/1" needs no "den"."""
    if r.cls(i) is Cls.THE:
        j = r.past_mark(i + 1)
        found = _numeric(r, j, sure=True) or _named(r, j, other=True) or _of_period(r, j) or _alone(r, j)
    else:
        found = _numeric(r, i, sure=loose) or _named(r, i, other=False) or _month_first(r, i, sure=loose)
    return _with_weekday(r, *found) if found else None


def _with_weekday(r: Reader, found: Date, j: int) -> tuple[Date, int]:
    """Add the short weekday of "20. sep., lør"; a whole one after a date may be a time of its own."""
    k = r.past_mark(j, ",")
    if k == j or r.cls(k) is not Cls.WEEKDAY_SHORT:
        return found, j
    return replace(found, weekday=int(r.value(k))), r.past_mark(k + 1)


def month(r: Reader, i: int) -> Found[int]:
    """Read the name of a month where a day number makes sure that it is one."""
    if _says_july(r, i):
        return _JULY, r.past_mark(i + 1)
    if r.cls(i) not in _MONTHS:
        return None
    number = int(r.value(i))
    return number, r.past_mark(i + 1) if r.cls(i) is Cls.MONTH_SHORT else i + 1


def _says_july(r: Reader, i: int) -> bool:
    """Say whether a word is "jul", which beside a day number is the month and not the feast."""
    if r.cls(i) is not Cls.HOLIDAY or r.value(i) != "christmas":
        return False
    return r.lexemes[i].end - r.lexemes[i].start == len("jul")


def checked(found: Date, j: int) -> Found[Date]:
    """Return the date if some year has it."""
    if not 1 <= found.day <= 31:
        return None
    if found.month is not None and not (1 <= found.month <= 12 and found.day <= _LENGTHS[found.month - 1]):
        return None
    return found, j


def _numeric(r: Reader, i: int, *, sure: bool) -> Found[Date]:
    """Read a date in digits; without "den" only shapes that are no dose, blood pressure or count."""
    if r.cls(i) is not Cls.DIGITS:
        return None
    numbers, marks = shape(r.value(i))
    if any(len(n) > 4 for n in numbers):
        return None
    if marks == "--" and len(numbers[0]) == 4:
        return checked(Date(int(numbers[2]), int(numbers[1]), int(numbers[0])), i + 1)
    if any(len(n) > 2 for n in numbers[:2]):
        return None
    day, month_number = (int(n) for n in (*numbers, "0")[:2])
    if marks in ("--", "//", "..", "/-") and len(numbers[2]) in (2, 4):
        last = int(numbers[2])
        return checked(Date(day, month_number, last if len(numbers[2]) == 4 else century(last)), i + 1)
    if marks not in ("/", "-", "."):
        return None
    if full := year(r, i + 1) or (short_year(r, i + 1) if marks == "/" else None):
        return checked(Date(day, month_number, full[0]), full[1])
    return checked(Date(day, month_number), i + 1) if sure or _surely_date(r, i, numbers, marks) else None


def _surely_date(r: Reader, i: int, numbers: list[str], marks: str) -> bool:
    if r.is_amount(i + 1) or r.cls(i - 1) is Cls.ROOM or r.value(i) in _FRACTIONS:
        return False
    if marks == "-":
        return r.cls(i + 1) is Cls.CLOCK_WORD or (len(numbers[1]) == 2 and numbers[1].startswith("0"))
    return marks == "/" and (int(numbers[0]) > 12 or r.cls(i + 1) is Cls.CLOCK_WORD or r.stands_alone(i + 1))


def _named(r: Reader, i: int, *, other: bool) -> Found[Date]:
    """Read "2. februar", "femte maj 2027", "14april"; and "den femte i sjette", the month by its number."""
    day = ordinal(r, i, other=True)
    if day is None:
        return None
    named = month(r, day[1])
    if named is None and other and r.cls(day[1]) is Cls.IN:
        named = _month_number(r, day[1] + 1, like=r.cls(i))
    if named is None:
        return None
    if short := short_year(r, named[1]):
        return checked(Date(day[0], named[0], short[0]), short[1])
    said, j = said_year(r, named[1])
    return checked(Date(day[0], named[0], said.year, near_year=said.near), j)


def _month_number(r: Reader, i: int, *, like: Cls) -> Found[int]:
    """Read the month of "den femte i sjette", "den 5. i 6.": both in words, or both in digits and dotted."""
    if (r.cls(i) is Cls.DIGITS) is not (like is Cls.DIGITS):
        return None
    if like is Cls.DIGITS and not (r.is_mark(i + 1, ".") or r.cls(i + 1) is Cls.END):
        return None
    return ordinal(r, i, other=True)


def _of_period(r: Reader, i: int) -> Found[Date]:
    """Read "den første i næste måned", "den 1. i måneden"."""
    day = ordinal(r, i, other=True)
    if day is None:
        return None
    j = r.past(day[1], Cls.IN)
    if j > day[1] and r.cls(j) is Cls.UNIT and r.value(j) == "month":
        return checked(Date(day[0]), j + 1)
    if r.cls(j) in STEPS and r.cls(j + 1) is Cls.UNIT and r.value(j + 1) == "month":
        return checked(Date(day[0], step=STEPS[r.cls(j)]), j + 2)
    return None


def _alone(r: Reader, i: int) -> Found[Date]:
    """Read "den femte", "den 25."; "den første" alone is "the first one" and no date."""
    day = ordinal(r, i)
    if day is None or (r.cls(i) is Cls.ORDINAL and day[0] == 1) or not r.stands_alone(day[1]):
        return None
    return checked(Date(day[0]), day[1])


def _month_first(r: Reader, i: int, *, sure: bool) -> Found[Date]:
    """Read "februar 15"; where the month may be a person, only after a weekday or before a year."""
    named = month(r, i)
    if named is None or r.cls(named[1]) is not Cls.DIGITS or len(r.value(named[1])) > 2:
        return None
    day = ordinal(r, named[1])
    full = year(r, r.past_mark(day[1], ",")) if day else None
    if day is None or r.is_amount(day[1]):
        return None
    weekday_after = r.is_mark(day[1], ",") and r.cls(day[1] + 1) is Cls.WEEKDAY_SHORT
    if not (full or sure or weekday_after or r.cls(i) is Cls.MONTH):
        return None
    return checked(Date(day[0], named[0], full[0] if full else None), full[1] if full else day[1])
