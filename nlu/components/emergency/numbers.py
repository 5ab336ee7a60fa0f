"""Classes of numbers, which are read and not listed: values that are danger for what they measure."""

import re
from functools import lru_cache

from nlu.components.emergency.folding import skeleton

# From this and below this. Source: TOBS (early detection in municipal care); Glasgow scale for LOWGCS.
_RANGES = {
    "LOWNUM": (0.01, 3),
    "LOWGCS": (3, 9),
    "LOWSAT": (30, 81),
    "MANY": (10, 100_000),
    "LOWBP": (30, 91),
    "HIGHPULSE": (125, 260),
    "SLOWPULSE": (20, 40),
    "HIGHRESP": (28, 80),
    "LOWRESP": (1, 9),
    "HIGHTOBS": (7, 21),
    "LOWTEMP": (20, 34.1),
    "FREEZING": (20, 33.1),
    "HIGHTEMP": (39.5, 43),
    "BURNING": (41, 44),
    "LOWDIA": (15, 61),
}
_MEASURED_IN_PARTS = ("LOWNUM", "LOWTEMP", "FREEZING", "HIGHTEMP", "BURNING")
NUMBERS = ("N112", "YEAR", *_RANGES)
_SHORT_NUMBER = re.compile(r"[0-9]{1,5}(?:[.,][0-9]{1,3})?")


# Numbers from twenty to ninety-nine as words; smaller ones are too often other words ("en", "to").
_ONES = ("", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni")
_TENS = {
    20: ("tyve",),
    30: ("tredive", "tredve"),
    40: ("fyrre", "fyre"),
    50: ("halvtreds", "halvtres", "halvtress"),
    60: ("tres", "treds", "tress"),
    70: ("halvfjerds", "halvfjers"),
    80: ("firs", "firser"),
    90: ("halvfems", "halvfemsens"),
}
_JOINED_BY = ("og", "å", "o")


@lru_cache(maxsize=1)
def _spoken() -> dict[str, int]:
    """The skeletons of the number words: "enoghalvfjerds" is 71."""
    return {
        skeleton(f"{one}{joint if one else ''}{word}"): ten + ones
        for ten, words in _TENS.items()
        for word in words
        for ones, one in enumerate(_ONES)
        for joint in _JOINED_BY
    }


def classes_of_spoken(word: str) -> list[str]:
    """The classes of a number word, given as its skeleton; empty for any other word."""
    value = _spoken().get(word)
    return classes_of_number(str(value)) if value is not None else []


def classes_of_number(word: str) -> list[str]:
    """The classes of a word that begins with a digit: "1,4" is a LOWNUM."""
    if not _SHORT_NUMBER.fullmatch(word):
        return []
    whole, value = word.isdecimal(), float(word.replace(",", "."))
    classes = [
        name
        for name, (low, high) in _RANGES.items()
        if low <= value < high and (whole or name in _MEASURED_IN_PARTS)
    ]
    if word == "112":
        classes.append("N112")
    if whole and len(word) == 4 and word[:2] in ("19", "20"):
        classes.append("YEAR")
    return classes
