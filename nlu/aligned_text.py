"""A sentence with some of its words replaced, and the way between it and the words as they were written."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

Span = tuple[int, int]
Replacement = tuple[Span, str]


@dataclass(frozen=True, slots=True)
class AlignedText:
    """`text` is `original` with words replaced; spans are in code points, end exclusive.

    `stands_for` has, for each code point of `text`, the span of `original` that it stands for.
    """

    text: str
    original: str
    stands_for: tuple[Span, ...]

    def original_span(self, span: Span) -> Span:
        """The span of the original that `span` of `text` stands for.

        A replacement that is cut by an edge of `span` counts whole.
        """
        covered = self.stands_for[slice(*span)]
        return (covered[0][0], covered[-1][1]) if covered else (0, 0)

    def new_span(self, span: Span) -> Span:
        """The span of `text` that stands for `span` of the original; the inverse of `original_span`."""
        if self.text == self.original:
            return span
        begin, end = span
        # They stand in the order of the original, so that the first and the last one can be looked up.
        first = bisect_right(self.stands_for, begin, key=lambda each: each[1])
        last = bisect_left(self.stands_for, end, key=lambda each: each[0])
        return (first, last) if first < last else (0, 0)


def replaced(text: str, words: Sequence[Replacement]) -> AlignedText:
    """`text` with `words`, in order and apart, each set off from a letter or digit beside it by a space."""
    new = ""
    stands_for: list[Span] = []
    done = 0
    for (begin, end), word in words:
        kept = text[done:begin]
        before = " " if (new + kept)[-1:].isalnum() else ""
        after = " " if text[end : end + 1].isalnum() else ""
        new += kept + before + word + after
        stands_for.extend((each, each + 1) for each in range(done, begin))
        stands_for.extend([(begin, end)] * len(before + word + after))
        done = end
    stands_for.extend((each, each + 1) for each in range(done, len(text)))
    return AlignedText(new + text[done:], text, tuple(stands_for))
