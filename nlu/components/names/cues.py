"""The Danish cues of this component, read once from `cues.toml` and checked."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from nlu.components.names.folding import fold


@dataclass(frozen=True, slots=True)
class Cues:
    """The word lists, folded; `genitive_endings` longest first."""

    genitive_endings: tuple[str, ...]
    particles: frozenset[str]
    ordinary_words: frozenset[str]
    before_a_person: frozenset[str]


@lru_cache(maxsize=1)
def load_cues() -> Cues:
    """The cues of `cues.toml`.

    :raises ValueError: when a list is empty, since a lexicon that loads empty is a silent failure.
    """
    table = tomllib.loads(resources.files(__package__).joinpath("cues.toml").read_text("utf-8"))
    cues = Cues(
        genitive_endings=tuple(table["genitive"]["endings"]),
        particles=_folded(table["particles"]["words"]),
        ordinary_words=_folded(table["ordinary_words"]["words"]),
        before_a_person=_folded(table["before_a_person"]["words"]),
    )
    for name in cues.__slots__:
        if not getattr(cues, name):
            raise ValueError(f"names/cues.toml: the list {name!r} is empty; expected at least one word")
    return cues


def _folded(words: list[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)
