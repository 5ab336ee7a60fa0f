"""Stretches of one text, to be asked whether they overlap another one."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

Span = tuple[int, int]


class Spans:
    """Spans in code points, end exclusive, in any order; they may overlap each other.

    spans = Spans([(0, 4), (9, 12)])
    spans.overlap((3, 6)), spans.overlap((4, 9))     # → True, False

    A message of 600 letters may name 60 times and has 120 words: each is asked about several times, and a
    look at every span takes longer than all the rest.
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._begins = [begin for begin, _ in ordered]
        self._farthest = list(accumulate((end for _, end in ordered), max))

    def overlap(self, span: Span) -> bool:
        """Whether any of these has a code point in common with `span`."""
        begin, end = span
        before = bisect_left(self._begins, end)
        return before > 0 and self._farthest[before - 1] > begin
