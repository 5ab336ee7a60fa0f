"""Scans a text for time mentions and lets those that belong together share what is said once."""

from dataclasses import dataclass, replace

from nlu.components.times.candidates import candidates
from nlu.components.times.clock_rules import clock
from nlu.components.times.day_partials import DayOffset
from nlu.components.times.lexis import Cls
from nlu.components.times.partials import Bounds, Moment, Reach
from nlu.components.times.point_rules import joint, point
from nlu.components.times.range_rules import ranged
from nlu.components.times.reader import Found, Reader
from nlu.components.times.relative_rules import relative
from nlu.components.times.span_rules import past_to

# No question names more times than this; a text of ten thousand "kl. 8" must not cost more than a few.
MOST_MENTIONS = 30
MOST_ATTEMPTS = 80

# They join two mentions; no rule of the grammar begins with one.
_BEGINS_NONE = (Cls.PUNCT, Cls.AND)

_TAKES_A_DAY = {Reach.BETWEEN, Reach.UNTIL, Reach.BEFORE, Reach.AFTER, Reach.GOING_HOME}
_HABIT_NOUNS = (
    Cls.UNIT,
    Cls.WEEKDAY,
    Cls.PART,
    Cls.WEEKEND,
    Cls.DAY_NOUN,
    Cls.MONTH,
    Cls.SEASON_NEAR,
    Cls.QUARTER_YEAR,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A moment and the lexemes it stands on, the last one excluded."""

    moment: Moment
    first: int
    last: int


def scan(r: Reader) -> list[Piece]:
    """Return the time mentions of a text in order."""
    pieces: list[Piece] = []
    marked = candidates(r)
    handover = any(lexeme.cls is Cls.HANDOVER for lexeme in r.lexemes)
    i = attempts = 0
    while i < len(r.lexemes) and len(pieces) < MOST_MENTIONS and attempts < MOST_ATTEMPTS:
        if r.cls(i) is Cls.RECURRING:
            i = _past_habit(r, i)
        elif r.cls(i) in (Cls.ROOM, Cls.STREET):
            i = _past_number(r, i)
        elif not marked[i] or (r.cls(i) is Cls.PUNCT and not r.is_mark(i, ",")):
            i += 1
        else:
            attempts += 1
            found = _listed(r, i, pieces) or (None if r.cls(i) in _BEGINS_NONE else mention(r, i))
            if found and not (handover and _is_audience(r, i, found[0])):
                pieces.append(Piece(found[0], i, found[1]))
            i = found[1] if found else i + 1
    return pieces


def mention(r: Reader, i: int) -> Found[Moment]:
    """Read one mention: a range with the day said before or after it, or a point."""
    if bounds := relative(r, i) or ranged(r, i):
        return _then_point(r, bounds)
    found = point(r, i)
    dated = found is not None and (found[0].day is not None or found[0].part is not None)
    if found and dated and found[0].clock and (span := _to_another_clock(r, *found)):
        return span
    if found and found[0].clock and (end := _onward(r, found[1])):
        return Moment(bounds=Bounds(Reach.AFTER, first=found[0])), end
    if found is None or found[0].clock is not None:
        return found
    bounds = ranged(r, joint(r, found[1])) or ranged(r, found[1])
    if bounds is None and found[0].day == DayOffset(0):
        j = r.past(found[1], Cls.HERE)  # "i dag altså resten af dagen"
        rest = relative(r, j) if r.cls(j) is Cls.REST else None
        if rest:
            return Moment(bounds=rest[0]), rest[1]
    if bounds and bounds[0].reach in _TAKES_A_DAY and not _has_day(bounds[0]):
        return replace(found[0], bounds=bounds[0]), bounds[1]
    return found


def _onward(r: Reader, i: int) -> int | None:
    """Return the index after "og frem", "og senere" or "og resten af dagen" behind an hour."""
    if r.cls(i) is Cls.ONWARD:
        return i + 1
    if r.cls(i) is not Cls.AND or r.cls(i + 1) is not Cls.REST:
        return None
    rest = relative(r, i + 1)
    if rest is None:
        return i + 2  # "og senere"
    return rest[1] if rest[0].last == Moment(day=DayOffset(0)) else None


def _to_another_clock(r: Reader, first: Moment, i: int) -> Found[Moment]:
    """Read the end of "i morgen kl. 13 til 15" and of "lørdag kl. 10 til søndag kl. 12"."""
    j = past_to(r, i)
    last = point(r, j, loose=True) if j is not None else None
    if last is None or last[0].clock is None or r.is_amount(last[1]):
        return None
    return Moment(bounds=Bounds(Reach.BETWEEN, first, last[0])), last[1]


def _then_point(r: Reader, bounds: tuple[Bounds, int]) -> Found[Moment]:
    """Add the day or part said after a range: "mellem 14 og 16 på fredag"."""
    whole = Moment(bounds=bounds[0])
    if bounds[0].reach is Reach.REST and (today := point(r, joint(r, bounds[1]))) and _is_today(today[0]):
        return whole, today[1]  # "resten af dagen i dag"
    if bounds[0].reach not in _TAKES_A_DAY or _has_day(bounds[0]):
        return whole, bounds[1]
    more = point(r, joint(r, bounds[1])) or point(r, bounds[1])
    if more is None or more[0].clock or more[0].shift:
        return whole, bounds[1]
    return replace(whole, day=more[0].day, part=more[0].part), more[1]


def _is_today(moment: Moment) -> bool:
    return moment == Moment(day=DayOffset(0))


def _has_day(bounds: Bounds) -> bool:
    """Say whether an end of the range names its own day, so that no other day may be added."""
    return any(end is not None and end.day is not None for end in (bounds.first, bounds.last))


def _listed(r: Reader, i: int, pieces: list[Piece]) -> Found[Moment]:
    """Read the further hours of "kl. 8, 12 og 18", which need no clock word of their own."""
    if not pieces or pieces[-1].last != i or pieces[-1].moment.clock is None:
        return None
    if not (r.cls(i) is Cls.AND or r.is_mark(i, ",")) or r.cls(i + 1) not in (Cls.DIGITS, Cls.NUMBER):
        return None
    if r.cls(i) is Cls.AND:
        return point(r, i + 1, loose=True)
    further = clock(r, i + 1, loose=True)
    return (Moment(clock=further[0]), further[1]) if further else None


def _past_number(r: Reader, i: int) -> int:
    """Return the index after a room or a device and its numbers, or a street and its house number."""
    if r.cls(i) is Cls.STREET:
        house = r.cls(i + 1) is Cls.NUMBER or (r.cls(i + 1) is Cls.DIGITS and r.value(i + 1).isdigit())
        return i + 1 + house
    return r.past(r.past(i, Cls.ROOM), Cls.DIGITS, Cls.NUMBER)


def _past_habit(r: Reader, i: int) -> int:
    """Return the index after "hver fredag", "to gange om dagen": a habit is no window."""
    j = r.past(i + 1, Cls.ABOUT, Cls.ORDINAL, Cls.ORDINAL_OTHER, Cls.NUMBER, Cls.DIGITS, Cls.RECURRING)
    return r.past(j, *_HABIT_NOUNS)


def _is_audience(r: Reader, i: int, moment: Moment) -> bool:
    """Say whether a shift is who hears a handover ("overlevering til nattevagten"), not what it is about."""
    return moment.shift is not None and r.cls(i - 1) is Cls.TO
