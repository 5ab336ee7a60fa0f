"""A message cut into words, with the pauses between them and the classes of each word."""

import re
from dataclasses import dataclass, field

from nlu.components.emergency.folding import skeleton
from nlu.components.emergency.lexicon import Lexicon

# A decimal number is one word; marks stay with their letter, whether composed or not.
_WORD = re.compile(r"\d+(?:[.,]\d+)?|(?:[^\W\d_][\u0300-\u036f]*)+(?:['’](?:[^\W\d_][\u0300-\u036f]*)+)?")
_HARD = re.compile(r"[!?;\n\r:؟。]|(?<!\.)\.(?!\.)")
_SOFT = re.compile(r"[,()–—/،]|\s-|-\s")
NONE, SOFT, HARD = 0, 1, 2
_JOINED_FROM = 8


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a message, column by column.

    `classes[i]` has a bit for each class of the lexicon the word belongs to; `pause[i]` is what stands
    before the word: NONE, SOFT (a comma) or HARD (a full stop). An ellipsis is a hesitation, no pause.
    `forms[i]` is the skeleton of the word, zeros for the digits of a number.
    """

    spans: list[tuple[int, int]]
    classes: list[int]
    pause: list[int]
    forms: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.spans)

    def sentence(self, at: int) -> tuple[int, int]:
        """First and one past the last word of the sentence around word `at`, at most `REACH` away."""
        return self._around(at, HARD)

    def clause(self, at: int) -> tuple[int, int]:
        """As `sentence`, but ended by commas too."""
        return self._around(at, SOFT)

    def _around(self, at: int, limit: int) -> tuple[int, int]:
        first, last = at, at + 1
        while first > 0 and at - first < REACH and self.pause[first] < limit:
            first -= 1
        while last < len(self) and last - at < REACH and self.pause[last] < limit:
            last += 1
        return first, last


# How far the context of a word reaches, in words: enough for any spoken sentence, and a bound on the work.
REACH = 30


def words_of(text: str, lexicon: Lexicon) -> Words:
    """Cut `text` into words. Each is looked up once; two that make one cue ("bevidst løs") are joined."""
    spans: list[tuple[int, int]] = []
    classes: list[int] = []
    pause: list[int] = []
    forms: list[str] = []
    previous, end = "", 0
    for match in _WORD.finditer(text):
        between = text[end : match.start()]
        word = skeleton(match.group())
        found = lexicon.classes(word)
        stop = _pause(between) if between not in ("", " ") else NONE
        if previous and stop == NONE and len(previous) + len(word) >= _JOINED_FROM:
            classes[-1] |= lexicon.exact(previous + word)
        spans.append(match.span())
        classes.append(found)
        forms.append("0" * len(word) if word[:1].isdigit() else word)
        pause.append(stop)
        previous, end = word, match.end()
    return Words(spans, classes, pause, forms)


def _pause(between: str) -> int:
    if _HARD.search(between):
        return HARD
    return SOFT if _SOFT.search(between) else NONE
