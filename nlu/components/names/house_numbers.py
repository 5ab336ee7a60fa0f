"""The numbers of houses and rooms, in digits or as they are said: "mosevej tre", "nummer fireogtyve"."""

from collections.abc import Sequence
from dataclasses import dataclass

from nlu.components.names.cues import Cues
from nlu.components.names.place_tokens import PlaceToken, is_near

_HUNDRED = 100
_LETTERS = "abcdefgh"


@dataclass(frozen=True, slots=True)
class HouseNumber:
    """`value` as addresses have it, "24" or "24b"; `end` the token behind it; `said` in words, not digits."""

    value: str
    end: int
    said: bool


def house_number(text: str, tokens: Sequence[PlaceToken], at: int, cues: Cues) -> HouseNumber | None:
    """The number that begins at a token right behind another one, or None.

    "12 B" → "12b", "fireogtyve" → "24", "hundrede og tre" → "103", "tre b" → "3b".
    """
    if at + 1 < len(tokens) and tokens[at].word in cues.numbers and is_near(text, tokens, at):
        at += 1  # "mosevej nummer tre"
    if at >= len(tokens) or not is_near(text, tokens, at):
        return None
    if tokens[at].number:
        return HouseNumber(tokens[at].number, at + 1, said=False)
    value, end = _below_hundred(tokens, at, cues)
    if end < len(tokens) and tokens[end].word in cues.hundred:
        begin, value = end + 1, _HUNDRED * max(value, 1)
        if begin < len(tokens) and tokens[begin].word == "og":
            begin += 1
        more, past = _below_hundred(tokens, begin, cues)
        value, end = value + more, past if more else end + 1
    if not value:
        return None
    letter = tokens[end].word if end < len(tokens) and is_near(text, tokens, end) else ""
    if len(letter) == 1 and letter in _LETTERS:
        return HouseNumber(f"{value}{letter}", end + 1, said=True)
    return HouseNumber(str(value), end, said=True)


def _below_hundred(tokens: Sequence[PlaceToken], at: int, cues: Cues) -> tuple[int, int]:
    """A number up to 99 in one word, "tyve" and "fire og tyve" too; 0 where there is none."""
    if at >= len(tokens) or tokens[at].word not in cues.numerals:
        return 0, at
    apart = "".join(each.word for each in tokens[at : at + 3])
    if len(tokens) > at + 2 and tokens[at + 1].word == "og" and apart in cues.numerals:
        return cues.numerals[apart], at + 3
    return cues.numerals[tokens[at].word], at + 1
