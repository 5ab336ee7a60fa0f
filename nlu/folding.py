"""Words as they are compared: without case, marks and the Danish letters that phones lack.

Shared by the components that look words up in a list (names, care terms).
"""

import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart into a base and a mark.
_LETTERS = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ß": "ss", "đ": "d", "œ": "oe"}
)
# How the Danish letters are also written in haste: "Soren", "Asa".
_IN_HASTE = str.maketrans({"æ": "a", "ø": "o", "å": "a"})
# How letters of other languages are written by someone who hears them: "Aysche", "Oezkan", "Chelik".
_BY_EAR = str.maketrans(
    {"ş": "sh", "š": "sh", "ś": "sh", "ç": "ch", "č": "ch", "ć": "ch", "ž": "zh", "ż": "zh", "ö": "oe",
     "ä": "ae", "ü": "y", "ł": "w", "ğ": None, "ñ": "ny"}
)  # fmt: skip

# No word is longer; what is longer is folded anew each time, so that what is kept stays small.
_LONGEST_KEPT = 40


def fold(word: str) -> str:
    """`word` in lower case without marks: "Ørskov" → "oerskov", "Ayşe" → "ayse"."""
    if word.isascii():
        return word.lower()
    if len(word) <= _LONGEST_KEPT:
        return _folded(word)
    return _without_marks(_lower(word).translate(_LETTERS))


@lru_cache(maxsize=16384)
def _folded(word: str) -> str:
    return _without_marks(_lower(word).translate(_LETTERS))


@lru_cache(maxsize=65536)
def foldings(word: str) -> frozenset[str]:
    """Every spelling without marks under which `word` is to be found: "Søren" → soeren, soren."""
    lower = _lower(word)
    if lower.isascii():
        return frozenset({lower})
    tables = (_LETTERS, _IN_HASTE, _BY_EAR)
    return frozenset(_without_marks(lower.translate(table).translate(_LETTERS)) for table in tables)


def _lower(word: str) -> str:
    return word.lower() if word.isascii() else unicodedata.normalize("NFC", word).lower()


def _without_marks(word: str) -> str:
    return "".join(
        letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter)
    )
