"""Sentences cut into words and numbers, as places are made of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlu.components.names.addresses import number, street_key
from nlu.components.names.cues import Cues
from nlu.components.names.tokens import Span
from nlu.folding import fold

_TOKEN = re.compile(
    r"(?P<word>[^\W\d_]+)|(?P<number>\d{1,4})(?:(?P<letter>[a-zA-Z]|\s[A-Z])(?![^\W\d_]))?(?P<s>['’]?(?:er(?:ens?|n)?|s)\b)?"
)
_MOST_TOKENS = 200


@dataclass(frozen=True, slots=True)
class PlaceToken:
    """A folded word, or a number with its letter ("12b"); the other is empty.

    `key` is the word as part of a street's name (`street_key`).
    """

    word: str
    number: str
    span: Span
    key: str


def place_tokens(text: str) -> Iterator[PlaceToken]:
    """The words and numbers of `text`, in order, as many as a question has."""
    for count, found in enumerate(_TOKEN.finditer(text)):
        if count >= _MOST_TOKENS:
            return
        word = fold(found["word"] or "")
        key = street_key(word) if word else ""
        yield PlaceToken(word, number(found) if found["number"] else "", found.span(), key)


def is_near(text: str, tokens: Sequence[PlaceToken], at: int) -> bool:
    """Whether a number stands close behind the word before it, so that it is its number."""
    return text[tokens[at - 1].span[1] : tokens[at].span[0]].strip() in ("", ".", "nr", "nr.")


def stands_for_a_room(text: str, tokens: Sequence[PlaceToken], at: int, cues: Cues) -> bool:
    """ "ham på 9'eren", "ham i 7 kl. 8": a number that counts nothing."""
    if text[slice(*tokens[at].span)].rstrip("s").endswith(("er", "ern", "eren")):
        return True
    return at + 1 == len(tokens) or tokens[at + 1].word in cues.after_a_person
