"""Names and places that tell one person together: "Kirsten på Møllevej"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from nlu.components.names.model import NameMention, Stranger

_BETWEEN = re.compile(r"\s{1,2}(?:i|på|paa|fra|ved|henne på|ovre på|nede på)?\s{0,2}|,\s?|\s?\(")


@dataclass(frozen=True, slots=True)
class PlacesFound:
    """The places that are those of people of the roster, and those that are nobody's."""

    mentions: tuple[NameMention, ...]
    strangers: tuple[Stranger, ...]


def combine(text: str, names: Sequence[NameMention], found: PlacesFound) -> list[NameMention]:
    """Names and places in order; "Kirsten på Møllevej" is one mention of her who is both.

    A name with a place where nobody lives is in doubt.
    """
    places = found.mentions
    merged: list[NameMention] = []
    for each in sorted([*names, *places], key=lambda mention: mention.span):
        last = merged[-1] if merged else None
        apart = last is None or not _BETWEEN.fullmatch(text[last.span[1] : each.span[0]])
        if last is None or apart or (last in places) == (each in places):
            merged.append(each)
            continue
        both = tuple(sorted(set(last.candidates) & set(each.candidates)))
        span = (last.span[0], each.span[1])
        near = [*last.candidates, *each.candidates]
        merged[-1] = replace(
            last,
            text=text[slice(*span)],
            span=span,
            candidates=both or tuple(sorted(set(near))),
            exact=last.exact and each.exact,
            certain=bool(both) and last.certain and each.certain,
            distance=max(last.distance, each.distance),
        )
    return [_doubted(text, each, found.strangers) for each in merged]


def _doubted(text: str, mention: NameMention, strangers: Sequence[Stranger]) -> NameMention:
    for each in strangers:
        if mention.span[1] <= each.span[0] and _BETWEEN.fullmatch(text[mention.span[1] : each.span[0]]):
            span = (mention.span[0], each.span[1])
            return replace(mention, text=text[slice(*span)], span=span, certain=False, other_name=each.text)
    return mention
