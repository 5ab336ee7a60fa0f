"""Splits a text into clauses, and shares days inside them: "I morgen skal Bodil have sår skiftet kl. 10"."""

from dataclasses import replace

from nlu.components.times.lexis import Cls
from nlu.components.times.mentions import Piece
from nlu.components.times.partials import Moment
from nlu.components.times.reader import Reader


def clause_starts(r: Reader, pieces: list[Piece]) -> list[int]:
    """Return for every lexeme the index of the lexeme its clause starts at."""
    inside = {i for p in pieces for i in range(p.first, p.last)}
    starts: list[int] = []
    start = 0
    for i in range(len(r.lexemes)):
        if i not in inside and _divides(r, i):
            start = i + 1
        starts.append(start)
    return starts


def _divides(r: Reader, i: int) -> bool:
    if r.cls(i) is Cls.BUT or r.is_mark(i, "?!;"):
        return True
    if r.is_mark(i, "."):
        return i + 1 < len(r.lexemes) and r.lexemes[i + 1].capital
    return r.is_mark(i, ",") and r.cls(i + 1) is Cls.AND


def share_days(r: Reader, pieces: list[Piece], starts: list[int]) -> list[Piece]:
    """Give a clock or range without a day the day said elsewhere in its clause.

    A day that others have taken over is no mention of its own any more.
    """
    shared = list(pieces)
    taken: set[int] = set()
    for n, piece in enumerate(pieces):
        giver = _giver(r, shared, n, starts) if _wants_day(piece.moment) else None
        if giver is None or (giver < n - 1 and _comma_between(r, pieces, n - 1, n)):
            continue  # "I går faldt hun kl. 14, hvad skal vi gøre kl. 8": a new sentence has begun
        source = shared[giver].moment
        if _only_day(source):
            taken.add(giver)
        moment = replace(piece.moment, day=source.day, part=piece.moment.part or source.part)
        shared[n] = replace(piece, moment=moment)
    return [p for n, p in enumerate(shared) if n not in taken]


def _wants_day(moment: Moment) -> bool:
    if moment.day is not None or (moment.part is not None and moment.part.near is not None):
        return False
    if moment.bounds is not None:
        ends = [e for e in (moment.bounds.first, moment.bounds.last) if e is not None]
        return bool(ends) and all(e.clock is not None and e.day is None and e.part is None for e in ends)
    return moment.clock is not None


def _only_day(moment: Moment) -> bool:
    return moment.clock is None and moment.bounds is None and moment.shift is None


def _gives(moment: Moment) -> bool:
    return (
        moment.bounds is None and moment.shift is None and (moment.day is not None or moment.part is not None)
    )


def _giver(r: Reader, pieces: list[Piece], n: int, starts: list[int]) -> int | None:
    """Return the nearest day before in the clause, else the nearest after."""
    clause = starts[pieces[n].first]
    for m in range(n - 1, max(n - 6, -1), -1):
        if starts[pieces[m].first] != clause:
            break
        if _gives(pieces[m].moment) and (_only_day(pieces[m].moment) or not _comma_between(r, pieces, m, n)):
            return m
    for m in range(n + 1, min(n + 6, len(pieces))):
        if starts[pieces[m].first] != clause:
            break
        if _gives(pieces[m].moment) and (_only_day(pieces[m].moment) or _beside(r, pieces, m, m - 1)):
            return m
    return None


def _comma_between(r: Reader, pieces: list[Piece], first: int, second: int) -> bool:
    """Say whether more than a list's comma parts two times: the second may be of another sentence."""
    gap = range(pieces[first].last, pieces[second].first)
    return any(r.cls(i) is Cls.PUNCT for i in gap) and not _beside(r, pieces, first, second)


def _beside(r: Reader, pieces: list[Piece], n: int, m: int) -> bool:
    """Say whether two mentions are joined by nothing but "og" or a comma."""
    first, second = sorted((n, m))
    gap = range(pieces[first].last, pieces[second].first)
    return all(r.cls(i) is Cls.AND or r.is_mark(i, ",") for i in gap)
