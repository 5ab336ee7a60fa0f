"""A message as one line of folded words, with the way back to the words as they were written."""

import re
from dataclasses import dataclass
from functools import lru_cache

from nlu.folding import fold

Span = tuple[int, int]
_TOKEN = re.compile(r"[^\W_]+|[.,;:!?\n]")
_MOST_TOKENS = 150


@dataclass(frozen=True, slots=True)
class Plain:
    """`line` is " badet er klaret , hun … "; a blank stands around every word and every mark.

    >>> plain("Jens' bad ER klaret.").line
    ' jens bad er klaret . '
    """

    line: str
    spans: tuple[Span, ...]
    begins: tuple[int, ...]

    def span(self, begin: int, end: int) -> Span:
        """Where the words between two places of the line stand in the message."""
        inside = [
            span
            for span, at, word in zip(self.spans, self.begins, self.line.split(), strict=True)
            if at < end and at + len(word) > begin
        ]
        return (inside[0][0], inside[-1][1]) if inside else (0, 0)

    def place(self, position: int) -> int:
        """The place of the line at which the first word at or after a position of the message begins."""
        return next(
            (at for span, at in zip(self.spans, self.begins, strict=True) if span[0] >= position),
            len(self.line),
        )


@lru_cache(maxsize=16)
def plain(text: str) -> Plain:
    """The folded line of `text`; what comes after many words is left out, but for its question mark.

    The last messages are kept, since each of the questions of this component reads the same one.
    """
    words: list[str] = []
    spans: list[Span] = []
    begins: list[int] = []
    at = 1
    for match in _TOKEN.finditer(text):
        word = ";" if match.group() == "\n" else "".join(fold(match.group()).split())
        if not word:
            continue
        words.append(word)
        spans.append(match.span())
        begins.append(at)
        at += len(word) + 1
        if len(words) == _MOST_TOKENS:
            mark = text.find("?", match.end())
            if mark >= 0:
                words.append("?")
                spans.append((mark, mark + 1))
                begins.append(at)
            break
    return Plain(f" {' '.join(words)} " if words else " ", tuple(spans), tuple(begins))
