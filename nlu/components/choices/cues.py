"""The Danish words of this component, read once from `cues.toml` and checked."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from nlu.folding import foldings


@dataclass(frozen=True, slots=True)
class Cues:
    """`ordinals`: folded word → place from 1 (negative from the end, 0 the middle), `ages`: 1 the oldest, -1
    the youngest; the rest are phrases."""

    ordinals: Mapping[str, int]
    fillers: frozenset[str]
    several: frozenset[str]
    yes: frozenset[str]
    no: frozenset[str]
    ages: Mapping[str, int]


@lru_cache(maxsize=1)
def load_cues() -> Cues:
    """The cues of `cues.toml`.

    :raises ValueError: when a list is empty, since a lexicon that loads empty is a silent failure.
    """
    table = tomllib.loads(resources.files(__package__).joinpath("cues.toml").read_text("utf-8"))
    ordinals = {
        form: int(place)
        for place, words in table["ordinals"].items()
        for word in words
        for form in foldings(word)
    }
    cues = Cues(
        ordinals=ordinals,
        fillers=_folded(table["fillers"]["words"]),
        several=_folded(table["several"]["words"]),
        yes=_folded(table["yes"]["words"]),
        no=_folded(table["no"]["words"]),
        ages={
            form: int(age)
            for age, words in table["ages"].items()
            for word in words
            for form in foldings(word)
        },
    )
    for name in cues.__slots__:
        if not getattr(cues, name):
            raise ValueError(f"choices/cues.toml: the list {name!r} is empty; expected at least one word")
    return cues


def _folded(phrases: list[str]) -> frozenset[str]:
    return frozenset(form for phrase in phrases for form in foldings(phrase))
