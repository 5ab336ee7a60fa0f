"""Grammar of two times with "til" or a dash between them: "13-15 juli", "kl. 8-10", "mandag til fredag"."""

from collections.abc import Callable
from dataclasses import replace

from nlu.components.times.clock_rules import clock
from nlu.components.times.date_rules import checked, date, month
from nlu.components.times.day_partials import Date, DayRule, Weekday, Within
from nlu.components.times.day_rules import day
from nlu.components.times.lending import lent
from nlu.components.times.lexis import Cls
from nlu.components.times.numerals import ordinal, shape
from nlu.components.times.partials import Bounds, Clock, Moment, Reach
from nlu.components.times.reader import Found, Reader

_PARTS_WITH_TO = ("morning", "midday 0 ahead")  # the til of "fra kl. 22 til morgen" is in the cue
Joint = Callable[[Reader, int], int | None]
_DAYS_AFTER = (Cls.DAY_OFFSET, Cls.PART_NEAR, Cls.WEEKDAY)  # "8-10 i morgen" are hours, "2-4 gange" are not


def past_to(r: Reader, i: int) -> int | None:
    """Return the index after "til", "indtil" or a dash, or None."""
    if r.cls(i) is Cls.AND and r.cls(i + 1) is Cls.TO:
        i += 1
    if r.cls(i) is Cls.PART_NEAR and r.value(i) in _PARTS_WITH_TO:
        return i
    return i + 1 if r.cls(i) in (Cls.TO, Cls.UNTIL, Cls.THROUGH) or r.is_mark(i, "-–") else None


def past_and(r: Reader, i: int) -> int | None:
    return i + 1 if r.cls(i) is Cls.AND else None


def day_span(r: Reader, i: int, *, joined_by: Joint = past_to) -> Found[Bounds]:
    """Read "13-15 juli", "den 3. til den 5. maj": the first day borrows the second's month."""
    if (
        r.cls(i) is Cls.DIGITS
        and shape(r.value(i))[1] in ("-", "–")
        and (named := month(r, r.past_mark(i + 1)))
    ):
        days = [int(n) for n in shape(r.value(i))[0] if len(n) <= 2]
        if len(days) == 2 and all(checked(Date(d, named[0]), i) for d in days):
            return _days(Date(days[0], named[0]), Date(days[1], named[0])), named[1]
        return None
    if r.cls(i) is Cls.DIGITS and shape(r.value(i))[1] in ("/-/", "/–/"):
        numbers = [int(n) for n in shape(r.value(i))[0]]
        ends = [Date(*numbers[:2]), Date(*numbers[2:])]
        return (_days(*ends), i + 1) if all(checked(end, i) for end in ends) else None
    first = ordinal(r, r.past_mark(r.past(i, Cls.THE)))
    j = joined_by(r, first[1]) if first else None
    last = date(r, j, loose=True) or date(r, r.past(j, Cls.THE)) if j is not None else None
    if first is None or last is None or last[0].month is None:
        return None
    start = replace(last[0], day=first[0])
    if start.day > last[0].day or not checked(start, i):
        return None
    return _days(start, last[0]), last[1]


def _days(first: DayRule, last: DayRule) -> Bounds:
    return Bounds(Reach.BETWEEN, Moment(day=first), Moment(day=last))


def clock_span(r: Reader, i: int, *, announced: bool = False) -> Found[Bounds]:
    """Read "kl. 8-10", "14.00-16.00", "9:30 til 11:00"."""
    j = r.past_mark(i + 1) if r.cls(i) is Cls.CLOCK_WORD else i
    if r.cls(i - 1) is Cls.ROOM or r.cls(j) is Cls.UNIT:
        return None
    sure = announced or j > i or r.cls(j + 1) in _DAYS_AFTER
    halves = _halves(r.value(j), sure=sure) if r.cls(j) is Cls.DIGITS else None
    if halves and not r.is_amount(j + 1) and r.cls(j + 1) is not Cls.TO:
        return Bounds(Reach.BETWEEN, Moment(clock=halves[0]), Moment(clock=halves[1])), j + 1
    first = clock(r, i) or (None if announced else _bare(r, i))
    k = past_to(r, first[1]) if first else None
    last = clock(r, k, loose=True) if k is not None else None
    if first is None or last is None or r.is_amount(last[1]):
        return None
    return Bounds(Reach.BETWEEN, Moment(clock=first[0]), Moment(clock=last[0])), last[1]


def _bare(r: Reader, i: int) -> Found[Clock]:
    """Read the 8 of "8 til 10 i morgen": the day after it makes hours of the numbers."""
    numbers = (Cls.DIGITS, Cls.NUMBER)
    joined = r.cls(i) in numbers and r.cls(i + 1) is Cls.TO and r.cls(i + 2) in numbers
    return clock(r, i, loose=True) if joined and r.cls(i + 3) in _DAYS_AFTER else None


def _halves(digits: str, *, sure: bool) -> list[Clock] | None:
    """Split "14.00-16.00" or, after a clock word, "8-10" into two clocks."""
    sides = digits.replace("–", "-").split("-")
    if len(sides) != 2 or not (sure or all("." in side or ":" in side for side in sides)):
        return None
    clocks = []
    for side in sides:
        numbers, marks = shape(side)
        if len(marks) > 1 or marks in (",", "/") or any(len(n) > 2 for n in numbers):
            return None
        hours, minutes = int(numbers[0]), int(numbers[1]) if marks else 0
        if hours > 24 or minutes > 59 or (hours == 24 and minutes) or (marks and len(numbers[1]) != 2):
            return None
        clocks.append(
            Clock(hours, minutes, spoken=not marks and 1 <= hours <= 12 and not side.startswith("0"))
        )
    return clocks


def weekday_span(r: Reader, i: int) -> Found[Bounds]:
    """Read "mandag til fredag", "man-fre", "onsdag til fredag i uge 8", "8. aug - 12. aug", "12/2 - 14/2"."""
    if r.cls(i) not in (Cls.WEEKDAY, Cls.WEEKDAY_SHORT, Cls.DIGITS, Cls.ORDINAL, Cls.THE, Cls.ON):
        return None
    first = _short(r, i) or day(r, i) or _slashed(r, i)
    if first is None or not isinstance(first[0], Weekday | Date):
        return None
    j = past_to(r, first[1])
    last = (_short(r, j) or day(r, j) or _slashed(r, j)) if j is not None else None
    if last is None or not isinstance(last[0], Weekday | Date | Within):
        return None
    return _days(lent(first[0], last[0]) or first[0], last[0]), last[1]


def _short(r: Reader, i: int) -> Found[DayRule]:
    """Read the "man" of "man-fre", which a joint or another weekday beside it makes a weekday."""
    if r.cls(i) is not Cls.WEEKDAY_SHORT:
        return None
    j = r.past_mark(i + 1)
    k = past_to(r, j)
    other = r.cls(k) if k is not None else r.cls(i - 2)
    if other not in (Cls.WEEKDAY_SHORT, Cls.WEEKDAY) or (k is None and past_to(r, i - 1) != i):
        return None
    return Weekday(int(r.value(i))), j


def _slashed(r: Reader, i: int) -> Found[Date]:
    """Read the "12/2" of a span, where a dash keeps it from being a fraction."""
    return date(r, i, loose=True) if r.cls(i) is Cls.DIGITS and "/" in r.value(i) else None
