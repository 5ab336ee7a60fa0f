"""Names as they are compared: without case, marks and the Danish letters that phones lack."""

import unicodedata

# Letters that Unicode does not take apart into a base and a mark.
_LETTERS = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ß": "ss", "đ": "d", "œ": "oe"}
)
# How the Danish letters are also written in haste: "Soren", "Asa".
_IN_HASTE = str.maketrans({"æ": "a", "ø": "o", "å": "a"})


def fold(word: str) -> str:
    """`word` in lower case without marks: "Ørskov" → "oerskov", "Ayşe" → "ayse"."""
    return _without_marks(_lower(word).translate(_LETTERS))


def foldings(word: str) -> frozenset[str]:
    """Every spelling without marks under which `word` is to be found: "Søren" → soeren, soren."""
    return frozenset({fold(word), _without_marks(_lower(word).translate(_IN_HASTE).translate(_LETTERS))})


def _lower(word: str) -> str:
    return unicodedata.normalize("NFC", word).lower()


def _without_marks(word: str) -> str:
    return "".join(
        letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter)
    )
