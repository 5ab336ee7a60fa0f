"""Numbers as the time grammar needs them: hours, amounts, ordinals, years and the shapes of digits.

text2num is not used: it gives back a changed text without places, and a span points at the original words.
"""

import re

from nlu.components.times.day_partials import Duration
from nlu.components.times.lexis import Cls
from nlu.components.times.reader import Found, Reader

_SPLIT = re.compile(r"[.:,/\-–]")
_MOST = 999


def shape(digits: str) -> tuple[list[str], str]:
    """Return the numbers and the separators of a run of digits: "22/1-27" gives (["22", "1", "27"], "/-")."""
    return _SPLIT.split(digits), "".join(_SPLIT.findall(digits))


def whole(r: Reader, i: int, most: int = _MOST) -> Found[int]:
    """Read a whole number in digits or words; "en" and "et par" count."""
    match r.cls(i):
        case Cls.DIGITS if r.value(i).isdigit() and len(r.value(i)) <= 4:
            number = int(r.value(i))
        case Cls.NUMBER | Cls.COUPLE:
            number = int(r.value(i))
        case Cls.ONE:
            number = 1
        case _:
            return None
    return (number, i + 1) if number <= most else None


def hour(r: Reader, i: int) -> Found[tuple[int, bool]]:
    """Read an hour 0-24 and whether it may mean either half of the day ("8", but not "08" or "20")."""
    if r.cls(i) is Cls.COUPLE or (r.cls(i) is Cls.ONE and r.value(i) != "neuter"):
        return None
    found = whole(r, i, 24)
    if found is None or (r.cls(i) is Cls.DIGITS and len(r.value(i)) > 2):
        return None
    leading_zero = r.cls(i) is Cls.DIGITS and r.value(i).startswith("0")
    return (found[0], 1 <= found[0] <= 12 and not leading_zero), found[1]


def ordinal(r: Reader, i: int, *, other: bool = False) -> Found[int]:
    """Read "3.", "tredje" or, if `other`, also "anden"."""
    if r.cls(i) is Cls.ORDINAL or (other and r.cls(i) is Cls.ORDINAL_OTHER):
        return int(r.value(i)), i + 1
    if r.cls(i) is Cls.DIGITS and r.value(i).isdigit() and len(r.value(i)) <= 2:
        return int(r.value(i)), r.past_mark(i + 1)
    return None


def year(r: Reader, i: int) -> Found[int]:
    """Read a year written with four digits."""
    if (
        r.cls(i) is Cls.DIGITS
        and r.value(i).isdigit()
        and len(r.value(i)) == 4
        and 1900 <= int(r.value(i)) <= 2199
    ):
        return int(r.value(i)), i + 1
    return None


def amount(r: Reader, i: int) -> Found[float]:
    """Read how many of a unit: "to", "2,5", "halvanden", "en halv", "to og en halv"."""
    if r.cls(i) is Cls.ONE_AND_HALF:
        return float(r.value(i)), i + 1
    if r.cls(i) is Cls.HALF:
        return 0.5, i + 1
    if r.cls(i) is Cls.ONE and r.cls(i + 1) is Cls.HALF:
        return 0.5, i + 2
    if r.cls(i) is Cls.DIGITS:
        numbers, separators = shape(r.value(i))
        if separators in (",", ".") and all(len(n) <= 3 for n in numbers):
            return float(".".join(numbers)), i + 1
    found = whole(r, i)
    if (
        found
        and r.cls(found[1]) is Cls.AND
        and r.cls(found[1] + 1) is Cls.ONE
        and r.cls(found[1] + 2) is Cls.HALF
    ):
        return found[0] + 0.5, found[1] + 3
    return found


def duration(r: Reader, i: int) -> Found[Duration]:
    """Read an amount and its unit, perhaps two ("1 time og 20 minutter")."""
    j = r.past(i, Cls.APPROX, Cls.HERE, Cls.ROUGHLY, Cls.AT)
    if r.cls(j) is Cls.ONE and r.cls(j + 1) in (Cls.DIGITS, Cls.NUMBER):  # "om en 20 minutter"
        j += 1
    found = _one_duration(r, r.past_mark(j) if r.cls(j - 1) is Cls.APPROX else j)
    if found and r.cls(found[1]) is Cls.AND and (more := _one_duration(r, found[1] + 1)):
        return _sum(found[0], more[0]), more[1]
    return found


def _one_duration(r: Reader, i: int) -> Found[Duration]:
    count = amount(r, i)
    if count and r.cls(count[1]) is Cls.HOUR_MARK and r.touches(count[1]):
        return of_unit(count[0], "hour"), count[1] + 1
    if count is None or r.cls(count[1]) is not Cls.UNIT:
        return None
    return of_unit(count[0], r.value(count[1])), r.past_mark(count[1] + 1) if _abbreviated(
        r, count[1]
    ) else count[1] + 1


def _abbreviated(r: Reader, i: int) -> bool:
    """Say whether the dot after the unit at `i` belongs to it ("20 min. hos Tage")."""
    word = r.lexemes[i]
    return word.end - word.start <= 3 and r.cls(i + 2) is not Cls.END


def of_unit(count: float, unit: str) -> Duration:
    """Return so many of a unit of the cue file; half a year is six months, half a week is days and hours."""
    seconds = {"second": 1, "minute": 60, "quarter": 900, "hour": 3600, "fullday": 86400}
    if unit in seconds:
        return Duration(seconds=round(count * seconds[unit]))
    if unit in ("month", "year"):
        months = round(count * (12 if unit == "year" else 1))
        return Duration(months=months, years_only=unit == "year" and count == int(count))
    days = count * (7 if unit == "week" else 1)
    return Duration(days=int(days), seconds=round((days - int(days)) * 86400))


def _sum(a: Duration, b: Duration) -> Duration:
    return Duration(a.months + b.months, a.days + b.days, a.seconds + b.seconds)
