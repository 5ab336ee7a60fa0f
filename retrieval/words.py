"""From Danish text to the terms that search compares: stems and character n-grams.

Stemming (Snowball, Danish) joins the forms of a word, folding joins æ/ae, ø/oe, å/aa, and n-grams
of 4 and 5 letters join compounds and misspellings. Measured on 185 Danish questions
(`docs/adr/0008-lexical-search-first.md`): recall@1 .66 for plain words, .77 with stems and
folding, .89 with n-grams as well.
"""

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

_WORD = re.compile(r"[^\W_]+")
_FOLD = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ö": "oe", "ä": "ae", "é": "e", "ü": "u"})
_GRAM_SIZES = (4, 5)
_stemmer = snowballstemmer.stemmer("danish")


def words(text: str) -> list[str]:
    """The words of `text` in lower case, composed (NFC), without punctuation."""
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


def fold(word: str) -> str:
    """The word without æ, ø, å and other marks, as a phone without a Danish keyboard writes it."""
    return word.translate(_FOLD)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The folded stem of one lower-case word."""
    return fold(_stemmer.stemWord(word))


@lru_cache(maxsize=65536)
def terms(word: str) -> tuple[str, ...]:
    """The terms under which a text is found by one of its lower-case words.

    They are the word's stem, and the n-grams of its folded form.
    """
    # A stem is marked so that it never meets an n-gram of the same letters.
    return (f"={stem(word)}", *_grams(fold(word)))


@lru_cache(maxsize=65536)
def asked_terms(word: str) -> tuple[str, ...]:
    """The terms by which one lower-case word of a question is looked for.

    They are its stem and the n-grams of that, so that "skabet" finds "medicinskab".
    """
    stemmed = stem(word)
    return (f"={stemmed}", *_grams(stemmed if len(stemmed) >= _GRAM_SIZES[0] else fold(word)))


def _grams(letters: str) -> list[str]:
    found = {
        letters[begin : begin + size] for size in _GRAM_SIZES for begin in range(len(letters) - size + 1)
    }
    return sorted(found)
