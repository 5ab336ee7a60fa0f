"""How surely texts have the words of a question: in title or text, as themselves or as words like them."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from retrieval.types import AskedWord, Document
from retrieval.vocabulary import Vocabulary
from retrieval.words import words

# A kind of care is wider than a word ("catheter" is the bag, the tube and the washing).
_BY_TITLE_MARK, _BY_MARK = 0.7, 0.5
# Titles name the topic in few words; a text written for the citizen goes before an equally good one.
# Chosen for recall@1 on tests/data/retrieval/dev.jsonl; from 1.2 to 2 and 1.3 to 1.5 little changes.
_TITLE_WEIGHT, _OWN_WEIGHT = 1.3, 1.4


@dataclass(frozen=True, slots=True)
class Match:
    """A document with how surely (0–1) it has each word of the question in its title, and anywhere.

    `score` orders the matches of one question.
    """

    document: Document
    in_title: tuple[float, ...]
    held: tuple[float, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Matched:
    """What was found for the words `asked`, best first, among all documents searched.

    For each word, `rarity` is how few of them have it, and `known` how surely any of them does.
    """

    asked: tuple[AskedWord, ...]
    rarity: tuple[float, ...]
    known: tuple[float, ...]
    matches: tuple[Match, ...]


class TextsByWord:
    """Documents made ready to be matched, once; a search may look through several of these."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.documents: Sequence[Document] = tuple(documents)
        self._in_title: dict[str, list[int]] = defaultdict(list)
        self._in_text: dict[str, list[int]] = defaultdict(list)
        for number, document in enumerate(self.documents):
            for word in set(words(document.title)):
                self._in_title[word].append(number)
            for word in set(words(document.text)):
                self._in_text[word].append(number)
        self.vocabulary = Vocabulary({*self._in_title, *self._in_text})

    def strengths(self, asked: AskedWord) -> tuple[dict[int, float], dict[int, float]]:
        """How surely each document has a word, by its number: in the title, and in the text."""
        titles: dict[int, float] = {}
        texts: dict[int, float] = {}
        for meant, surely in ((asked.text, 1.0), *asked.instead):
            liked = self.vocabulary.like(meant)
            _raise(titles, self._in_title, liked, surely)
            _raise(texts, self._in_text, liked, surely)
        if asked.marks:
            for number, document in enumerate(self.documents):
                if asked.marks & document.title_marks:
                    titles[number] = max(titles.get(number, 0.0), _BY_TITLE_MARK)
                if asked.marks & document.marks:
                    texts[number] = max(texts.get(number, 0.0), _BY_MARK)
        return titles, texts


def _raise(
    found: dict[int, float], places: Mapping[str, Sequence[int]], liked: Mapping[str, float], surely: float
) -> None:
    for word, strength in liked.items():
        for number in places.get(word, ()):
            found[number] = max(found.get(number, 0.0), surely * strength)


def match(asked: Sequence[AskedWord], *shelves: TextsByWord) -> Matched:
    """Every document of these shelves, those with the words of the question, or words like them, first."""
    found: list[tuple[Document, list[float], list[float]]] = []
    for shelf in shelves:
        by_word = [shelf.strengths(each) for each in asked]
        for number, document in enumerate(shelf.documents):
            in_title = [titles.get(number, 0.0) for titles, _ in by_word]
            in_text = [texts.get(number, 0.0) for _, texts in by_word]
            found.append((document, in_title, in_text))
    held = [[max(title[n], text[n]) for _, title, text in found] for n in range(len(asked))]
    rarity = tuple(_rarity(sum(each), len(found)) for each in held)
    known = tuple(max(each, default=0.0) for each in held)
    worths = [word.weight * math.sqrt(rare) for word, rare in zip(asked, rarity, strict=True)]
    matches = [_match(document, title, text, worths) for document, title, text in found]
    matches.sort(key=lambda each: (-each.score, each.document.key))
    return Matched(tuple(asked), rarity, known, tuple(matches))


def _rarity(having: float, searched: int) -> float:
    return math.log(1 + (searched - having + 0.5) / (having + 0.5))


def _match(document: Document, in_title: list[float], in_text: list[float], worths: list[float]) -> Match:
    pairs = list(zip(in_title, in_text, worths, strict=True))
    held = sum(worth * max(_TITLE_WEIGHT * title, text) for title, text, worth in pairs)
    return Match(
        document=document,
        in_title=tuple(in_title),
        held=tuple(max(title, text) for title, text, _ in pairs),
        score=held / (sum(worths) or 1.0) * (_OWN_WEIGHT if document.own else 1.0),
    )
