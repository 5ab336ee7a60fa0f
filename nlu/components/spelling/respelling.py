"""A sentence with its misspelt words as they are spelt, for everything that reads words.

What staff wrote is never changed where it is kept or shown: the aligned text leads back to it.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib import resources

from knowledge.function_words import function_words
from nlu.aligned_text import AlignedText, Span, replaced
from nlu.components.care_terms import words_of_care
from nlu.components.spelling.ordinary_words import (
    frequency,
    frequent_words,
    is_ordinary,
    with_danish_letters,
    words_of_work,
)
from nlu.components.spelling.speller import Speller
from nlu.spans import Spans

_WORD = re.compile(r"[^\W\d_]+(?:'(?!\w))?")
# Words that are read somewhere are the target, not all of Danish: the 2,500 most common ones (Zipf 4.3
# is twenty times in a million words), those of care, those of the work and those of grammar.
_COMMON = 4.3
# How nouns of care go on, without and with an -e at the end: "kateter|et", "strømpe|rne".
_ENDINGS = (("en", "et", "er", "erne"), ("n", "t", "r", "rne"))
# Only everyday words (Zipf 5 is a hundred times in a million) are taken apart, or names would fall apart.
_EVERYDAY = 5.0
_SHORTEST_PART = 2
_SHORTEST_RUN, _LONGEST_RUN = 6, 12
_MOST_WORDS = 400


def respell(text: str, *, keep: Sequence[Span] = ()) -> AlignedText:
    """`text` with each word that is no word replaced by the one it was meant for.

    respell("hwem skal babere jogvan", keep=[(17, 23)]).text    # → "hvem skal barbere jogvan"

    :param keep: spans that stay as they are, such as names and times that have been read already.
    """
    kept = Spans(keep)
    changes: list[tuple[Span, str]] = []
    for match in list(_WORD.finditer(text))[:_MOST_WORDS]:
        if not kept.overlap(match.span()):
            word = match.group().lower()
            meant = _meant(word)
            if meant != word:
                changes.append((match.span(), meant))
    return replaced(text, changes)


@lru_cache(maxsize=65536)
def _meant(word: str) -> str:
    """The word of ordinary or care Danish that a lower-case word is meant for; itself, if it is none."""
    spoken = _spoken_forms().get(word.rstrip("'"))
    if spoken is not None:
        return spoken
    if is_ordinary(word):
        return word
    spoken = with_danish_letters(word)
    if spoken != word:
        return spoken
    meant = max(_work_speller().meant(word), key=frequency, default=word)
    return _apart(word) if meant == word else meant


def _apart(word: str) -> str:
    """Two words of grammar that were written as one: "nårskal", "hvaskal"; else `word`."""
    if _SHORTEST_RUN <= len(word) <= _LONGEST_RUN:
        for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            parts = [_spoken_forms().get(part, part) for part in (word[:at], word[at:])]
            if all(part in function_words() and frequency(part) >= _EVERYDAY for part in parts):
                return " ".join(parts)
    return word


@lru_cache(maxsize=1)
def _spoken_forms() -> Mapping[str, str]:
    """Short words as they are said → the word that is meant.

    :raises ValueError: when a form stands for two words.
    """
    table = tomllib.loads(resources.files(__package__).joinpath("spoken_forms.toml").read_text("utf-8"))
    meant: dict[str, str] = {}
    for word, forms in table["meant"].items():
        for form in forms:
            if meant.setdefault(form.rstrip("'"), word) != word:
                raise ValueError(f"spelling/spoken_forms.toml: {form!r} stands for {word!r} and another word")
    return meant


@lru_cache(maxsize=1)
def _work_speller() -> Speller:
    known = words_of_care() | words_of_work()
    forms = {word + ending for word in known for ending in _ENDINGS[word.endswith("e")]}
    return Speller({*function_words(), *known, *forms, *frequent_words(_COMMON)})
