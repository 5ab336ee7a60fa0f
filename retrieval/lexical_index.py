"""Search by words: BM25 over stems and character n-grams, in memory, made from the texts."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from retrieval.types import Document, Hit
from retrieval.words import terms, words

# The usual constants of BM25 (Robertson & Zaragoza 2009, chapter 3).
_K1 = 1.2
_B = 0.75
_TITLE_WEIGHT = 3
_OWN_BONUS = 1.25


class LexicalIndex:
    """Documents that can be searched by words; it never changes, a new one is made instead.

        index = LexicalIndex([Document(("h-1", 1), "Støttestrømper", "1. Rul strømpen …")])
        index.search(["strømperne"])

    A document's title counts three times its text, since titles name the topic in few words, and a
    text written for the citizen goes before an equally good general one.
    """

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents: Sequence[Document] = tuple(documents)
        self._postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._lengths: list[int] = []
        for number, document in enumerate(self._documents):
            counts = _counts(document)
            self._lengths.append(sum(counts.values()))
            for term, count in counts.items():
                self._postings[term].append((number, count))
        self._mean_length = sum(self._lengths) / len(self._lengths) if self._lengths else 1.0

    def __len__(self) -> int:
        return len(self._documents)

    def search(self, topic: Iterable[str], *, limit: int = 5) -> list[Hit]:
        """The best documents for a question, best first; none when it has no word to search for.

        :param topic: the words that say what the question is about, in lower case: without function
            words, the citizen's name and the time.
        """
        asked = list(dict.fromkeys(topic))
        if not asked or not self._documents:
            return []
        scores = self._scores(asked)
        best = sorted(scores, key=lambda number: (-scores[number], self._documents[number].key))[:limit]
        coverages = self._coverages(asked, set(best))
        return [Hit(self._documents[each].key, scores[each], coverages[each]) for each in best]

    def _scores(self, asked: list[str]) -> dict[int, float]:
        scores: dict[int, float] = defaultdict(float)
        for term in (term for word in asked for term in terms(word)):
            weight = self._rarity(term)
            for number, count in self._postings.get(term, ()):
                length = 1 - _B + _B * self._lengths[number] / self._mean_length
                scores[number] += weight * count * (_K1 + 1) / (count + _K1 * length)
        for number in scores:
            if self._documents[number].own:
                scores[number] *= _OWN_BONUS
        return scores

    def _coverages(self, asked: list[str], numbers: set[int]) -> dict[int, float]:
        """For each document the share of the question's words it has, topical words counting more."""
        covered: dict[int, float] = dict.fromkeys(numbers, 0.0)
        weights = {word: _topicality(word) for word in asked}
        for word, weight in weights.items():
            word_terms = terms(word)
            found: dict[int, float] = defaultdict(float)
            for position, term in enumerate(word_terms):
                share = 1.0 if position == 0 else 1.0 / max(1, len(word_terms) - 1)
                for number, _ in self._postings.get(term, ()):
                    if number in numbers:
                        found[number] += share
            for number, share in found.items():
                covered[number] += weight * min(1.0, share)
        total = sum(weights.values())
        return {number: each / total for number, each in covered.items()}

    def _rarity(self, term: str) -> float:
        having = len(self._postings.get(term, ()))
        return math.log(1 + (len(self._documents) - having + 0.5) / (having + 0.5))


def _topicality(word: str) -> int:
    """How much a word says of the topic, by its length in letters.

    Among some forty texts, how many have a word tells little; but Danish topics are compounds
    ("vakuumforbindingen"), and the words around them are short ("tage", "sætte").
    """
    return max(1, len(word) - 2)


def _counts(document: Document) -> Counter[str]:
    counts: Counter[str] = Counter()
    for word in words(document.text):
        counts.update(terms(word))
    for word in words(document.title):
        counts.update(terms(word) * _TITLE_WEIGHT)
    return counts
