"""How much a text is about each topic that it names, and what it says sentence by sentence."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from retrieval.asked_kinds import kinds_told
from retrieval.matching import TextsByWord, match
from retrieval.topics import find_topics, is_care, topics_in
from retrieval.types import AskedWord, Document

# A topic that the text names once may be named in passing; after three or four times it is what the text is
# about.
_MOST, _DOUBT_A_TIME = 0.9, 0.6
# A phrase says its topic at least as surely as a telling word, whatever its words are worth alone.
_OF_A_PHRASE = 0.7
_SENTENCE_ENDS = re.compile(r"[.!?:;]\s|[\r\n]+")


@dataclass(frozen=True, slots=True)
class Topics:
    """The topics that a title names, those of title or text, and how much the text is about each, 0–1."""

    titled: frozenset[str]
    named: frozenset[str]
    told: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class AskedTopic:
    """Words of a question that name topics, with how surely each, and how much the words say."""

    topics: Mapping[str, float]
    weight: float

    @property
    def of_care(self) -> bool:
        """Whether any of its topics is one of care."""
        return any(is_care(topic) for topic in self.topics)

    def in_title(self, topics: Topics) -> float:
        """How surely the title has one of the topics."""
        return max(surely * (topic in topics.titled) for topic, surely in self.topics.items())

    def in_text(self, topics: Topics) -> float:
        """How much title or text is about one of the topics."""
        return max(
            surely * max(float(topic in topics.titled), topics.told.get(topic, 0.0))
            for topic, surely in self.topics.items()
        )


@lru_cache(maxsize=4096)
def topics_of(title: str, text: str) -> Topics:
    """What a text is about."""
    told = {topic: _MOST * (1 - _DOUBT_A_TIME**times) for topic, times in topics_in(text).items()}
    titled = frozenset(topics_in(title))
    return Topics(titled, titled | told.keys(), told)


def asked_topics(said: Sequence[AskedWord]) -> list[AskedTopic]:
    """The topics that a question names, by all its words in their order."""
    found = []
    for mention in find_topics([each.text for each in said]):
        weight = max(each.weight for each in said[mention.begin : mention.end])
        is_phrase = mention.end - mention.begin > 1
        found.append(AskedTopic(mention.topics, max(weight, _OF_A_PHRASE) if is_phrase else weight))
    return found


@dataclass(frozen=True, slots=True)
class Said:
    """What the sentences of a text say to a question.

    `detail`: how much one of them has of what the title does not say; `kinds`: the kinds of thing that they
    tell; `beside`: how much of the question stands in one that tells a kind asked for.
    """

    detail: float
    kinds: frozenset[str]
    beside: float


# So that a question with nothing beyond the title has little of a detail, and not all of nothing.
_EVEN_WITHOUT = 0.3


def said_in(
    document: Document, asked: Sequence[AskedWord], in_title: Sequence[float], kinds: frozenset[str]
) -> Said:
    """What the sentences of a document say to a question of these words and these kinds of thing."""
    beyond = [word.weight * (1 - title) for word, title in zip(asked, in_title, strict=True)]
    matches = match(asked, _sentences(document.text)).matches
    detail = max((sum(h * w for h, w in zip(m.held, beyond, strict=True)) for m in matches), default=0.0)
    told = [(m, kinds_told(m.document.text)) for m in matches]
    beside = [
        max((h * word.weight for h, word in zip(m.held, asked, strict=True)), default=0.0) + _EVEN_WITHOUT
        for m, has in told
        if not has.isdisjoint(kinds)
    ]
    return Said(
        detail=detail / (sum(beyond) + _EVEN_WITHOUT),
        kinds=frozenset().union(*(has for _, has in told)),
        beside=max(beside, default=0.0),
    )


@lru_cache(maxsize=1024)
def _sentences(text: str) -> TextsByWord:
    parts = [part for part in _SENTENCE_ENDS.split(text) if part.strip()]
    return TextsByWord(Document(("", number), "", part) for number, part in enumerate(parts))
