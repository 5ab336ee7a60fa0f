"""Reads "stampe 21", "vibeke 8": a message that is a name and an hour, without any word for time."""

from nlu.components.times.lexis import Cls
from nlu.components.times.mentions import Piece
from nlu.components.times.numerals import hour
from nlu.components.times.partials import Clock, Moment
from nlu.components.times.reader import Reader

_MOST_NAMES = 3
_SHORTEST_NAME = 3


def bare_hour(r: Reader) -> list[Piece]:
    """Return the hour of a message of one to three unknown words and a number in digits, else nothing.

    "bolig 12", "mosevej 3", "puls 18", "2 panodil" and whole sentences give nothing.
    """
    length = len(r.lexemes)
    while length and r.is_mark(length - 1, "?.!"):
        length -= 1
    i = length - 1
    if not 1 <= i <= _MOST_NAMES or r.cls(i) is not Cls.DIGITS or not all(_may_name(r, j) for j in range(i)):
        return []
    at = hour(r, i)
    if at is None or at[0][0] == 0:
        return []
    return [Piece(Moment(clock=Clock(at[0][0], spoken=at[0][1])), i, i + 1)]


def _may_name(r: Reader, i: int) -> bool:
    word = r.lexemes[i]
    return word.cls is Cls.OTHER and word.end - word.start >= _SHORTEST_NAME
