"""Danger to life in one message from care staff, recognised before anything else is understood."""

from nlu.components.emergency.context import Context
from nlu.components.emergency.cues import Cue, Lexicon, load_cues
from nlu.components.emergency.model import Emergency, Sign
from nlu.components.emergency.patterns import LONGEST_PATTERN, Pattern, match_at
from nlu.components.emergency.tokens import Words, words_of

# The words of a pair stand at most this far apart: two sentences, not two stories.
_TOGETHER = 25


def find_emergency(text: str) -> Emergency | None:
    """The first sign of danger to life now in `text`, or None. Never raises, whatever the text.

    find_emergency("otto er faldet om jeg kan ikke mærke nogen puls").sign   # → Sign.UNCONSCIOUS
    find_emergency("Hvad gør jeg, hvis han får hjertestop?")                 # → None
    """
    lexicon = load_cues()
    words = words_of(text, lexicon)
    context = Context(words, lexicon)
    hints: dict[str, tuple[int, int]] = {}
    for at, classes in enumerate(words.classes):
        if not classes:
            continue
        for pattern, cue, end in _cues_at(at, classes, words, lexicon):
            if context.cancels(pattern, cue, at, end):
                continue
            if cue.sign is not None:
                return _emergency(text, words, at, end, cue.sign)
            pair = _pair(cue.hint, at, hints, lexicon)
            if pair is not None:
                sign, begin = pair
                return _emergency(text, words, begin, end, sign)
            hints[cue.hint] = (at, end)
    return None


def _cues_at(at: int, classes: int, words: Words, lexicon: Lexicon) -> list[tuple[Pattern, Cue, int]]:
    """The cues that begin with word `at`, and where each ends."""
    candidates = lexicon.starting(classes)
    if not candidates:
        return []
    # Most patterns lack one of their words here; seeing that first spares walking them.
    near = 0
    for each in words.classes[at + 1 : at + LONGEST_PATTERN]:
        near |= each
    joining = lexicon.bits["AND"]
    found: list[tuple[Pattern, Cue, int]] = []
    for pattern, cue in candidates:
        if all(near & element.mask for element in pattern.elements[1:]):
            end = match_at(pattern, at, words.classes, words.pause, joining=joining)
            if end is not None:
                found.append((pattern, cue, end))
    return found


def _pair(hint: str, at: int, hints: dict[str, tuple[int, int]], lexicon: Lexicon) -> tuple[Sign, int] | None:
    """The sign that this hint makes with one seen shortly before, and where that one begins."""
    for other, (begin, end) in hints.items():
        sign = lexicon.pairs.get(frozenset((hint, other)))
        if sign is not None and end <= at <= end + _TOGETHER:
            return sign, begin
    return None


def _emergency(text: str, words: Words, begin: int, end: int, sign: Sign) -> Emergency:
    span = (words.spans[begin][0], words.spans[end - 1][1])
    return Emergency(span, text[slice(*span)], sign)
