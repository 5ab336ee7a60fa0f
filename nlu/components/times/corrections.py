"""Takes the speaker's own correction for what was meant: "klokken seks i morgen, nej halv syv"."""

from dataclasses import replace

from nlu.components.times.lexis import Cls
from nlu.components.times.mentions import Piece
from nlu.components.times.partials import Moment
from nlu.components.times.reader import Reader

_LONGEST_HESITATION = 3  # letters: "øh", "hov", "eh"
_MOST_WORDS = 6


def corrected(r: Reader, pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with each corrected one put right by the one after it; what it leaves open stands."""
    kept: list[Piece] = []
    for piece in pieces:
        if kept and _corrects(r, kept[-1].last, piece.first):
            kept[-1] = Piece(_right(kept[-1].moment, piece.moment), kept[-1].first, piece.last)
        else:
            kept.append(piece)
    return kept


def _corrects(r: Reader, i: int, end: int) -> bool:
    """Say whether nothing but a "nej" and hesitation parts two times."""
    gap = range(i, end)
    if not 1 <= len(gap) <= _MOST_WORDS or not any(r.cls(j) is Cls.CORRECTION for j in gap):
        return False
    return all(r.cls(j) in (Cls.CORRECTION, Cls.HERE, Cls.PUNCT) or _hesitates(r, j) for j in gap)


def _hesitates(r: Reader, i: int) -> bool:
    word = r.lexemes[i]
    return word.cls is Cls.OTHER and word.end - word.start <= _LONGEST_HESITATION


def _right(first: Moment, second: Moment) -> Moment:
    if first.bounds or second.bounds or first.shift or second.shift:
        return second
    return replace(
        first,
        day=second.day or first.day,
        part=second.part or first.part,
        clock=second.clock or first.clock,
    )
