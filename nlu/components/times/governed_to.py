"""Tells the "til" that ends a time ("arbejder til kl. 16") from the one a word before it asks for."""

from nlu.components.times.lexis import Cls
from nlu.components.times.reader import Reader

_LOOK_BACK = 8  # lexemes between "hvem" and "ind til" in any question we have seen, doubled
_LONGEST_NAME = 3


def is_governed(r: Reader, i: int) -> bool:
    """Say whether the "til" at `i` belongs to what precedes, so that a time after it is a point.

    So in "have hjælp til kl. 17.30", "hvad er der til kl. 8", "hvad skal hun til kl. 10", "hvem skal jeg ind
    til i nat"; after a verb of lasting or working, or alone, "til kl. 16" is the end of a range.
    """
    if r.cls(i) is Cls.UNTIL:
        return r.value(i) == "apart" and _asked(r, i, "who")
    if r.cls(i) is not Cls.TO:
        return False
    j = i - 1
    while j > 0 and r.cls(j) in (Cls.HERE, Cls.NOW):
        j -= 1
    if j < 0:
        return False
    if r.cls(j) is Cls.GOVERNS_TO or _is(r, j, "modal"):
        return True
    if _is(r, j, "some"):
        return _is(r, j - 1, "there")
    if _is(r, j, "there"):
        return r.cls(j - 1) is Cls.IS and _asked(r, j, "what")
    if _is(r, j, "pronoun") or _is(r, j, "speaker"):
        return _is(r, j - 1, "modal")
    return _is(r, _before_name(r, j), "modal")


def _is(r: Reader, i: int, value: str) -> bool:
    return i >= 0 and r.cls(i) is Cls.FUNCTION and r.value(i) == value


def _asked(r: Reader, i: int, value: str) -> bool:
    """Say whether a question word of this sort stands a little before."""
    return any(_is(r, j, value) for j in range(i - 1, max(i - _LOOK_BACK, 0) - 1, -1))


def _before_name(r: Reader, i: int) -> int:
    """Return the index before a capitalised name that ends at `i`; `i` itself, if no name does."""
    j = i
    while j > 0 and j > i - _LONGEST_NAME and r.cls(j) is Cls.OTHER and r.lexemes[j].capital:
        j -= 1
    return j
