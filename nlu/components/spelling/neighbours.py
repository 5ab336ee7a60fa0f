"""Words that only what stands beside them tells to be misspelt: "tale panodil", "påfredag"."""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from knowledge.function_words import function_words
from nlu.components.care_terms import concepts_of
from nlu.folding import foldings

_SHORTEST_PART = 3


@dataclass(frozen=True, slots=True)
class Meant:
    """The word that is meant before one of `before` or a word of the `kinds` of care, or right behind one."""

    word: str
    before: frozenset[str]
    kinds: frozenset[str]
    behind: frozenset[str]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Everything of `neighbours.toml`: the words by how they are written, and those written as one."""

    meant: Mapping[str, Meant]
    apart: Mapping[str, str]
    together: frozenset[str]
    not_behind: frozenset[str]


def meant_beside(word: str, following: Collection[str], *, behind: str = "") -> str:
    """What a lower-case word is meant for beside others, the word before it and some after; mostly itself.

    >>> meant_beside("tale", ["panodil"]), meant_beside("tale", ["dansk"])
    ('tåle', 'tale')
    """
    meant = load_neighbours().meant.get(word)
    if meant is None:
        return word
    kinds = concepts_of(" ".join(following))
    fits = behind in meant.behind or not (
        meant.before.isdisjoint(following) and meant.kinds.isdisjoint(kinds)
    )
    return meant.word if fits else word


def taken_apart(word: str) -> str:
    """Two words of a time that were written as one: "påfredag" is "på fredag"; else `word`."""
    return load_neighbours().apart.get(word, word)


def put_together(first: str, second: str, *, behind: str, compounds: Collection[str]) -> str | None:
    """One word that was written as two: "om kring", "nat posen"; None for two words.

    :param behind: the word before the two. :param compounds: words that may have been taken apart.
    """
    neighbours, both = load_neighbours(), first + second
    if f"{first} {second}" in neighbours.together:
        return both
    grammar = not function_words().isdisjoint((first, second)) or behind in neighbours.not_behind
    short = min(len(first), len(second)) < _SHORTEST_PART
    return both if both in compounds and not (short or grammar) else None


@lru_cache(maxsize=1)
def load_neighbours() -> Neighbours:
    """The lists of `neighbours.toml`.

    :raises ValueError: when a word is meant in two ways, or never.
    """
    table = tomllib.loads(resources.files(__package__).joinpath("neighbours.toml").read_text("utf-8"))
    meant: dict[str, Meant] = {}
    for each in table["meant"]:
        before, kinds, behind = (frozenset(each.get(name, ())) for name in ("before", "kinds", "behind"))
        read = Meant(each["word"], before, kinds, behind)
        for written in each["written"]:
            if not (before or behind) or meant.setdefault(written, read) != read:
                raise ValueError(f"spelling/neighbours.toml: {written!r} is meant in no way, or in two")
    apart = {
        form: f"{first} {rest}"
        for first in table["apart"]["first"]
        for rest in table["apart"]["rest"]
        for form in foldings(first + rest) | {first + rest}
    }
    together = table["together"]
    return Neighbours(meant, apart, frozenset(together["pairs"]), frozenset(together["not_behind"]))
