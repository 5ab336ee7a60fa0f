"""Grammar of ranges with two ends or one: "mellem 14 og 16", "fra i morgen til fredag", "indtil kl. 18"."""

from dataclasses import replace

from nlu.components.times.clock_rules import clock
from nlu.components.times.governed_to import is_governed
from nlu.components.times.lending import lent
from nlu.components.times.lexis import Cls
from nlu.components.times.numerals import duration
from nlu.components.times.partials import Bounds, Moment, Part, PartOfDay, Reach, ShiftRef
from nlu.components.times.period_spans import period_span
from nlu.components.times.point_rules import point
from nlu.components.times.reader import Found, Reader
from nlu.components.times.span_rules import clock_span, day_span, past_and, past_to, weekday_span

LUNCH = Moment(part=PartOfDay(Part.MIDDAY))
_ENDS = {Cls.UNTIL: Reach.UNTIL, Cls.BEFORE: Reach.BEFORE, Cls.THROUGH: Reach.THROUGH, Cls.TO: Reach.UNTIL}


def ranged(r: Reader, i: int) -> Found[Bounds]:
    """Read a range from one of its opening words, or two times with "til" or a dash between them."""
    match r.cls(i):
        case Cls.BETWEEN:
            return _between(r, i)
        case Cls.FROM:
            return _from(r, i)
        case Cls.UNTIL | Cls.BEFORE | Cls.THROUGH | Cls.TO:
            return _until(r, i)
        case Cls.AFTER:
            return _after(r, i)
        case Cls.SINCE:
            found = _end(r, i + 1)
            return (Bounds(Reach.SINCE, first=found[0]), found[1]) if found else None
        case _:
            days = day_span(r, i) or period_span(r, i, joined_by=past_to)
            return days or clock_span(r, i) or weekday_span(r, i)


def _end(r: Reader, i: int) -> Found[Moment]:
    """Read one end of a range."""
    j = r.past(i, Cls.HERE, Cls.THE) if r.cls(r.past(i, Cls.HERE, Cls.THE)) is Cls.LUNCH else i
    if r.cls(j) is Cls.LUNCH or (r.cls(j) is Cls.PART and r.value(j) == Part.MIDDAY):
        return LUNCH, j + 1
    return point(r, i, loose=True)


def _between(r: Reader, i: int) -> Found[Bounds]:
    days = day_span(r, r.past(i + 1, Cls.THE), joined_by=past_and)
    if span := days or period_span(r, i + 1, joined_by=past_and):
        return span
    first = _end(r, i + 1)
    last = _end(r, first[1] + 1) if first and r.cls(first[1]) is Cls.AND else None
    return _both(r, i, first, last)


def _from(r: Reader, i: int) -> Found[Bounds]:
    if span := day_span(r, r.past(i + 1, Cls.THE)) or period_span(r, i + 1, joined_by=past_to):
        return span
    if r.cls(i + 1) is Cls.DIGITS and (clocks := clock_span(r, i + 1, announced=True)):
        return clocks
    if r.cls(i + 1) is Cls.NOW:
        after_now = r.past(i + 2, Cls.OF, Cls.AND)
        return _until(r, after_now) if r.cls(after_now) in _ENDS else None
    alone = clock(r, i + 1, loose=True)  # not with its part: "fra kl. 22 til morgen"
    first = (Moment(clock=alone[0]), alone[1]) if alone and past_to(r, alone[1]) else _end(r, i + 1)
    if first is None:
        return None
    j = past_to(r, r.past(first[1], Cls.AND))
    last = _end(r, j) if j is not None else None
    if j is not None and r.cls(j) is Cls.GOING_HOME:
        last = Moment(shift=ShiftRef(None)), j + 1
    if j is None and first[0].clock and not _counts(r, i, first):
        return Bounds(Reach.AFTER, first=first[0]), first[1]
    return _both(r, i, first, last)


def _both(r: Reader, i: int, first: Found[Moment], last: Found[Moment]) -> Found[Bounds]:
    if first is None or last is None or _counts(r, i, last):
        return None
    opening = replace(first[0], day=lent(first[0].day, last[0].day))
    return Bounds(Reach.BETWEEN, opening, last[0]), last[1]


def _counts(r: Reader, i: int, last: tuple[Moment, int]) -> bool:
    """Say whether the numbers count something after all: "mellem 2 og 3 tabletter", "puls mellem 8 og 10"."""
    return r.cls(i - 1) is Cls.ROOM or (last[0].clock is not None and r.is_amount(last[1]))


def _until(r: Reader, i: int) -> Found[Bounds]:
    j = r.past(i + 1, Cls.HERE)
    if is_governed(r, i):
        return None
    if r.cls(j) is Cls.GOING_HOME:
        return Bounds(Reach.GOING_HOME), j + 1
    if r.cls(i) is Cls.TO:
        at = (
            clock(r, j)
            if r.cls(j) in (Cls.CLOCK_WORD, Cls.MIDNIGHT, Cls.DIGITS, Cls.HALF, Cls.QUARTER)
            else None
        )
        last = point(r, j, loose=True) if at and at[0] else None
    else:
        last = _end(r, j)
    if last and not _counts(r, i, last):
        return Bounds(_ENDS[r.cls(i)], last=last[0]), last[1]
    length = duration(r, j) if r.cls(i) is Cls.BEFORE else None
    return (Bounds(Reach.ROLLING, duration=length[0]), length[1]) if length else None


def _after(r: Reader, i: int) -> Found[Bounds]:
    """Read "efter kl. 20", "efter frokost", "efter 9.30 men før 11", "efter kl. 15 til 17"."""
    first = _end(r, i + 1)
    if first is None or _counts(r, i, first):
        return None
    j = r.past(r.past_mark(first[1], ","), Cls.AND, Cls.BUT)
    last = _end(r, j + 1) if r.cls(j) in (Cls.BEFORE, Cls.TO, Cls.UNTIL) else None
    clocks = last is not None and first[0].clock is not None and last[0].clock is not None
    if last and (clocks or r.cls(j) is Cls.BEFORE) and not _counts(r, i, last):
        return Bounds(Reach.BETWEEN, first[0], last[0]), last[1]
    return Bounds(Reach.AFTER, first=first[0]), first[1]
