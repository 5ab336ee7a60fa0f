"""What joins the words of one family: forms of strong verbs, and nouns made of verbs.

A stemmer cuts endings; it joins neither "stukket" with stikke nor "vejning" with veje.
"""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

from retrieval.words import fold, stem

# Endings that make a noun of a verb or a verb of a foreign noun, after stemming and folding: "vejning",
# "følelse", "inhalation" beside "inhalerer". Source: the entries of endings in Den Danske Ordbog.
_DERIVED = ("ering", "ation", "ning", "else", "erer", "ere", "ing", "els", "er", "ne")
_SHORTEST_ROOT = 3
_ENDS_DOUBLE = 2


@lru_cache(maxsize=65536)
def basic_form(word: str) -> str:
    """The infinitive of a form of a strong verb, in lower case; any other word as it is."""
    return _forms_of_verbs().get(word, word)


@lru_cache(maxsize=65536)
def root(word: str) -> str:
    """What is left of a lower-case word without the endings that turn one kind of word into another.

    >>> root("vejning") == root("vejes") and root("barbering") == root("barberer")
    True
    """
    stemmed = stem(basic_form(word))
    for ending in _DERIVED:
        if stemmed.endswith(ending) and len(stemmed) - len(ending) >= _SHORTEST_ROOT:
            stemmed = stemmed.removesuffix(ending)
            break
    # "tømning" and "tømmer": the consonant is doubled before an ending.
    doubled = len(stemmed) > _SHORTEST_ROOT and stemmed[-1] == stemmed[-_ENDS_DOUBLE]
    return fold(stemmed[:-1] if doubled else stemmed)


@lru_cache(maxsize=1)
def _forms_of_verbs() -> Mapping[str, str]:
    """Each form of `strong_verbs.toml`, also without æ, ø and å → its infinitive.

    :raises ValueError: when the list is empty or a form stands under two verbs.
    """
    verbs = tomllib.loads(resources.files(__package__).joinpath("strong_verbs.toml").read_text("utf-8"))[
        "verbs"
    ]
    if not verbs:
        raise ValueError("retrieval/strong_verbs.toml: the list of verbs is empty")
    found: dict[str, str] = {}
    for infinitive, forms in verbs.items():
        for form in forms:
            for spelling in {form, fold(form)}:
                if found.setdefault(spelling, infinitive) != infinitive:
                    raise ValueError(
                        f"retrieval/strong_verbs.toml: {spelling!r} stands under {infinitive!r} and another"
                    )
    return found
