"""Grammar of clock times: "kl. 14.30", "halv ni", "ti minutter over halv ni", "ved to-tiden", "midnat"."""

from dataclasses import replace

from nlu.components.times.lexis import Cls
from nlu.components.times.numerals import hour, shape, whole
from nlu.components.times.partials import Clock
from nlu.components.times.reader import Found, Reader

_ROUND_MINUTES = (5, 10, 20, 25)
_FILLERS = (Cls.APPROX, Cls.HERE, Cls.AT)
_BEFORE_A_LENGTH = (Cls.ABOUT, Cls.FOR, Cls.WITHIN, Cls.NEXT, Cls.LAST, Cls.RECURRING, Cls.COUPLE)
_AFTER_A_LENGTH = (Cls.REST, Cls.SINCE, Cls.FROM)
_AFTER_CLOCK_WORD = (*_FILLERS, Cls.IS)


def clock(r: Reader, i: int, *, loose: bool = False) -> Found[Clock]:
    """Read a clock time, and the zone said after it ("kl. 8 GMT").

    :param loose: the words before make a time likely ("i morgen", "mellem"), so a bare number is one too.
    """
    found = _clock(r, i, loose=loose)
    if found is None or r.cls(found[1]) is not Cls.ZONE:
        return found
    return replace(found[0], spoken=False, zone=int(r.value(found[1]))), found[1] + 1


def _clock(r: Reader, i: int, *, loose: bool) -> Found[Clock]:
    j = r.past(i, *_FILLERS)
    if r.cls(j) is Cls.CLOCK_WORD:
        j = r.past(r.past_mark(j + 1, ".:,"), *_AFTER_CLOCK_WORD)
        return _spoken(r, j, announced=True) or _digital(r, j, announced=True) or _bare(r, j)
    if r.cls(i - 1) is Cls.ROOM:
        return None
    found = _spoken(r, j, announced=False) or _digital(r, j, announced=False) or _tiden(r, j)
    if found is None and (loose or (r.cls(j - 1) in (Cls.APPROX, Cls.AT) and r.cls(j) is Cls.NUMBER)):
        found = _bare(r, j)
        if found and not r.stands_alone(found[1]):
            return None
    return found


def _spoken(r: Reader, i: int, *, announced: bool) -> Found[Clock]:
    """Read what is only said of clocks: midnight, half past, minutes to and over."""
    if r.cls(i) is Cls.MIDNIGHT:
        return Clock(24), i + 1
    if r.cls(i) is Cls.HALF_PAST:
        return _minus((int(r.value(i)), True), 30), i + 1
    if r.cls(i) is Cls.HALF and (at := hour(r, i + 1)) and at[0][0] > 0 and not r.is_amount(at[1]):
        return _minus(at[0], 30), at[1]
    found = _minutes(r, i, announced=announced)
    if found is None or r.cls(found[1]) not in (Cls.OVER, Cls.IN):
        return None
    sign = 1 if r.cls(found[1]) is Cls.OVER else -1
    j = found[1] + 1
    if r.cls(j) is Cls.MIDNIGHT:
        return _minus((24, False), -sign * found[0]), j + 1
    half = r.cls(j) is Cls.HALF
    at = hour(r, j + half)
    if at is None or r.is_amount(at[1]) or at[0][0] == 0:
        return None
    return _minus(at[0], 30 * half - sign * found[0]), at[1]


def _minutes(r: Reader, i: int, *, announced: bool) -> Found[int]:
    """Read the minutes of "ti minutter i ni"; unless a clock is announced, a bare count must be round."""
    if r.cls(i) is Cls.QUARTER or (r.cls(i) is Cls.UNIT and r.value(i) == "quarter"):
        return 15, i + 1
    count = whole(r, i, 29)
    if count is None:
        return None
    if r.cls(count[1]) is Cls.UNIT and r.value(count[1]) in ("minute", "quarter"):
        return count[0] * (15 if r.value(count[1]) == "quarter" else 1), r.past_mark(count[1] + 1)
    return count if announced or count[0] in _ROUND_MINUTES else None


