"""Strangers who are named in one breath with somebody of the roster: "hvad skal Viggo og Else have"."""

import re

from nlu.components.names.cues import load_cues
from nlu.components.names.model import Reading, Stranger
from nlu.folding import fold

_BETWEEN = re.compile(r"\s*,?\s*([^\W\d_]+)?\s*")


def named_together(text: str, reading: Reading) -> tuple[Stranger, ...]:
    """The strangers of `reading` with nothing but "og", "eller" or a comma between them and a mention.

    An answer about the one must not pass over the other: both were meant to be citizens.
    """
    known = [each.span for each in reading.mentions]
    return tuple(
        each
        for each in reading.strangers
        if any(_joined(text[min(each.span[1], end) : max(each.span[0], begin)]) for begin, end in known)
    )


def _joined(between: str) -> bool:
    found = _BETWEEN.fullmatch(between)
    if found is None:
        return False
    return "," in between if found[1] is None else fold(found[1]) in load_cues().between_two_people
