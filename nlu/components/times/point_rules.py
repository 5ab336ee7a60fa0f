"""Grammar of one point: puts day, part, clock and shift together where the words stand together."""

from dataclasses import replace

from nlu.components.times.clock_offsets import offset_clock
from nlu.components.times.clock_rules import clock
from nlu.components.times.day_partials import DayOffset
from nlu.components.times.day_rules import day
from nlu.components.times.lexis import Cls
from nlu.components.times.numerals import hour
from nlu.components.times.part_rules import night_to, part, shift
from nlu.components.times.partials import Clock, Moment, Part, PartOfDay
from nlu.components.times.reader import Found, Reader

# No piece begins with one of these, and after most times one of them follows.
_BEGINS_NONE = frozenset(
    {
        Cls.AND, Cls.BUT, Cls.CORRECTION, Cls.END, Cls.FUNCTION, Cls.GOVERNS_TO, Cls.HANDOVER, Cls.IS,
        Cls.MEASURE, Cls.NOT_TIME, Cls.OTHER, Cls.PREPOSITION, Cls.ROOM, Cls.STREET,
    }
)  # fmt: skip
_COUNTED = (Cls.ROOM, Cls.THE, Cls.THE_OTHER)  # "bolig 6 i aften", "de to i aften"


def point(r: Reader, i: int, *, loose: bool = False) -> Found[Moment]:
    """Read the pieces of one point in any order: "i morgen kl 8", "kl. 3 i nat", "onsdag eftermiddag".

    :param loose: the word before announces a time ("mellem", "inden"), so a bare number may be an hour.
    """
    found = _bare_hour_before_part(r, i) or _early_day(r, i) or _piece(r, i, Moment(), loose=loose)
    while found:
        more = _further(r, found[1], found[0])
        if more is None:
            return found
        found = more
    return None


def _further(r: Reader, i: int, so_far: Moment) -> Found[Moment]:
    """Add the piece behind the small words at `i`, else the one that begins with them."""
    j = joint(r, i)
    more = _piece(r, j, so_far, loose=True)
    return _piece(r, i, so_far, loose=True) if more is None and j != i else more


def joint(r: Reader, i: int) -> int:
    """Return the index after the small words that may stand between the pieces of one mention."""
    j = r.past_mark(i, ",")
    return r.past(j, Cls.HERE)


def _piece(r: Reader, i: int, so_far: Moment, *, loose: bool) -> Found[Moment]:
    """Add one piece to a moment that lacks it."""
    if r.cls(i) in _BEGINS_NONE:
        return None
    m = so_far
    if m.part is None and m.day is None and (night := night_to(r, i)):
        return replace(m, part=night[0][0], day=night[0][1]), night[1]
    if m.part is None and (a_part := part(r, i, after_day=m.day is not None or m.clock is not None)):
        return _with_shift(replace(m, part=a_part[0])), a_part[1]
    if m.shift is None and (a_shift := shift(r, i)):
        return _with_shift(replace(m, shift=a_shift[0])), a_shift[1]
    if m.day is None and (a_day := day(r, i)):
        return replace(m, day=a_day[0]), a_day[1]
    comma = r.is_mark(i - 1, ",")
    if m.clock is None and (a_clock := offset_clock(r, i) or clock(r, i, loose=loose and not comma)):
        return replace(m, clock=a_clock[0]), a_clock[1]
    return None


def _with_shift(m: Moment) -> Moment:
    """Let a part beside a shift give its day only: "aftenvagten i aftes" is yesterday's evening shift."""
    if m.shift is None or m.part is None:
        return m
    if m.shift.name is None:
        return replace(m, shift=None)
    tonight = m.part.name is Part.NIGHT or m.part.near is None
    return replace(m, part=None, day=m.day if tonight else m.day or DayOffset(m.part.near or 0))


def _bare_hour_before_part(r: Reader, i: int) -> Found[Moment]:
    """Read "otte i aften", "to i nat": the part after it makes the number an hour."""
    at = hour(r, i) if r.cls(i - 1) not in _COUNTED and r.cls(i) is not Cls.ONE else None
    if at is None or not at[0][1]:
        return None
    following = part(r, at[1]) if r.cls(at[1]) in (Cls.PART_NEAR, Cls.ABOUT, Cls.HERE) else None
    if following is None:
        return None
    return Moment(clock=Clock(at[0][0], spoken=True), part=following[0]), following[1]


def _early_day(r: Reader, i: int) -> Found[Moment]:
    """Read "tidligt i morgen", which is "i morgen tidlig"."""
    found = day(r, i + 1) if r.cls(i) is Cls.EARLY else None
    return (Moment(day=found[0], part=PartOfDay(Part.MORNING)), r.past(found[1], Cls.PART)) if found else None