def _minus(at: tuple[int, bool], minutes: int) -> Clock:
    """Return the clock so many minutes before an hour, on the same dial as the hour."""
    hours, spoken = at
    total = (hours * 60 - minutes) % (12 * 60 if spoken else 24 * 60)
    return Clock(total // 60 or (12 if spoken else 0), total % 60, spoken=spoken)


def _digital(r: Reader, i: int, *, announced: bool) -> Found[Clock]:
    """Read "14.30", "14:30:15" and, after a clock word, "1430"; with minutes it is a 24-hour time."""
    if r.cls(i) is not Cls.DIGITS or (not announced and r.cls(i + 1) is Cls.MEASURE):
        return None
    numbers, marks = shape(r.value(i))
    if marked := _with_hour_mark(r, i):
        return marked
    if announced and (short := compact(r, i)):
        return short
    allowed = {".", ":", "::", ".."} | ({","} if announced else set())
    if marks not in allowed or any(len(n) > 2 for n in numbers) or any(len(n) != 2 for n in numbers[1:]):
        return None
    if marks == ".." and not announced:
        return None
    return _valid([int(n) for n in numbers], i + 1)


def compact(r: Reader, i: int) -> Found[Clock]:
    """Read "730", "1415": hours and minutes without a mark, which only the words around make a time."""
    digits = r.value(i)
    if len(digits) not in (3, 4) or not digits.isdigit():
        return None
    return _valid([int(digits[:-2]), int(digits[-2:])], i + 1)


def _with_hour_mark(r: Reader, i: int) -> Found[Clock]:
    """Read "15h", "14h30"; not the length of "om 2h"."""
    if r.cls(i + 1) is not Cls.HOUR_MARK or not r.touches(i + 1) or r.cls(i - 1) in _BEFORE_A_LENGTH:
        return None
    if not r.value(i).isdigit() or len(r.value(i)) > 2:
        return None
    hours, j = int(r.value(i)), i + 2
    if r.cls(j) is Cls.DIGITS and r.touches(j) and r.value(j).isdigit() and len(r.value(j)) == 2:
        return _valid([hours, int(r.value(j))], j + 1)
    return _valid([hours], j) if hours < 24 and r.cls(j) not in _AFTER_A_LENGTH else None


def _valid(numbers: list[int], j: int) -> Found[Clock]:
    hours, minutes, seconds = (*numbers, 0, 0)[:3]
    if minutes > 59 or seconds > 59 or hours > 24 or (hours == 24 and minutes + seconds > 0):
        return None
    return Clock(hours, minutes, seconds), j


def _bare(r: Reader, i: int) -> Found[Clock]:
    """Read an hour alone, or said with its minutes ("tyve femogfyrre", "otte nul fem", "14 30")."""
    at = hour(r, i)
    if at is None:
        return None
    (hours, spoken), j = at
    if hours == 0 and r.cls(i) is Cls.NUMBER and r.cls(j) is not Cls.NUMBER:
        return None
    if minutes := _spoken_minutes(r, i, j):
        return _valid([hours, minutes[0]], minutes[1])
    if r.cls(j) is Cls.UNIT:
        return None
    return Clock(hours, spoken=spoken), _past_tiden(r, j)


def _spoken_minutes(r: Reader, i: int, j: int) -> Found[int]:
    """Read minutes said after the hour, in words after words and in digits after digits."""
    if r.cls(j) is not r.cls(i) or r.cls(j) not in (Cls.NUMBER, Cls.DIGITS):
        return None
    if r.cls(j) is Cls.NUMBER and r.value(j) == "0":
        low = whole(r, j + 1, 59)
        return low if low and not r.is_amount(low[1]) else None
    minutes = whole(r, j, 59)
    if minutes is None or minutes[0] < 10 or r.is_amount(minutes[1]):
        return None
    return minutes


def _tiden(r: Reader, i: int) -> Found[Clock]:
    """Read "to-tiden", "14 tiden", "totiden"."""
    if r.cls(i) is Cls.HOUR_TIDEN:
        return Clock(int(r.value(i)), spoken=True), i + 1
    at = hour(r, i)
    if at is None or _past_tiden(r, at[1]) == at[1]:
        return None
    return Clock(at[0][0], spoken=at[0][1]), _past_tiden(r, at[1])


def _past_tiden(r: Reader, i: int) -> int:
    j = r.past_mark(i, "-–")
    return j + 1 if r.cls(j) is Cls.TIDEN else i
