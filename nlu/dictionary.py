"""The words of a Danish spelling dictionary (`dictionary.toml`, from Stavekontrolden, MPL-1.1)."""

import tomllib
from functools import lru_cache
from importlib import resources


@lru_cache(maxsize=1)
def dictionary_words() -> frozenset[str]:
    """Every word in lower case; genitives, most compounds and regular inflections are left out.

    :raises ValueError: when the list is empty, since a lexicon that loads empty is a silent failure.
    """
    table = tomllib.loads(resources.files(__package__).joinpath("dictionary.toml").read_text("utf-8"))
    words = frozenset(str(table["danish"]["words"]).split())
    if not words:
        raise ValueError("nlu/dictionary.toml: the list of words is empty; expected at least one word")
    return words
