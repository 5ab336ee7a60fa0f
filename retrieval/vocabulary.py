"""The words of some texts, to be found by other words of the same family, compound or kind."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from retrieval.word_forms import basic_form, root
from retrieval.words import fold
from retrieval.words import stem as stem_of_form

# How surely one word stands for another. A Danish compound is a kind of what its last part says, so that
# "strømper" means "kompressionsstrømper"; its first part says only what it is of.
SAME, SAME_STEM, SAME_ROOT = 1.0, 0.97, 0.9
AS_LAST_PART, AS_FIRST_PART, INSIDE = 0.85, 0.75, 0.55
# The other way about, "pose" is all that is said of "natpose" but what it is for: the longer, the more.
_LAST_PART, _ANOTHER_PART, _BY_SHARE = 0.3, 0.1, 0.5

_GRAM = 3
_SHORTEST_PART = 3
_SHORTEST_INSIDE = 5
_LONGEST = 40
_MOST_KEPT = 4096


class Vocabulary:
    """Words that can be asked for by others.

        Vocabulary(["kompressionsstrømper", "vejes"]).like("strømpe")    # → {"kompressionsstrømper": 0.85}

    Only look-ups of parts of the word asked for, so the cost does not grow with the vocabulary.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._by_form: dict[str, set[str]] = defaultdict(set)
        self._by_stem: dict[str, set[str]] = defaultdict(set)
        self._by_root: dict[str, set[str]] = defaultdict(set)
        self._by_gram: dict[str, set[str]] = defaultdict(set)
        self._words = frozenset(words)
        self._liked: dict[str, Mapping[str, float]] = {}
        for word in self._words:
            form = fold(word)
            self._by_form[form].add(word)
            self._by_stem[stem(word)].add(word)
            self._by_root[root(word)].add(word)
            for begin in range(len(form) - _GRAM + 1):
                self._by_gram[form[begin : begin + _GRAM]].add(word)

    def like(self, word: str) -> Mapping[str, float]:
        """The words that `word` (lower case) may stand for, with how surely, above 0 and at most 1."""
        known = self._liked.get(word)
        if known is None:
            known = self._like(word[:_LONGEST])
            if len(self._liked) < _MOST_KEPT:
                self._liked[word] = known
        return known

    def _like(self, word: str) -> Mapping[str, float]:
        found: dict[str, float] = {}
        for part in {stem(word), root(word)}:
            self._keep(found, self._compounds_of(part))
            self._keep(found, self._parts_of(part))
        self._keep(found, ((each, SAME_ROOT) for each in self._by_root.get(root(word), ())))
        self._keep(found, ((each, SAME_STEM) for each in self._by_stem.get(stem(word), ())))
        self._keep(found, ((each, SAME) for each in self._by_form.get(fold(word), ())))
        return found

    @staticmethod
    def _keep(found: dict[str, float], more: Iterable[tuple[str, float]]) -> None:
        for word, strength in more:
            found[word] = max(strength, found.get(word, 0.0))

    def _compounds_of(self, part: str) -> Iterable[tuple[str, float]]:
        """Compounds that hold the stem `part`: "pose" stands for "kateterpose"."""
        if len(part) < _SHORTEST_PART:
            return
        for word in self._by_gram.get(part[:_GRAM], ()):
            form, stemmed = fold(word), stem(word)
            if stemmed.endswith(part):
                yield word, AS_LAST_PART
            elif form.startswith(part):
                yield word, AS_FIRST_PART
            elif len(part) >= _SHORTEST_INSIDE and part in form:
                yield word, INSIDE

    def _parts_of(self, compound: str) -> Iterable[tuple[str, float]]:
        """Words that are part of the stem `compound`, by how much of it they are: "pose" of "kateterpose"."""
        for begin in range(len(compound) - _SHORTEST_PART + 1):
            for end in range(begin + _SHORTEST_PART, len(compound) + 1):
                if end - begin == len(compound) or (begin and end < len(compound)):
                    continue
                least = _LAST_PART if end == len(compound) else _ANOTHER_PART
                surely = least + _BY_SHARE * (end - begin) / len(compound)
                part = compound[begin:end]
                for word in self._by_stem.get(part, set()) or self._by_root.get(part, set()):
                    yield word, surely


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The folded stem of a lower-case word, that of the infinitive if it is a form of a strong verb."""
    return stem_of_form(basic_form(word))
