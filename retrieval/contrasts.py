"""Sides, parts of the day, numbers and denials: single words that make two texts alike answer different
questions.

Read from `contrasts.toml`. Learning gives such words hardly any weight, since few questions hang on them;
those that do matter most, so `retrieval.evidence` counts them by rule. Held by the pairs of
`tests/retrieval/test_pairs.py`.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from retrieval.vocabulary import stem
from retrieval.words import words

_NUMBER = re.compile(r"(\d+(?:[.,]\d+)?)\s*([^\W\d_]+|%|°)?")


@dataclass(frozen=True, slots=True)
class Contrasts:
    """How a text stands to what a question chooses.

    `against`: how many of the question's choices (a side, a part of the day) it decides otherwise;
    `numbers`: how many of the question's numbers it has; `denies`: whether it denies something of what the
    question has denied.
    """

    against: int
    numbers: int
    denies: bool


def contrasts(said: Sequence[str], title: str, text: str) -> Contrasts:
    """How a text stands to the choices of a question with these lower-case words.

    >>> contrasts(["sår", "højre", "hæl"], "Sår", "1. Skyl såret på venstre hæl.").against
    1
    """
    asked = _chosen(_lists().otherwise.sub(" ", " ".join(said)))
    if not asked.stems and not asked.last and not asked.numbers and not asked.denies:
        return Contrasts(0, 0, denies=False)
    titled, told = _chosen(title), _chosen(text)
    lists = _lists()
    against = sum(
        _against(group, asked.stems, titled.stems or told.stems if group & titled.stems else told.stems)
        for group in lists.groups
    )
    against += sum(_against(group, asked.stems, titled.stems) for group in lists.in_title)
    against += sum(
        _against(group, asked.last, titled.last) for group in lists.at_end if not asked.last & titled.stems
    )
    numbers = len(asked.numbers & (titled.numbers | told.numbers))
    return Contrasts(against, numbers, denies=asked.denies and (titled.denies or told.denies))


def chooses(word: str) -> bool:
    """Whether a lower-case word is a number, denies, or is one of several that exclude each other."""
    lists = _lists()
    stemmed = stem(word)
    return word.isdigit() or stemmed in lists.denials or lists.one_of.get(stemmed, stemmed) in lists.all


def denies(said: Sequence[str]) -> bool:
    """Whether these words deny something."""
    return any(stem(word) in _lists().denials for word in said)


def _against(group: frozenset[str], asked: frozenset[str], has: frozenset[str]) -> int:
    wanted = group & asked
    return int(len(wanted) == 1 and bool(group & has) and not wanted & has)


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The words of a text that choose, the last of them alone, its numbers, and whether it denies."""

    last: frozenset[str]
    stems: frozenset[str]
    numbers: frozenset[str]
    denies: bool


@lru_cache(maxsize=4096)
def _chosen(text: str) -> _Chosen:
    lists = _lists()
    in_order = [lists.one_of.get(stem(word), stem(word)) for word in words(text)]
    stems = frozenset(in_order)
    numbers = frozenset(found.group(1).replace(".", ",") for found in _NUMBER.finditer(text))
    return _Chosen(
        lists.all & set(in_order[-1:]), stems & lists.all, numbers, denies=bool(stems & lists.denials)
    )


@dataclass(frozen=True, slots=True)
class _Lists:
    """The groups by their members' first forms; `one_of`: the stem of another form → that of the first."""

    groups: tuple[frozenset[str], ...]
    in_title: tuple[frozenset[str], ...]
    at_end: tuple[frozenset[str], ...]
    denials: frozenset[str]
    one_of: Mapping[str, str]
    all: frozenset[str]
    otherwise: re.Pattern[str]


@lru_cache(maxsize=1)
def _lists() -> _Lists:
    """The groups of `contrasts.toml`, as stems.

    :raises ValueError: when a list is empty, or a group holds fewer than two words.
    """
    table = tomllib.loads(resources.files(__package__).joinpath("contrasts.toml").read_text("utf-8"))
    found = {
        name: tuple(frozenset(stem(member.split("/")[0]) for member in group) for group in table[name])
        for name in ("groups", "in_title", "at_end")
    }
    if not table["denials"] or not all(found.values()):
        raise ValueError(
            "retrieval/contrasts.toml: a list is empty; expected groups, in_title, at_end and denials"
        )
    if small := [group for groups in found.values() for group in groups if len(group) < 2]:
        raise ValueError(f"retrieval/contrasts.toml: {sorted(small[0])} is no group of at least two words")
    members = [member.split("/") for name in found for group in table[name] for member in group]
    return _Lists(
        groups=found["groups"],
        in_title=found["in_title"],
        at_end=found["at_end"],
        denials=frozenset(stem(word) for word in table["denials"]),
        one_of={stem(form): stem(forms[0]) for forms in members for form in forms[1:]},
        all=frozenset().union(*(group for groups in found.values() for group in groups)),
        otherwise=re.compile(rf"\b(?:{'|'.join(table['means_otherwise'])})\b"),
    )
