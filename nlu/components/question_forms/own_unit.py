"""Words that stand for all citizens of one's own unit: "på hele gangen", "på min rute"."""

import re
from dataclasses import dataclass

from nlu.components.question_forms.question_forms import patterns_of
from nlu.folding import fold

_WORD = re.compile(r"[^\W_]+")
_MOST_LETTERS = 600


@dataclass(frozen=True, slots=True)
class OwnUnit:
    """Where the words stand, in code points of the text, end exclusive; they name no help."""

    span: tuple[int, int]


def find_own_unit(text: str) -> OwnUnit | None:
    """The words of `text` for the own unit, or None.

    Whether they mean its citizens is the caller's to weigh: "må han gå på gangen" means a place.

    >>> find_own_unit("hvad har vi på hele gangen i nat")
    OwnUnit(span=(12, 26))
    """
    words = list(_WORD.finditer(text[:_MOST_LETTERS]))
    line, places = "", []
    for each in words:
        places.append((len(line), each.span()))
        line += f"{fold(each.group())} "
    found = patterns_of("own_unit").search(line)
    if found is None:
        return None
    inside = [span for at, span in places if found.start() <= at < found.end()]
    return OwnUnit((inside[0][0], inside[-1][1]))
