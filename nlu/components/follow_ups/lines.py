"""A sentence as a line of folded words, with its names and times as one word each."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from nlu.folding import fold

Span = tuple[int, int]
# Follow-ups are short; a longer text is a sentence of its own, or a dictation.
MOST_WORDS = 14
NAME, TIME = "\N{BULLET}", "\N{WHITE BULLET}"
_MARK = re.compile(r"[,;:.!?–—]")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word, or NAME or TIME in place of what was found before, with where it stands.

    `after_mark`: a comma or another mark stands before it.
    """

    form: str
    span: Span
    after_mark: bool = False


def line_of(text: str, *, names: Iterable[Span], times: Iterable[Span]) -> list[Word]:
    """The words of `text` in order; none where it is too long to be a follow-up."""
    if len(text) > MOST_WORDS * 20:
        return []
    marked = [*((span, NAME) for span in names), *((span, TIME) for span in times)]
    words = [
        Word(fold(match.group()), match.span())
        for match in _WORD.finditer(text)
        if not any(begin < match.end() and match.start() < end for (begin, end), _ in marked)
    ]
    words += [Word(form, span) for span, form in marked]
    words.sort(key=lambda each: each.span)
    if len(words) > MOST_WORDS:
        return []
    ends = [0, *(each.span[1] for each in words)]
    return [
        replace(each, after_mark=bool(_MARK.search(text[end : each.span[0]])))
        for end, each in zip(ends, words, strict=False)
    ]


def forms(words: Sequence[Word]) -> list[str]:
    """The forms alone."""
    return [each.form for each in words]


def begins_with(words: Sequence[str], phrases: frozenset[str], *, longest: int = 6) -> int:
    """How many words the longest of `phrases` takes that the line begins with; 0 for none."""
    for length in range(min(longest, len(words)), 0, -1):
        if " ".join(words[:length]) in phrases:
            return length
    return 0


def holds(words: Sequence[str], phrases: frozenset[str], *, longest: int = 3) -> tuple[int, int] | None:
    """Where the first of `phrases` stands in the line, as indexes; None for nowhere."""
    for begin in range(len(words)):
        length = begins_with(words[begin:], phrases, longest=longest)
        if length:
            return begin, begin + length
    return None
