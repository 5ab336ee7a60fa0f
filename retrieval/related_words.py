"""Words that stand for each other in care: what is asked as "pille" is written as "tablet"."""

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

from retrieval.vocabulary import stem

STRENGTH = 0.85
"""How surely a related word stands for the one that was said."""


def related(word: str) -> tuple[str, ...]:
    """The words related to a lower-case word, whatever its inflection, in their basic forms."""
    return _related().get(stem(word), ())


@lru_cache(maxsize=1)
def _related() -> Mapping[str, tuple[str, ...]]:
    """Stem → words of the groups that it stands in.

    :raises ValueError: when there is no group, or a group of one word.
    """
    table = tomllib.loads(resources.files(__package__).joinpath("related_words.toml").read_text("utf-8"))
    groups: list[list[str]] = table["groups"]
    if not groups or any(len(set(group)) < 2 for group in groups):
        raise ValueError("retrieval/related_words.toml: expected groups of at least two words")
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for group in groups:
        for word in group:
            found[stem(word)].update(dict.fromkeys(each for each in group if each != word))
    return {word: tuple(others) for word, others in found.items()}
