"""Splits a text into clauses, and shares days inside them: "I morgen skal Bodil have sår skiftet kl. 10"."""

from dataclasses import replace

from nlu.components.times.lexis import Cls
from nlu.components.times.mentions import Piece
from nlu.components.times.partials import Moment, Reach
from nlu.components.times.reader import Reader

_NEVER_OF_A_DAY = {Reach.REST, Reach.SO_FAR, Reach.SINCE}


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


def join_parts(r: Reader, pieces: list[Piece], starts: list[int]) -> list[Piece]:
    """Give a clock time the part of the day said later in its clause: "kl. 3 hos Lone om eftermiddagen"."""
    joined: list[Piece] = []
    for piece in pieces:
        part = piece.moment.part
        if joined and part is not None and part.habit and _is_part(piece.moment):
            last = joined[-1]
            gap = range(last.last, piece.first)
            apart = starts[last.first] != starts[piece.first]
            divided = apart or any(r.cls(i) in (Cls.AND, Cls.BUT, Cls.PUNCT) for i in gap)
            if last.moment.clock is not None and last.moment.part is None and not divided:
                joined[-1] = replace(last, moment=replace(last.moment, part=part))
                continue
        joined.append(piece)
    return joined


def share_days(r: Reader, pieces: list[Piece], starts: list[int]) -> list[Piece]:
    """Give a clock, part of day or range without a day the day said elsewhere in its clause.

    A day that others have taken over is no mention of its own any more.
    """
    shared = list(pieces)
    taken: set[int] = set()
    for n, piece in enumerate(pieces):
        giver = _giver(r, shared, n, starts) if _wants_day(piece.moment) else None
        if giver is None or (giver < n - 1 and _comma_between(r, pieces, n - 1, n)):
            continue  # "I går faldt hun kl. 14, hvad skal vi gøre kl. 8": a new sentence has begun
        source = shared[giver].moment
        listed = _is_part(piece.moment) and _and_between(r, pieces, giver, n)
        if _only_day(source) and not listed:  # "i morgen og om aftenen" are two times
            taken.add(giver)
        own = piece.moment.part if _is_part(piece.moment) else piece.moment.part or source.part
        moment = replace(piece.moment, day=source.day, part=own)
        shared[n] = replace(piece, moment=moment)
    return [p for n, p in enumerate(shared) if n not in taken]


def _wants_day(moment: Moment) -> bool:
    if moment.day is not None or (moment.part is not None and moment.part.near is not None):
        return False
    if moment.bounds is not None:
        ends = [e for e in (moment.bounds.first, moment.bounds.last) if e is not None]
        return bool(ends) and all(_is_open(e) for e in ends) and moment.bounds.reach not in _NEVER_OF_A_DAY
    return moment.clock is not None or moment.part is not None


def _is_open(end: Moment) -> bool:
    """Say whether an end of a range needs a day: a clock time, or the noon of "efter frokost"."""
    if end.part is None:
        return end.day is None and end.clock is not None
    return end.day is None and end.part.near is None and (end.clock is not None or not end.part.habit)


def _is_part(moment: Moment) -> bool:
    """Say whether a moment is a part of the day and nothing else: "om eftermiddagen"."""
    alone = moment.clock is None and moment.bounds is None and moment.shift is None
    return alone and moment.day is None and moment.part is not None


def _only_day(moment: Moment) -> bool:
    return moment.clock is None and moment.bounds is None and moment.shift is None


def _gives(moment: Moment) -> bool:
    return (
        moment.bounds is None and moment.shift is None and (moment.day is not None or moment.part is not None)
    )


def _gives_to_part(moment: Moment, *, joined: bool) -> bool:
    """Say whether a part of the day is of this day: a bare one, or one in the same list of parts."""
    if moment.day is None or moment.bounds is not None or moment.shift is not None:
        return False
    return joined or (moment.clock is None and moment.part is None)


def _giver(r: Reader, pieces: list[Piece], n: int, starts: list[int]) -> int | None:
    """Return the nearest day before in the clause, else the nearest after."""
    clause = starts[pieces[n].first]
    for nearest in (range(n - 1, max(n - 6, -1), -1), range(n + 1, min(n + 6, len(pieces)))):
        for m in nearest:
            if starts[pieces[m].first] != clause:
                break
            if _may_give(r, pieces, m, n):
                return m
    return None


def _may_give(r: Reader, pieces: list[Piece], m: int, n: int) -> bool:
    """Say whether mention `m` says the day of mention `n` too."""
    giver = pieces[m].moment
    before = m < n
    if _is_part(pieces[n].moment):
        joined = _and_between(r, pieces, m, n) if before else _beside(r, pieces, m, m - 1)
        if _comma_between(r, pieces, *sorted((m, n))) and (giver.looks_back or not before):
            return False  # "i går faldt hun, hvad nu om aftenen", "om aftenen sover hun, hvad med i morgen"
        return _gives_to_part(giver, joined=joined)
    if not _gives(giver) or _listed_part(r, pieces, m, n):
        return False
    together = not _comma_between(r, pieces, m, n) if before else _beside(r, pieces, m, m - 1)
    return _only_day(giver) or together


def _listed_part(r: Reader, pieces: list[Piece], m: int, n: int) -> bool:
    """Say whether a part of the day is one more time beside a clock time: "kl. 8 og om aftenen"."""
    return abs(m - n) == 1 and _is_part(pieces[m].moment) and _and_between(r, pieces, m, n)


def _and_between(r: Reader, pieces: list[Piece], n: int, m: int) -> bool:
    first, second = sorted((n, m))
    return any(r.cls(i) is Cls.AND for i in range(pieces[first].last, pieces[second].first))


def _comma_between(r: Reader, pieces: list[Piece], first: int, second: int) -> bool:
    """Say whether more than a list's comma parts two times: the second may be of another sentence."""
    gap = range(pieces[first].last, pieces[second].first)
    return any(r.cls(i) is Cls.PUNCT for i in gap) and not _beside(r, pieces, first, second)


def _beside(r: Reader, pieces: list[Piece], n: int, m: int) -> bool:
    """Say whether two mentions are joined by nothing but "og" or a comma."""
    first, second = sorted((n, m))
    gap = range(pieces[first].last, pieces[second].first)
    return all(r.cls(i) is Cls.AND or r.is_mark(i, ",") for i in gap)
