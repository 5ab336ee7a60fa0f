"""Words that only what stands beside them tells to be misspelt: "tale panodil", "påfredag"."""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from nlu.components.care_terms import concepts_of
from nlu.folding import foldings


@dataclass(frozen=True, slots=True)
class Meant:
    """The word that is meant where one of `before`, or a word of one of the `kinds` of care, follows."""

    word: str
    before: frozenset[str]
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Everything of `neighbours.toml`: the words by how they are written, and those written as one."""

    meant: Mapping[str, Meant]
    apart: Mapping[str, str]


def meant_before(word: str, following: Collection[str]) -> str:
    """What a lower-case word is meant for where one of some words follows; itself in most cases.

    >>> meant_before("tale", ["panodil"]), meant_before("tale", ["dansk"])
    ('tåle', 'tale')
    """
    meant = load_neighbours().meant.get(word)
    if meant is None:
        return word
    kinds = concepts_of(" ".join(following))
    other = meant.before.isdisjoint(following) and meant.kinds.isdisjoint(kinds)
    return word if other else meant.word


def taken_apart(word: str) -> str:
    """Two words of a time that were written as one: "påfredag" is "på fredag"; else `word`."""
    return load_neighbours().apart.get(word, word)


@lru_cache(maxsize=1)
def load_neighbours() -> Neighbours:
    """The lists of `neighbours.toml`.

    :raises ValueError: when a word is meant in two ways, or never.
    """
    table = tomllib.loads(resources.files(__package__).joinpath("neighbours.toml").read_text("utf-8"))
    meant: dict[str, Meant] = {}
    for each in table["meant"]:
        read = Meant(each["word"], frozenset(each["before"]), frozenset(each.get("kinds", ())))
        for written in each["written"]:
            if not read.before or meant.setdefault(written, read) != read:
                raise ValueError(f"spelling/neighbours.toml: {written!r} is meant in no way, or in two")
    apart = {
        form: f"{first} {rest}"
        for first in table["apart"]["first"]
        for rest in table["apart"]["rest"]
        for form in foldings(first + rest) | {first + rest}
    }
    return Neighbours(meant, apart)
