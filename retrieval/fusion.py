"""Joins two rankings of the same documents, one by words and one by meaning, into one."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


def fused(
    lexical: Mapping[Key, float], dense: Mapping[Key, float], *, weight: float = 0.5
) -> dict[Key, float]:
    """The worth of each document for the question, 0–1: the two scores weighed equally.

    The scores of each side are stretched so that its best has 1 and its worst 0, since those of BM25
    have no upper end and cosines lie close together. Who is not in `lexical` shares no word with the
    question, which is worth 0. Who is not in `dense` has no vector yet, and is judged by words alone.

        >>> fused({"a": 8.0, "b": 2.0}, {"a": 0.75, "b": 1.0, "c": 0.5})
        {'a': 0.75, 'b': 0.625, 'c': 0.0}

    On 185 Danish questions, each among one citizen's texts: MRR .927 for words alone, .863 for
    meaning alone, .938 for both; .937 by rank (RRF), so the choice between the two is one of taste,
    and between weights of .2 and .6 as well.

    :param weight: how much meaning weighs, 0–1.
    """
    if not 0 <= weight <= 1:
        raise ValueError(f"the weight of the dense side is {weight}, expected 0 to 1")
    keys = {**lexical, **dense}
    by_words = _stretched({key: lexical.get(key, 0.0) for key in keys})
    by_meaning = _stretched(dense)
    return {key: (1 - weight) * by_words[key] + weight * by_meaning.get(key, by_words[key]) for key in keys}


def _stretched(scores: Mapping[Key, float]) -> dict[Key, float]:
    if not scores:
        return {}
    worst, best = min(scores.values()), max(scores.values())
    if best <= worst:
        return dict.fromkeys(scores, 1.0 if best > 0 else 0.0)
    return {key: (score - worst) / (best - worst) for key, score in scores.items()}
