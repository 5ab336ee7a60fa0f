"""Which patterns stand at a word of a message."""

from collections.abc import Sequence

from nlu.components.emergency.lexicon import Cue, Lexicon
from nlu.components.emergency.patterns import LONGEST_PATTERN, Pattern, match_at
from nlu.components.emergency.tokens import Words


def cues_at(
    at: int, candidates: Sequence[tuple[Pattern, Cue]], words: Words, lexicon: Lexicon
) -> list[tuple[Pattern, Cue, int]]:
    """Those of the candidates that stand at word `at`, and where each ends."""
    if not candidates:
        return []
    # Most patterns lack one of their words here; seeing that first spares walking them.
    near = 0
    for each in words.classes[at + 1 : at + LONGEST_PATTERN]:
        near |= each
    joining = lexicon.bits["AND"]
    found: list[tuple[Pattern, Cue, int]] = []
    for pattern, cue in candidates:
        for mask in pattern.further:
            if not near & mask:
                break
        else:
            end = match_at(pattern, at, words.classes, words.pause, joining=joining)
            if end is not None:
                found.append((pattern, cue, end))
    return found
