"""Finding phrases of a lexicon among the stems of a text, with a strange word allowed inside."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from retrieval.vocabulary import stem
from retrieval.words import words

_STRANGERS = 1

Meaning = TypeVar("Meaning")


class Phrases(Generic[Meaning]):
    """Phrases with what each means.

    phrases = Phrases([("hvor længe", "duration")])
    list(phrases.find(["hvor", "læng"]))        # → [(0, 2, "duration")]

    A phrase is found whatever the endings of its words, and with one other word between them ("stramme nye
    strømper").
    """

    def __init__(self, meant: Iterable[tuple[str, Meaning]]) -> None:
        self._by_first: Mapping[str, list[tuple[tuple[str, ...], Meaning]]] = defaultdict(list)
        for phrase, meaning in meant:
            stems = tuple(stem(word) for word in words(phrase))
            self._by_first[stems[0]].append((stems, meaning))

    def find(self, stems: Sequence[str]) -> Iterator[tuple[int, int, Meaning]]:
        """The phrases in a text of these stems: where each begins and ends, and its meaning."""
        for begin, first in enumerate(stems):
            for phrase, meaning in self._by_first.get(first, ()):
                if end := _end_of(phrase, stems, begin):
                    yield begin, end, meaning


def _end_of(phrase: Sequence[str], stems: Sequence[str], at: int) -> int:
    """Where the phrase that begins at this word ends; 0 if it is not there."""
    strangers = 0
    for number, part in enumerate(phrase):
        if number and at < len(stems) and stems[at] != part and strangers < _STRANGERS:
            at, strangers = at + 1, strangers + 1
        if at >= len(stems) or stems[at] != part:
            return 0
        at += 1
    return at
