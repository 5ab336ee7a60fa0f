"""Whether a word is ordinary Danish, and so is meant as it stands."""

import math
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib import resources

from knowledge.function_words import function_words
from nlu.components.care_terms import endings, words_of_care
from nlu.dictionary import dictionary_words
from nlu.folding import foldings

# Zipf 3 is once in a million words. Rarer forms of the list are partly misspellings themselves.
_RAREST = 3.0
# A shorter stem is shared by chance: "babe" and "babere".
_SHORTEST_STEM = 4
_SHORTEST_PART = 4


@lru_cache(maxsize=65536)
def is_ordinary(word: str) -> bool:
    """Whether a lower-case word is a Danish word, a form of one, a word of care or a function word.

    Source: `wordfreq` (29,000 Danish words from subtitles, Wikipedia, news and the web), and a spelling
    dictionary for those that are rarer (`stropper`, `svesker`).
    """
    return is_common(word) or is_listed(word)


@lru_cache(maxsize=65536)
def is_common(word: str) -> bool:
    """The same without the dictionary, whose rare words are often slips for common ones ("vener")."""
    return word in function_words() or _is_word(word) or _is_compound(word)


@lru_cache(maxsize=65536)
def is_listed(word: str) -> bool:
    """Whether a spelling dictionary has a lower-case word or what it is a form of."""
    listed = dictionary_words()
    return word in listed or any(form in listed for form in _basic_forms(word))


def is_word(word: str) -> bool:
    """Whether a lower-case word is common or one of care, or a form of one, and is no compound of two."""
    return word in function_words() or _is_word(word)


def _is_word(word: str) -> bool:
    return _is_known(word) or any(map(_is_known, _basic_forms(word)))


def _is_compound(word: str) -> bool:
    """Whether two words make it, with or without a joint: "aften|vagten", "sygdom|s|tegn"."""
    return any(
        _is_first_part(word[:at]) and _is_word(word[at:])
        for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    )


def _is_first_part(part: str) -> bool:
    return _is_known(part) or (part.endswith("s") and _is_known(part[:-1]))


def _is_known(word: str) -> bool:
    return frequency(word) >= _RAREST or word in words_of_care() or word in words_of_work()


def _basic_forms(word: str) -> Iterator[str]:
    """What the word may be a form of: "liften" of lift, "fortryd" of fortryde, "tabletten" of tablet."""
    for ending in endings():
        stem = word.removesuffix(ending) if ending else word
        if len(stem) >= _SHORTEST_STEM and (stem != word or not ending):
            yield from (stem, f"{stem}e")
            if ending and stem[-1] == stem[-2] and len(stem) > _SHORTEST_STEM:
                yield stem[:-1]


def frequency(word: str) -> float:
    """How common a lower-case word is, on the Zipf scale (3 = once in a million words); 0 if unknown."""
    return _frequencies().get(word, 0.0)


@lru_cache(maxsize=1)
def _frequencies() -> Mapping[str, float]:
    # Loaded when the first word is looked up: a start does not wait for it.
    from wordfreq import get_frequency_dict

    # a share of all words, as Zipf counts: the logarithm of how often in a thousand million
    return {word: math.log10(share) + 9 for word, share in get_frequency_dict("da").items()}


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
    known = _frequencies()
    return sorted((word for word in known if known[word] >= rarest), key=lambda word: -known[word])


@lru_cache(maxsize=1)
def words_of_work() -> frozenset[str]:
    """The words of `words_of_work.toml`.

    :raises ValueError: when the list is empty.
    """
    table = tomllib.loads(resources.files(__package__).joinpath("words_of_work.toml").read_text("utf-8"))
    if not table["words"]:
        raise ValueError("spelling/words_of_work.toml: the list is empty")
    return frozenset(table["words"])
