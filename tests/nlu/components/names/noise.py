"""A Danish hand and ear that spell a name wrongly: written apart from the rules that read it.

Each slip is one that people make: by ear (silent and soft consonants, letters that sound alike), by hand
(a letter left out, doubled, swapped or hit beside), and by a recogniser that writes one name as two words.
"""

import random
import re
from collections.abc import Callable

# One sound written two ways. Danish soft and silent consonants, vowels a letter apart, foreign letters.
_ALIKE = (
    ("d", "t"), ("g", "k"), ("b", "p"), ("v", "f"), ("th", "t"), ("dt", "t"), ("nd", "n"), ("ld", "l"),
    ("rd", "r"),
    ("ie", "i"), ("ei", "ej"), ("ej", "aj"), ("ai", "aj"), ("ck", "k"), ("c", "k"), ("c", "s"), ("ch", "k"),
    ("ph", "f"), ("z", "s"), ("w", "v"), ("y", "i"), ("y", "j"), ("i", "j"), ("ou", "u"), ("oo", "u"),
    ("ee", "i"),
    ("kh", "k"), ("gh", "g"), ("dh", "d"), ("q", "k"), ("x", "ks"), ("hj", "j"), ("hv", "v"), ("kj", "k"),
    ("e", "æ"), ("å", "o"), ("ø", "y"), ("ø", "ö"), ("sch", "sk"), ("sh", "sch"), ("sh", "sj"), ("a", "e"),
    ("e", "i"), ("o", "å"), ("u", "o"), ("sen", "son"), ("h", ""),
)  # fmt: skip
_KEYS = ("qwertyuiopå", "asdfghjklæø", "zxcvbnm")


def by_ear(name: str, chance: random.Random) -> str:
    """The name with one sound written otherwise, or one consonant single or double."""
    said = name.lower()
    turns = [(left, right) for one, other in _ALIKE for left, right in ((one, other), (other, one)) if left]
    places = [(hit.span(), right) for left, right in turns for hit in re.finditer(re.escape(left), said)]
    places += [(hit.span(), hit.group()[0]) for hit in re.finditer(r"([b-df-hj-np-tv-xz])\1", said)]
    places += [((at, at + 1), said[at] * 2) for at in range(1, len(said)) if said[at] in "lmnrstk"]
    if not places:
        return by_hand(name, chance)
    (begin, end), spelling = chance.choice(places)
    return _like(name, said[:begin] + spelling + said[end:])


def by_hand(name: str, chance: random.Random) -> str:
    """The name with one letter left out, doubled, swapped with the next, or hit beside."""
    at = chance.randrange(len(name))
    rest = name[at + 1 :]
    slips: tuple[Callable[[], str], ...] = (
        lambda: name[:at] + rest,
        lambda: name[:at] + name[at] * 2 + rest,
        lambda: name[:at] + rest[:1] + name[at] + rest[1:],
        lambda: name[:at] + _beside(name[at], chance) + rest,
    )
    return _like(name, chance.choice(slips)().lower())


def apart(name: str, chance: random.Random) -> str:
    """The name as two words, as a recogniser writes a name it has not heard: "abdul rahman"."""
    if len(name) < 6:
        return name
    at = chance.randrange(3, len(name) - 2)
    return f"{name[:at]} {name[at:]}".replace("- ", " ").replace(" -", " ")


def _beside(letter: str, chance: random.Random) -> str:
    row = next((each for each in _KEYS if letter.lower() in each), None)
    if row is None:
        return letter
    at = row.index(letter.lower())
    return chance.choice(row[max(0, at - 1) : at] + row[at + 1 : at + 2])


def _like(name: str, said: str) -> str:
    return said[:1].upper() + said[1:] if name[:1].isupper() else said
