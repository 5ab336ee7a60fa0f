"""Classes of numbers, which are read and not listed: values that are danger for what they measure."""

import re

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
    "HIGHTEMP": (39.5, 43),
}
_MEASURED_IN_PARTS = ("LOWNUM", "LOWTEMP", "HIGHTEMP")
NUMBERS = ("N112", "YEAR", *_RANGES)
_SHORT_NUMBER = re.compile(r"[0-9]{1,5}(?:[.,][0-9]{1,3})?")


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
