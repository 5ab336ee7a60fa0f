"""What an address says, taken apart: street, house number, and the room within a house."""

import re
from dataclasses import dataclass

from nlu.components.names.cues import Cues
from nlu.folding import fold

_HOUSE = re.compile(
    r"^\s*(?P<street>[^\W\d_][^\d,]*?)\s*(?P<number>\d+)\s*(?P<letter>[a-zA-Z](?![^\W\d_]))?\s*$"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_ROOM = re.compile(r"(?P<word>[^\W\d_]+)\.?\s*(?P<number>\d+)\s*(?P<letter>[a-zA-Z](?![^\W\d_]))?\s*$")


@dataclass(frozen=True, slots=True)
class Address:
    """`street` folded and without blanks; `house` as "12" or "12b"; `room` a number with its folded word."""

    street: str | None = None
    house: str | None = None
    room: tuple[str, str] | None = None


def read_address(written: str, cues: Cues) -> Address:
    """The parts of an address as the record has it.

    >>> read_address("Birkevej 12 B, 1. th., Lyngkøbing", load_cues())
    Address(street='birkevej', house='12b', room=None)
    """
    street = house = None
    room: tuple[str, str] | None = None
    for part in written.split(","):
        found = _ROOM.search(part)
        if found is not None and fold(found["word"]) in cues.rooms:
            room = room or (fold(found["word"]), number(found))
        elif street is None and (found := _HOUSE.match(part)) is not None:
            street, house = street_key(found["street"]), number(found)
    return Address(street, house, room)


def number(found: re.Match[str]) -> str:
    """The number of a match with its letter, as "12" or "12b", without leading zeros."""
    return f"{found['number'].lstrip('0') or '0'}{(found['letter'] or '').strip().lower()}"


def street_key(street: str) -> str:
    """The name of a street as it is compared: "Gammel Kærvej" → "gammelkaervej"."""
    return "".join(fold(part) for part in _LETTERS.findall(street))
