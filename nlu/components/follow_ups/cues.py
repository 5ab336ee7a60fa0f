"""The Danish words of this component, read once from `cues.toml` and checked."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from nlu.folding import foldings

Phrases = frozenset[str]


@dataclass(frozen=True, slots=True)
class CorrectionCues:
    """How a correction begins, what tells that only words are corrected, and what it may not hold."""

    starts: Phrases
    meant: Phrases
    negations: Phrases
    other: Phrases
    others: Phrases
    persons: Phrases
    turns: Phrases
    light: Phrases
    heavy: Phrases


@dataclass(frozen=True, slots=True)
class SlipCues:
    """Words that take back the name before them, and words that may stand beside these."""

    takes_back: Phrases
    beside: Phrases


@dataclass(frozen=True, slots=True)
class Cues:
    """Everything of `cues.toml`, folded; each is a set of whole words or phrases."""

    openings: Phrases
    fillers: Phrases
    clause: Phrases
    what: Phrases
    of_today: Phrases
    things: Phrases
    persons: Phrases
    empty_after: Phrases
    measures: Phrases
    acts: Phrases
    why: Phrases
    why_alone: Phrases
    whole: Mapping[str, Phrases]
    """again, more, next, before, acknowledge: whole sentences."""
    beside: Mapping[str, Phrases]
    """again, next, before: words that say so beside nothing but grammar."""
    steps: Phrases
    days: Mapping[str, int]
    sides: Mapping[str, Phrases]
    numbers: Mapping[str, int]
    correction: CorrectionCues
    slip: SlipCues


@lru_cache(maxsize=1)
def load_cues() -> Cues:
    """The cues of `cues.toml`.

    :raises ValueError: when a list is empty, since a lexicon that loads empty is a silent failure.
    """
    table = tomllib.loads(resources.files(__package__).joinpath("cues.toml").read_text("utf-8"))
    for section, group in table.items():
        for name, words in group.items():
            if not words:
                raise ValueError(f"follow_ups/cues.toml: [{section}] {name} is empty; expected words")
    correction = table["correction"]
    return Cues(
        openings=_folded(table["openings"]["words"]),
        fillers=_folded(table["fillers"]["words"]),
        clause=_folded(table["clause"]["words"]),
        what=_folded(table["clause"]["what"]),
        of_today=_folded(table["of_today"]["starts"]),
        things=_folded(table["points"]["things"]),
        persons=_folded(table["points"]["persons"]),
        empty_after=_folded(table["points"]["empty_after"]),
        measures=_folded(table["details"]["measures"]),
        acts=_folded(table["details"]["acts"]),
        why=_folded(table["why"]["starts"]),
        why_alone=_folded(table["why"]["alone"]),
        whole={
            name: _folded(table[name]["words"]) for name in ("again", "more", "next", "before", "acknowledge")
        },
        beside={name: _folded(table[name]["beside"]) for name in ("again", "next", "before")},
        steps=_folded(table["steps"]["words"]),
        days=_counted(table["sides"]["days"]),
        sides={name: _folded(table["sides"][name]) for name in ("before", "after")},
        numbers=_counted(table["sides"]["numbers"]),
        correction=CorrectionCues(
            starts=_folded(correction["starts"]),
            meant=_folded(correction["meant"]),
            negations=_folded(correction["not"]),
            other=_folded(correction["other"]),
            others=_folded(correction["others"]),
            persons=_folded(correction["persons"]),
            turns=_folded(correction["turns"]),
            light=_folded(correction["light"]),
            heavy=_folded(correction["heavy"]),
        ),
        slip=SlipCues(_folded(table["slip"]["takes_back"]), _folded(table["slip"]["beside"])),
    )


def _folded(phrases: list[str]) -> Phrases:
    return frozenset(form for phrase in phrases for form in foldings(phrase))


def _counted(table: Mapping[str, Any]) -> dict[str, int]:
    return {form: int(count) for word, count in table.items() for form in foldings(word)}
