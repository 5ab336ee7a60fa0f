"""Which option a reply picks: by place ("den anden", "2"), by words of its label, by its value.

    picks("den sidste", ["kirsten-a", "kirsten-m"], ["Kirsten Abildgaard", "Kirsten Mørk"])   # → 1
    picks("hende på Engen", …, ["…, Møllevej 4", "Kirsten Mørk, Engen 12"])                   # → 1
    reply_of("nej tak").says_no, reply_of("begge to").several                                 # → True, True

Nothing is guessed: words that fit two options, or that are no part of any label, pick none.

How well it does: all 28 replies of `tests/data/done_cues/choices.txt`, written by hand with the component.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nlu.components.choices.cues import load_cues
from nlu.folding import fold, foldings

_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 8
_SHORTEST_BEGINNING = 4
_SHORTEST_ROOT = 3
# "badet" picks "Brusebad": the article goes, and the last part of a compound is enough.
_ARTICLE = re.compile(r"(?<=\w{3})(?:erne|ene|et|en|n)$")


@dataclass(frozen=True, slots=True)
class Reply:
    """How a message answers what was asked back; all False where it says something else."""

    says_yes: bool = False
    says_no: bool = False
    several: bool = False
    place: bool = False


def reply_of(text: str) -> Reply:
    """Whether the whole of `text` agrees, declines, wants several at once, or names a place in a list."""
    words = _words(text)
    if not words or len(words) > _MOST_WORDS:
        return Reply()
    cues, phrase = load_cues(), " ".join(words)
    rest = [word for word in words if word not in cues.fillers or word in cues.ordinals]
    place = len(rest) == 1 and rest[0] in cues.ordinals
    return Reply(phrase in cues.yes, phrase in cues.no, phrase in cues.several, place)


def extreme(text: str) -> int | None:
    """Whether a reply picks the oldest ("den ældste": 1) or the youngest (-1) of several, or neither."""
    cues = load_cues()
    said = [word for word in _words(text) if word not in cues.fillers]
    found = {cues.ages[word] for word in said if word in cues.ages}
    return next(iter(found)) if len(said) == 1 and len(found) == 1 else None


def picks(text: str, values: Sequence[str], labels: Sequence[str]) -> int | None:
    """The index of the one option that `text` picks, or None."""
    if text.strip() in values:
        return values.index(text.strip())
    words = _words(text)
    if not words or len(words) > _MOST_WORDS:
        return None
    cues = load_cues()
    place = _place([word for word in words if word not in cues.fillers or word in cues.ordinals], len(values))
    if place is not None:
        return place
    said = [word for word in words if word not in cues.fillers]
    if not said:
        return None
    fitting = [
        index for index, label in enumerate(labels) if all(_stands_in(word, _forms(label)) for word in said)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _place(words: list[str], options: int) -> int | None:
    """The index that an ordinal or a number names, where nothing else is said."""
    places = [load_cues().ordinals.get(word) for word in words]
    if len(places) != 1 or places[0] is None:
        return None
    place = places[0]
    if place == 0:
        return options // 2 if options % 2 else None
    index = place - 1 if place > 0 else options + place
    return index if 0 <= index < options else None


def _words(text: str) -> list[str]:
    return [fold(word).lstrip("0") or word for word in _WORD.findall(text)]


def _forms(label: str) -> frozenset[str]:
    words = [word.lstrip("0") or word for word in _WORD.findall(label)]
    return frozenset(form for word in words for form in foldings(word))


def _stands_in(word: str, label: frozenset[str]) -> bool:
    """A word of the label, its beginning or its genitive: "moelle" for Møllevej, "mørks"."""
    if word in label or word.rstrip("s") in label:
        return True
    root = _ARTICLE.sub("", word)
    if len(root) >= _SHORTEST_ROOT and any(each.endswith(root) for each in label):
        return True
    return len(word) >= _SHORTEST_BEGINNING and any(
        each.startswith(word) or (len(each) >= _SHORTEST_BEGINNING and word.startswith(each))
        for each in label
    )
