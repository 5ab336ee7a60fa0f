"""What kind of thing a question asks for (an amount, a place, a price), and of which kinds a text tells
something.

Read from `asked_kinds.toml`. A text on the very topic still does not answer "hvor længe" if it tells no time.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from retrieval.phrases import Phrases
from retrieval.vocabulary import stem
from retrieval.words import words

# What no list of words holds, by the name that stands for it in `told`.
_PATTERNS = {
    "NUMBER": re.compile(
        r"\d|\b(?:to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|femten|tyve|tredive|halvanden|halvtreds"
        r"|hundrede|én|ét)\b"
    ),
    "CLOCK": re.compile(r"\bkl\.? ?\d|\b\d{1,2}[.:]\d\d\b"),
    "PHONE": re.compile(r"\b\d{8}\b|\b\d\d \d\d \d\d \d\d\b|\b112\b|\b\d{4}\b"),
    "YEAR": re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}\. (?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)"),
    "NAME": re.compile(r"(?<=[a-zæøå,] )[A-ZÆØÅ][a-zæøå]+"),
}
# "Hvilken" alone asks for no kind: it stands there so that a longer phrase may.
_NO_KIND = "which"
_SHORTEST_END = 4


def kinds_asked(said: Sequence[str]) -> frozenset[str]:
    """The kinds of thing that a question asks for.

    >>> sorted(kinds_asked(["hvor", "længe", "skal", "den", "virke"]))
    ['duration']
    """
    longest: dict[int, tuple[int, set[str]]] = {}
    for begin, _, (length, kind) in _kinds().asked.find([stem(each) for each in said]):
        most, kinds = longest.get(begin, (0, set()))
        if length >= most:
            longest[begin] = (length, kinds | {kind} if length == most else {kind})
    return frozenset(kind for _, kinds in longest.values() for kind in kinds) - {_NO_KIND}


@lru_cache(maxsize=8192)
def kinds_told(text: str) -> frozenset[str]:
    """The kinds of which a sentence tells something."""
    stems = {stem(word) for word in words(text)}
    stems |= {name for name, pattern in _PATTERNS.items() if pattern.search(text)}
    # "Køkkenskab" is a cupboard as well.
    ends = {each[cut:] for each in stems for cut in range(1, len(each) - _SHORTEST_END + 1)}
    kinds = _kinds()
    return frozenset(
        kind
        for kind, told in kinds.told.items()
        if not stems.isdisjoint(told) or (kind in kinds.sure and not ends.isdisjoint(told))
    )


def rare_kinds() -> frozenset[str]:
    """The kinds that no instruction of care is expected to tell: prices, makers, histories."""
    return _kinds().rare


def sure_kinds() -> frozenset[str]:
    """The kinds that nothing tells but the words listed: units, days of the week, containers."""
    return _kinds().sure


def kinds_of_one() -> frozenset[str]:
    """The kinds that hold for one citizen alone: how much, how often, which side."""
    return _kinds().of_one


@dataclass(frozen=True, slots=True)
class _Kinds:
    """`told`: kind → stems of words and names of patterns that tell it."""

    asked: Phrases[tuple[int, str]]
    told: Mapping[str, frozenset[str]]
    rare: frozenset[str]
    of_one: frozenset[str]
    sure: frozenset[str]


@lru_cache(maxsize=1)
def _kinds() -> _Kinds:
    """The kinds of `asked_kinds.toml`.

    :raises ValueError: when a kind is asked for by no word, or told by none (but for "hvilken").
    """
    table = tomllib.loads(resources.files(__package__).joinpath("asked_kinds.toml").read_text("utf-8"))
    for kind, cues in table.items():
        if not cues["asked"] or (not cues["told"] and kind != _NO_KIND):
            raise ValueError(
                f"retrieval/asked_kinds.toml: the kind {kind!r} is asked for or told by no words"
            )
    return _Kinds(
        asked=Phrases(
            (phrase, (len(words(phrase)), kind)) for kind, cues in table.items() for phrase in cues["asked"]
        ),
        told={
            kind: frozenset(each if each in _PATTERNS else stem(each) for each in cues["told"])
            for kind, cues in table.items()
        },
        rare=frozenset(kind for kind, cues in table.items() if cues.get("rare")),
        of_one=frozenset(kind for kind, cues in table.items() if cues.get("of_one")),
        sure=frozenset(kind for kind, cues in table.items() if cues.get("sure")),
    )
