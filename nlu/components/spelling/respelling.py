"""A sentence with its misspelt words as they are spelt, for everything that reads words.

What staff wrote is never changed where it is kept or shown: the aligned text leads back to it.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib import resources

from knowledge.function_words import function_words
from nlu.aligned_text import AlignedText, Span, replaced
from nlu.components.care_terms import words_of_care
from nlu.components.spelling.neighbours import meant_beside, put_together, taken_apart
from nlu.components.spelling.ordinary_words import (
    frequency,
    frequent_words,
    is_common,
    is_listed,
    is_word,
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
_VOWELS, _UNSTRESSED = frozenset("aeiouyæøåé"), ("en", "er", "el")
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
    ascii_only = text.isascii()
    found = [match for _, match in zip(range(_MOST_WORDS), _WORD.finditer(text), strict=False)]
    said = [match.group().lower() for match in found]
    done = 0
    for at, (match, word) in enumerate(zip(found, said, strict=True)):
        if match.start() < done or kept.overlap(match.span()):
            continue
        following = found[at + 1] if at + 1 < len(found) else None
        behind = said[at - 1] if at else ""
        if following and following.start() == match.end() + 1 and not kept.overlap(following.span()):
            whole = put_together(word, said[at + 1], behind=behind, compounds=_work())
            if whole is not None:
                done = following.end()
                changes.append(((match.start(), done), whole))
                continue
        meant = meant_beside(word, said[at + 1 : at + 3], behind=behind)
        if meant == word:
            meant = _meant(word, ascii_only=ascii_only)
        if meant != word:
            changes.append((match.span(), meant))
    return replaced(text, changes)


@lru_cache(maxsize=65536)
def _meant(word: str, *, ascii_only: bool) -> str:
    """The word of ordinary or care Danish that a lower-case word is meant for; itself, if it is none.

    :param ascii_only: whether it was written without æ, ø and å, so that a rare word may be a common one
        with those ("sar": sår).
    """
    spoken = _spoken_forms().get(word.rstrip("'"))
    if spoken is not None:
        return spoken
    apart = taken_apart(word)
    if apart != word and frequency(word) == 0:
        return apart
    if is_common(word):
        return word if is_word(word) else _slip_of_the_work(word)
    listed, danish = is_listed(word), with_danish_letters(word)
    if danish != word and (not listed or (ascii_only and danish in _work())):
        return danish
    if listed:
        return _slip_for_a_common_word(word)
    meant = max(_work_speller().meant(word), key=lambda each: _likely(each, word), default=word)
    return _apart(word) if meant == word else meant


def _slip_for_a_common_word(word: str) -> str:
    """The word of the work or of every day that sounds the same ("vener": vender); else the rare `word`."""
    alike = [each for each in _work_speller().sounding_like(word) if each in _work() or _is_everyday(each)]
    return max(alike, key=frequency, default=word)


def _likely(meant: str, written: str) -> tuple[bool, bool, float]:
    """How likely a word was meant: of the work, ending as it was written, and how common it is."""
    return meant in _work(), meant[-1] == written[-1], frequency(meant)


def _slip_of_the_work(word: str) -> str:
    """The word of the work that a would-be compound sounds like ("strøm|berne": strømperne); else `word`."""
    alike = [each for each in _work_speller().sounding_like(word) if each in _work()]
    return max(alike, key=frequency, default=word)


def _is_everyday(word: str) -> bool:
    return frequency(word) >= _EVERYDAY


def _apart(word: str) -> str:
    """Two words of grammar that were written as one: "nårskal", "hvaskal"; else `word`."""
    if _SHORTEST_RUN <= len(word) <= _LONGEST_RUN:
        for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            parts = [_spoken_forms().get(part, part) for part in (word[:at], word[at:])]
            if all(part in function_words() and _is_everyday(part) for part in parts):
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


def _forms(noun: str) -> Iterator[str]:
    """The noun with its endings; the last letter may be doubled before them ("tabletten")."""
    doubles = noun[-1] not in _VOWELS and not noun.endswith(_UNSTRESSED)
    double = noun + noun[-1] if doubles else noun
    for ending in _ENDINGS[noun.endswith("e")]:
        yield from (noun + ending, double + ending)


@lru_cache(maxsize=1)
def _work() -> frozenset[str]:
    """The words of care and of the work, as they are and with the endings of nouns."""
    known = words_of_care() | words_of_work()
    return known | {form for word in known for form in _forms(word)}


@lru_cache(maxsize=1)
def _work_speller() -> Speller:
    return Speller({*function_words(), *_work(), *frequent_words(_COMMON)})
