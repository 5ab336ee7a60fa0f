"""Which planned help the words of a question name: "aftenmedicin", "bad", "komp.strømper".

A word names help if the title has it, inflected or in a compound ("medicin" names "Aftenmedicin fra
dispenser"), or if both are of one kind of care (`nlu.components.care_terms`). Titles go before
remarks and before the titles of the guidance; near misses count only where nothing fits better.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from assistant.domain.doegnrytmeplan import PlannedHelp
from knowledge.function_words import function_words
from nlu.components.care_terms import concepts_of, narrower_concepts
from nlu.components.spelling import is_ordinary
from retrieval.words import fold, stem, words

_NAMES_IT = 0.8
_AS_GOOD_AS_THE_BEST = 0.04
_SAME = 1.0
_SAME_KIND = 0.9
_MORE_GENERAL = 0.85
_NARROWER_KIND = 0.82
_MISSPELT = 0.85
_SHORTEST_PART = 4
_SHORTEST_MISSPELT = 5
_LONG = 10
# Of clothes and aids, these are part of what the help is called ("Kompressionsstrømper af").
DIRECTIONS = frozenset({"på", "af"})


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
    lines = list(lines)
    kinds_of_topic = concepts_of(" ".join(topic))
    asked = [
        (word, concepts_of(word) or (kinds_of_topic if len(topic) == 1 else frozenset())) for word in topic
    ]
    scores = {line.id: _scores(asked, kinds_of_topic, line, titles or {}) for line in lines}
    # "insulin til aftensmaden": what fits both words goes before what fits one of them.
    most = max((_count(each) for each in scores.values()), default=0)
    fitting = {id: sum(each) / len(each) for id, each in scores.items() if most and _count(each) == most}
    best = max(fitting.values(), default=0.0)
    named = {id for id, score in fitting.items() if score >= best - _AS_GOOD_AS_THE_BEST}
    right_way = {line.id for line in lines if line.id in named and same_direction(topic, line.title)}
    return right_way or named


def same_direction(said: Collection[str], title: str) -> bool:
    """Whether help of this title goes the way that was said: everything does where none was said."""
    way = DIRECTIONS.intersection(said)
    return not way or bool(way.intersection(words(title)))


def _count(scores: Sequence[float]) -> int:
    return sum(1 for each in scores if each >= _NAMES_IT)


def _scores(
    asked: Sequence[tuple[str, frozenset[str]]],
    kinds_of_topic: frozenset[str],
    line: PlannedHelp,
    titles: Mapping[str, str],
) -> list[float]:
    """How well each word of a question, with its kinds of care, fits a plan line, from 0 to 1."""
    title = _told(line.title)
    behind = _told(" ".join([line.remark or "", *(titles.get(each, "") for each in line.guidance)]))
    found = [
        max(_strength(word, kinds, title), _SAME_KIND * _strength(word, kinds, behind))
        for word, kinds in asked
    ]
    # A phrase names a kind of help that none of its words names alone ("op af sengen").
    if kinds_of_topic & title.kinds:
        found.append(_SAME_KIND)
    return found or [0.0]


@dataclass(frozen=True, slots=True)
class _Told:
    """The words of a text that say what it is about, and its kinds of care."""

    words: frozenset[str]
    kinds: frozenset[str]


@lru_cache(maxsize=4096)
def _told(text: str) -> _Told:
    # by the text itself, so that it is the same whoever's plan the text stands in
    return _Told(frozenset(words(text)) - function_words(), concepts_of(text))


def _strength(asked: str, asked_kinds: frozenset[str], told: _Told) -> float:
    by_word = max((_fit(asked, word) for word in told.words), default=0.0)
    if asked_kinds & told.kinds:
        return max(by_word, _SAME_KIND)
    return max(by_word, _NARROWER_KIND if narrower_concepts(asked_kinds) & told.kinds else 0.0)


@lru_cache(maxsize=65536)
def _fit(asked: str, told: str) -> float:
    if stem(asked) == stem(told):
        return _SAME
    known = is_ordinary(asked)  # "hunden" is no misspelt "huden"
    asked, told = fold(asked), fold(told)
    if len(asked) >= _SHORTEST_PART and (asked in told or _root_in(asked, told)):
        return _SAME
    if len(told) > _SHORTEST_PART and told in asked:
        return _MORE_GENERAL
    near = abs(len(asked) - len(told)) <= 2 and min(len(asked), len(told)) >= _SHORTEST_MISSPELT
    if near and (not known or len(asked) >= _LONG):
        alike = SequenceMatcher(None, asked, told)
        return _MISSPELT if alike.quick_ratio() >= _MISSPELT and alike.ratio() >= _MISSPELT else 0.0
    return 0.0


def _root_in(asked: str, told: str) -> bool:
    """Whether a word has the stem of another in it ("tømmes": Tømning), unless that is too short to tell."""
    root = stem(asked)
    return len(root) >= _SHORTEST_PART and root in told
