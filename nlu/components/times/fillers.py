"""Leaves out the "nu" that only fills: "klokken halv fire ved Frede, hvad skal han så nu"."""

from nlu.components.times.day_partials import Duration
from nlu.components.times.lexis import Cls
from nlu.components.times.mentions import Piece
from nlu.components.times.partials import Bounds, Reach
from nlu.components.times.reader import Reader

_NOW = Bounds(Reach.INSTANT, duration=Duration())


def without_filling_now(r: Reader, pieces: list[Piece], starts: list[int]) -> list[Piece]:
    """Return the pieces without a "nu" beside a time of its clause that is still to come.

    "hvad skal han nu og kl. 14" keeps both: "og" joins them. "lige nu" is dropped only beside the other time.
    """
    if len(pieces) < 2:
        return pieces
    return [p for n, p in enumerate(pieces) if p.moment.bounds != _NOW or not _fills(r, pieces, n, starts)]


def _fills(r: Reader, pieces: list[Piece], n: int, starts: list[int]) -> bool:
    clause = starts[pieces[n].first]
    firm = r.cls(pieces[n].last - 1) is Cls.NOW_FIRM
    for m in (n - 1, n + 1):
        if not 0 <= m < len(pieces) or starts[pieces[m].first] != clause or pieces[m].moment.bounds == _NOW:
            continue
        first, second = sorted((m, n))
        gap = range(pieces[first].last, pieces[second].first)
        joined = any(r.cls(i) in (Cls.AND, Cls.BUT) for i in gap)
        apart = any(r.cls(i) not in (Cls.HERE, Cls.PUNCT) for i in gap)
        if not joined and not pieces[m].moment.looks_back and not (firm and apart):
            return True
    return False
