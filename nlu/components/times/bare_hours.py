"""Reads "stampe 21", "vibeke 730 og 1730": hours without any word for time, beside a citizen's name."""

from nlu.components.times.clock_rules import compact
from nlu.components.times.lexis import Cls
from nlu.components.times.mentions import MOST_MENTIONS, Piece
from nlu.components.times.numerals import hour
from nlu.components.times.partials import Clock, Moment
from nlu.components.times.reader import Found, Reader

_MOST_NAMES = 3
_SHORTEST_NAME = 3
_NEVER_BEFORE = (Cls.ROOM, Cls.STREET, Cls.DIGITS, Cls.UNIT, Cls.THE, Cls.TO)
_EARLIEST_SHORT_HOUR = 5


def bare_hours(r: Reader) -> list[Piece]:
    """Return the compact clock times of a message, or the hours that end one of names and numbers only.

    "bolig 12", "mosevej 3", "puls 18", "2 panodil", "300 ml" and "gruppe 2 skal ud" give nothing.
    """
    return _compact(r) or _after_names(r)


def _compact(r: Reader) -> list[Piece]:
    """Return every "730" and "1415" that nothing counts: no unit, noun, room or code stands beside it.

    Full hundreds are rather an amount ("har drukket 1200"), unless such a time is said too ("730 og 1200").
    """
    pieces: list[Piece] = []
    if all(lexeme.cls is not Cls.OTHER for lexeme in r.lexemes):
        return []
    for i in range(len(r.lexemes)):
        if r.cls(i) is not Cls.DIGITS or r.cls(i - 1) in _NEVER_BEFORE or r.touches(i):
            continue
        at = _likely(r, i)
        if at is None or not r.stands_alone(at[1]) or r.is_amount(at[1]):
            continue
        pieces.append(Piece(Moment(clock=at[0]), i, at[1]))
        if len(pieces) == MOST_MENTIONS:
            break
    return pieces if any(p.moment.clock and p.moment.clock.minute for p in pieces) else []


def _after_names(r: Reader) -> list[Piece]:
    """Return the hours of a message of one to three unknown words and a number in digits, or several."""
    length = len(r.lexemes)
    while length and r.is_mark(length - 1, "?.!"):
        length -= 1
    i = 0
    while i < length and i <= _MOST_NAMES and _may_name(r, i):
        i += 1
    if not 1 <= i <= _MOST_NAMES:
        return []
    pieces: list[Piece] = []
    while i < length and len(pieces) < MOST_MENTIONS:
        at = _hour(r, i)
        if at is None:
            return []
        pieces.append(Piece(Moment(clock=at[0]), i, at[1]))
        i = at[1]
        if i < length:
            if not (r.cls(i) is Cls.AND or r.is_mark(i, ",")):
                return []
            i += 1
    return pieces


def _likely(r: Reader, i: int) -> Found[Clock]:
    """Read a compact clock time that is no 112 and no blood pressure: in fives, and from 5 if without a 0."""
    at = compact(r, i)
    if at is None or at[0].minute % 5 or (len(r.value(i)) == 3 and at[0].hour < _EARLIEST_SHORT_HOUR):
        return None
    return at


def _hour(r: Reader, i: int) -> Found[Clock]:
    if r.cls(i) is not Cls.DIGITS:
        return None
    if short := _likely(r, i):
        return short
    at = hour(r, i)
    if at is None or at[0][0] == 0:
        return None
    return Clock(at[0][0], spoken=at[0][1]), at[1]


def _may_name(r: Reader, i: int) -> bool:
    word = r.lexemes[i]
    return word.cls is Cls.OTHER and word.end - word.start >= _SHORTEST_NAME
