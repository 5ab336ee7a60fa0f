"""Search by words: BM25 over stems and character n-grams, in memory, made from the texts."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from retrieval.types import Document, Hit
from retrieval.words import asked_terms, terms, words

# The usual constants of BM25 (Robertson & Zaragoza 2009, chapter 3).
_K1 = 1.2
_B = 0.75
_TITLE_WEIGHT = 3
_OWN_BONUS = 1.25


class Segment:
    """Texts made ready for search, once; several indexes may share it, since it never changes."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.documents: Sequence[Document] = tuple(documents)
        self.postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self.lengths: list[int] = []
        for number, document in enumerate(self.documents):
            counts = _counts(document)
            self.lengths.append(sum(counts.values()))
            for term, count in counts.items():
                self.postings[term].append((number, count))


class LexicalIndex:
    """Documents that can be searched by words, with the rarity of words taken over all of them.

        index = LexicalIndex(Segment([Document(("h-1", 1), "Støttestrømper", "1. Rul strømpen …")]))
        index.search(["strømperne"])

    A document's title counts three times its text, since titles name the topic in few words, and a
    text written for the citizen goes before an equally good general one.
    """

    def __init__(self, *segments: Segment) -> None:
        self._segments = segments
        self._count = sum(len(each.documents) for each in segments)
        total = sum(sum(each.lengths) for each in segments)
        self._mean_length = total / self._count if total else 1.0

    def __len__(self) -> int:
        return self._count

    def search(self, topic: Iterable[str], *, limit: int = 5) -> list[Hit]:
        """The best documents for a question, best first; none when it has no word to search for.

        :param topic: the words that say what the question is about, in lower case: without function
            words, the citizen's name and the time.
        """
        asked = list(dict.fromkeys(topic))
        if not asked or not self._count:
            return []
        rarities = {term: self._rarity(term) for word in asked for term in asked_terms(word)}
        hits = [hit for segment in self._segments for hit in self._hits(segment, asked, rarities)]
        return sorted(hits, key=lambda hit: (-hit.rank_score, hit.key))[:limit]

    def _hits(self, segment: Segment, asked: list[str], rarities: dict[str, float]) -> Iterable[Hit]:
        scores: dict[int, float] = defaultdict(float)
        for term in (term for word in asked for term in asked_terms(word)):
            for number, count in segment.postings.get(term, ()):
                length = 1 - _B + _B * segment.lengths[number] / self._mean_length
                scores[number] += rarities[term] * count * (_K1 + 1) / (count + _K1 * length)
        coverages = _coverages(segment, asked)
        for number, score in scores.items():
            document = segment.documents[number]
            yield Hit(document.key, score * (_OWN_BONUS if document.own else 1.0), coverages[number])

    def _rarity(self, term: str) -> float:
        having = sum(len(each.postings.get(term, ())) for each in self._segments)
        return math.log(1 + (self._count - having + 0.5) / (having + 0.5))


def _coverages(segment: Segment, asked: list[str]) -> dict[int, float]:
    """For each document the share of the question's words it has, topical words counting more."""
    covered: dict[int, float] = defaultdict(float)
    total = sum(_topicality(word) for word in asked)
    for word in asked:
        word_terms = asked_terms(word)
        found: dict[int, float] = defaultdict(float)
        for position, term in enumerate(word_terms):
            share = 1.0 if position == 0 else 1.0 / max(1, len(word_terms) - 1)
            for number, _ in segment.postings.get(term, ()):
                found[number] += share
        for number, share in found.items():
            covered[number] += _topicality(word) * min(1.0, share) / total
    return covered


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
