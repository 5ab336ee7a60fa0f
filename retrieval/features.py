"""What speaks for and against that a text answers a question, as numbers between 0 and about 1."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from retrieval.aboutness import AskedTopic, asked_topics, said_in, topics_of
from retrieval.asked_kinds import kinds_asked, kinds_of_one, rare_kinds, sure_kinds
from retrieval.matching import Match, Matched
from retrieval.types import AskedWord

_MOST_SAID = 3.0
# The logarithm of some 150 texts: more than one citizen and a municipality's instrukser have.
_MANY_TEXTS = 5.0
# Where no kind of thing is asked for, a text neither tells nor lacks it.
_NOT_ASKED = 0.5


@dataclass(frozen=True, slots=True)
class ByTopic:
    """How much a document has of a question's topics, in its title and anywhere; `each` of them anywhere."""

    in_title: float
    in_text: float
    each: Sequence[float]


_NOTHING = ByTopic(0.0, 0.0, ())


@dataclass(frozen=True)
class Question:
    """A question as it was matched, with `said`: all its words in their order, each with how much it says.

    `about_someone` tells that it is about one citizen.
    """

    matched: Matched
    said: Sequence[AskedWord]
    about_someone: bool

    @cached_property
    def topics(self) -> Sequence[AskedTopic]:
        """The topics that it names."""
        return asked_topics(self.said)

    @cached_property
    def by_topic(self) -> Mapping[tuple[str, int], "ByTopic"]:
        """How much documents have of its topics, by their keys; those with none are left out."""
        asked = frozenset(topic for each in self.topics for topic in each.topics)
        weights = [each.weight for each in self.topics]
        found = {}
        for match in self.matched.matches:
            topics = topics_of(match.document.title, match.document.text)
            if not asked.isdisjoint(topics.named):
                in_title = [each.in_title(topics) for each in self.topics]
                in_text = [each.in_text(topics) for each in self.topics]
                found[match.document.key] = ByTopic(
                    _mean(in_title, weights), _mean(in_text, weights), in_text
                )
        return found

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of thing that it asks for."""
        return kinds_asked([each.text for each in self.said])

    @cached_property
    def weights(self) -> Sequence[float]:
        """How much each matched word says."""
        return [each.weight for each in self.matched.asked]


def topic_score(question: Question, match: Match) -> float:
    """How much a document is about the topics of the question: half by its title, half by its text."""
    found = question.by_topic.get(match.document.key, _NOTHING)
    return 0.5 * (found.in_title + found.in_text)


def of_document(question: Question, match: Match) -> dict[str, float]:
    """What speaks for a document."""
    weights = question.weights
    worths = [w * math.sqrt(rare) for w, rare in zip(weights, question.matched.rarity, strict=True)]
    coverage = _mean(match.held, weights)
    own = float(match.document.own)
    topics = question.by_topic.get(match.document.key, _NOTHING)
    return {
        "coverage": coverage,
        "title": _mean(match.in_title, weights),
        "rare": _mean(match.held, worths),
        "words": _mean(match.held, [1.0] * len(weights)),
        "strongest": max((held * w for held, w in zip(match.held, weights, strict=True)), default=0.0),
        "missing": max(((1 - held) * w for held, w in zip(match.held, weights, strict=True)), default=1.0),
        "own": own,
        "own_coverage": own * coverage,
        "topic_in_title": topics.in_title,
        "topic_in_text": topics.in_text,
        "topic_in_own_title": own * topics.in_title,
    }


def of_question(question: Question) -> dict[str, float]:
    """How the question stands to all that was searched."""
    matched, weights = question.matched, question.weights
    care = [each.weight for each in question.topics if each.of_care]
    unfound = [
        (
            topic.of_care,
            topic.weight * (1 - max((has.each[n] for has in question.by_topic.values()), default=0.0)),
        )
        for n, topic in enumerate(question.topics)
    ]
    return {
        "unknown": max(((1 - k) * w for k, w in zip(matched.known, weights, strict=True)), default=1.0),
        "unknown_share": 1 - _mean(matched.known, weights),
        "said": min(sum(weights), _MOST_SAID) / _MOST_SAID,
        "about_someone": float(question.about_someone),
        "searched": math.log(len(matched.matches) + 1) / _MANY_TEXTS,
        "topic": min(1.0, sum(care)),
        "no_topic": float(not care),
        "topic_unknown": max((missing for of_care, missing in unfound if of_care), default=0.0),
        "other_topic": min(1.0, sum(missing for of_care, missing in unfound if not of_care)),
    }


def of_first(question: Question, match: Match) -> dict[str, float]:
    """Whether the document that came first tells what is asked, beyond being about the same."""
    kinds = question.kinds
    said = said_in(match.document, question.matched.asked, match.in_title, kinds)
    rare = kinds & rare_kinds()
    sure = kinds & sure_kinds()
    # Of a text with none of the topics the other features tell more than enough.
    topics = question.by_topic.get(match.document.key)
    pairs = zip(question.topics, topics.each, strict=True) if topics else ()
    for_one = kinds & kinds_of_one() and question.about_someone and not match.document.own
    return {
        "detail": said.detail,
        "kind": float(bool(kinds)),
        "kind_untold": float(bool(kinds - said.kinds)),
        "kind_beside": said.beside if kinds else _NOT_ASKED,
        "rare_kind": float(bool(rare)),
        "rare_kind_untold": float(bool(rare - said.kinds)),
        "sure_kind_untold": float(bool(sure - said.kinds)),
        "kind_of_one": float(bool(for_one)),
        "other_topic_missed": max((each.weight * (1 - has) for each, has in pairs), default=0.0),
    }


def _mean(values: Sequence[float], weights: Sequence[float]) -> float:
    return sum(v * w for v, w in zip(values, weights, strict=True)) / (sum(weights) or 1.0)
