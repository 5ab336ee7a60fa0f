"""Names that a speaker takes back while still speaking: "hos Erling, nej undskyld, Vagn"."""

import itertools
import re
from collections.abc import Iterable

from nlu.components.follow_ups.cues import load_cues
from nlu.components.follow_ups.lines import Span
from nlu.folding import fold

_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 6


def taken_back(text: str, names: Iterable[Span]) -> tuple[Span, ...]:
    """Of `names`, in any order, those that the name after them corrects.

    Nothing but words of correction may stand between the two, and one that takes something back must:
    "Erling og Vagn" and "Erling, eller hedder han Vagn" take nothing back.
    """
    in_order = sorted(names)
    return tuple(one for one, other in itertools.pairwise(in_order) if _corrects(text[one[1] : other[0]]))


def _corrects(between: str) -> bool:
    cues = load_cues().slip
    words = [fold(word) for word in _WORD.findall(between)]
    return (
        0 < len(words) <= _MOST_WORDS
        and not cues.takes_back.isdisjoint(words)
        and all(word in cues.takes_back or word in cues.beside for word in words)
    )
