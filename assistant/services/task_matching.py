"""Which planned help the words of a question name: "aftenmedicin", "bad", "komp.strømper".

A word names help if the title has it, inflected or in a compound ("medicin" names "Aftenmedicin fra
dispenser"), or if both are of one kind of care (`nlu.components.care_terms`). Titles go before
remarks and before the titles of the guidance; near misses count only where nothing fits better.
"""

from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from assistant.domain.doegnrytmeplan import PlannedHelp
from knowledge.function_words import function_words
from nlu.components.care_terms import concepts_of
from retrieval.words import fold, stem, words

_NAMES_IT = 0.8
_AS_GOOD_AS_THE_BEST = 0.04
_SAME = 1.0
_SAME_KIND = 0.9
_MORE_GENERAL = 0.85
_MISSPELT = 0.85
_SHORTEST_PART = 4
_SHORTEST_MISSPELT = 5


def names_help(topic: Sequence[str]) -> bool:
    """Whether the words of a question name a kind of help at all."""
    return bool(concepts_of(" ".join(topic)))


def matching(
    lines: Iterable[PlannedHelp], topic: Sequence[str], titles: Mapping[str, str] | None = None
) -> set[str]:
    """The ids of the lines that the words of a question name; none where they name none of them.

    :param topic: the lower-case words that say what the question is about.
    :param titles: titles of guidance by id; a line is also found by the guidance it names.
    """
    scores: dict[str, float] = {}
    asked_kinds = concepts_of(" ".join(topic))
    for line in lines:
        title = _strength(topic, asked_kinds, line.title)
        behind = " ".join([line.remark or "", *((titles or {}).get(each, "") for each in line.guidance)])
        scores[line.id] = max(title, _SAME_KIND * _strength(topic, asked_kinds, behind))
    best = max(scores.values(), default=0.0)
    least = max(_NAMES_IT, best - _AS_GOOD_AS_THE_BEST)
    return {id for id, score in scores.items() if score >= least}


def _strength(topic: Sequence[str], asked_kinds: frozenset[str], text: str) -> float:
    """How well the best word of a question fits a text, from 0 to 1."""
    told = [word for word in words(text) if word not in function_words()]
    by_word = max((_fit(asked, word) for asked in topic for word in told), default=0.0)
    return max(by_word, _SAME_KIND if asked_kinds & concepts_of(text) else 0.0)


@lru_cache(maxsize=65536)
def _fit(asked: str, told: str) -> float:
    if stem(asked) == stem(told):
        return _SAME
    asked, told = fold(asked), fold(told)
    if len(asked) >= _SHORTEST_PART and (asked in told or stem(asked) in told):
        return _SAME
    if len(told) > _SHORTEST_PART and told in asked:
        return _MORE_GENERAL
    if min(len(asked), len(told)) >= _SHORTEST_MISSPELT and abs(len(asked) - len(told)) <= 2:
        alike = SequenceMatcher(None, asked, told).ratio()
        return _MISSPELT if alike >= _MISSPELT else 0.0
    return 0.0
