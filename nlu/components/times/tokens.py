"""Turns a text into lexemes: cues of the lexicon, digits, punctuation, other words, each with its place."""

import re

from nlu.components.times.folding import fold
from nlu.components.times.lexicon import Lexicon, Node
from nlu.components.times.lexis import Cls, Lexeme

# A question has under 60 tokens and a long dictation under 1,500; what comes after is left unread, so that
# no text can cost more than a few milliseconds.
MOST_TOKENS = 2000

_TOKEN = re.compile(
    r"(?P<d>[0-9]+(?:[.:,/\-–][0-9]+)*)|(?P<w>[^\W\d_][^\W\d_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W\d_]*)*)|(?P<p>\S)"
)
_CLASSES = {"d": Cls.DIGITS, "w": Cls.OTHER, "p": Cls.PUNCT}

Raw = tuple[Cls, str, int, int, bool]


def lexemes(text: str, lexicon: Lexicon) -> list[Lexeme]:
    """Return the lexemes of the text; the longest cue wins ("i overmorgen" before "i")."""
    raw = _raw(text)
    found: list[Lexeme] = []
    i = 0
    while i < len(raw):
        cls, word, start, end, capital = raw[i]
        node = lexicon.first.get(word)
        if node is None and cls is Cls.OTHER and (meant := lexicon.typos.mend(word)):
            node = lexicon.first[meant]
        if node is not None and (longest := _longest(node, raw, i)):
            (cls, word), i = longest
            end = raw[i][3]
        elif cls is Cls.DIGITS and _is_glued(raw, i, found):
            cls = Cls.OTHER
        elif cls is Cls.OTHER and word.endswith(lexicon.street_ends):
            cls = Cls.STREET
        found.append(Lexeme(cls, word, start, end, capital))
        i += 1
    return found


def _raw(text: str) -> list[Raw]:
    raw: list[Raw] = []
    for match in _TOKEN.finditer(text):
        cls = _CLASSES[match.lastgroup or "p"]
        word = match.group()
        raw.append(
            (cls, fold(word) if cls is Cls.OTHER else word, match.start(), match.end(), word[:1].isupper())
        )
        if len(raw) == MOST_TOKENS:
            break
    return raw


def _longest(node: Node, raw: list[Raw], i: int) -> tuple[tuple[Cls, str], int] | None:
    """Follow the words of the text from `node` on; return the longest cue and the index of its last token."""
    best = (node.cue, i) if node.cue else None
    while i + 1 < len(raw) and (following := node.after.get(raw[i + 1][1])):
        node, i = following, i + 1
        if node.cue:
            best = (node.cue, i)
    return best


def _is_glued(raw: list[Raw], i: int, found: list[Lexeme]) -> bool:
    """Say whether digits are the tail of a name or a code ("B12", "v01"), and so no number of their own."""
    touches = i > 0 and raw[i - 1][3] == raw[i][2]
    return touches and raw[i - 1][0] is not Cls.PUNCT and found[-1].cls is Cls.OTHER
