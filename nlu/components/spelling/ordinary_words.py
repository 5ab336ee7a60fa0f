"""Whether a word is ordinary Danish, and so is meant as it stands."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib import resources

import snowballstemmer

from knowledge.function_words import function_words
from nlu.components.care_terms import words_of_care
from nlu.folding import foldings

_stemmer = snowballstemmer.stemmer("danish")
# Zipf 3 is once in a million words. Rarer forms of the list are partly misspellings themselves.
_RAREST = 3.0
# A shorter stem is shared by chance: "babe" and "babere".
_SHORTEST_STEM = 4


@lru_cache(maxsize=65536)
def is_ordinary(word: str) -> bool:
    """Whether a lower-case word is a frequent Danish word, a form of one, a word of care or a function word.

    Source: `wordfreq` (29,000 Danish words from subtitles, Wikipedia, news and the web).
    """
    return word in function_words() or frequency(word) >= _RAREST or _stem(word) in _stems()


def _stem(word: str) -> str:
    return str(_stemmer.stemWord(word))


@lru_cache(maxsize=1)
def _stems() -> frozenset[str]:
    """The stems of all words that are known as they stand: "liften" is a form of "lift"."""
    known = {*words_of_care(), *words_of_work(), *frequent_words(_RAREST)}
    return frozenset(stem for stem in map(_stem, known) if len(stem) >= _SHORTEST_STEM)


@lru_cache(maxsize=65536)
def frequency(word: str) -> float:
    """How common a lower-case word is, on the Zipf scale (3 = once in a million words); 0 if unknown."""
    # Loaded when the first word is looked up: 30 ms and 6 MB that a start does not wait for.
    from wordfreq import zipf_frequency

    return float(zipf_frequency(word, "da"))


def with_danish_letters(word: str) -> str:
    """The frequent word that a phone without æ, ø, å writes as `word`: "taeppe" is tæppe; else `word`."""
    return _spelt_without().get(word, word)


@lru_cache(maxsize=1)
def _spelt_without() -> Mapping[str, str]:
    """Folded spellings that are no words themselves → the most frequent word so spelt."""
    meant: dict[str, str] = {}
    for word in (*frequent_words(_RAREST), *words_of_care(), *words_of_work()):
        if not word.isascii():
            for form in foldings(word):
                if frequency(form) < _RAREST and form not in function_words():
                    meant.setdefault(form, word)
    return meant


def frequent_words(rarest: float) -> Sequence[str]:
    """The Danish words of at least this frequency (Zipf), most frequent first."""
    from wordfreq import iter_wordlist

    return [word for word in iter_wordlist("da") if frequency(word) >= rarest]


@lru_cache(maxsize=1)
def words_of_work() -> frozenset[str]:
    """The words of `words_of_work.toml`.

    :raises ValueError: when the list is empty.
    """
    table = tomllib.loads(resources.files(__package__).joinpath("words_of_work.toml").read_text("utf-8"))
    if not table["words"]:
        raise ValueError("spelling/words_of_work.toml: the list is empty")
    return frozenset(table["words"])
