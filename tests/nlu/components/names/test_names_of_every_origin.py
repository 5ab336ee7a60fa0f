"""Rosters drawn from names.csv: every group is found equally well, and nobody is mixed up."""

import csv
import random
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from nlu.components.names import NameIndex, Person
from tests.nlu.components.names.misspelt import SENTENCES, outcome, share

NAMES = Path(__file__).parents[5] / "shared/data/names.csv"
pytestmark = pytest.mark.skipif(not NAMES.exists(), reason="the shared names.csv is not beside the checkout")
_LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"
_ROSTERS, _CITIZENS = 30, 40


def names() -> dict[tuple[str, bool], list[str]]:
    """The names of two letters or more, by group and whether they are first names."""
    found = defaultdict[tuple[str, bool], list[str]](list)
    with NAMES.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["name"].replace("-", "").replace(" ", "").isalpha() and len(row["name"]) > 1:
                found[row["ethnicity"], row["first_name"] == "True"].append(row["name"])
    return found


def slip(name: str, chance: random.Random, known: set[str]) -> str:
    """The name with one letter left out, doubled, put in, changed or swapped, and not another known name."""
    for _ in range(50):
        at = chance.randrange(len(name))
        typed = chance.choice(
            [
                name[:at] + name[at + 1 :],
                name[:at] + name[at] + name[at:],
                name[:at] + chance.choice(_LETTERS) + name[at:],
                name[:at] + chance.choice(_LETTERS) + name[at + 1 :],
                name[:at] + name[at + 1 : at + 2] + name[at] + name[at + 2 :],
            ]
        )
        if typed.lower() != name.lower() and typed.lower() not in known:
            return typed
    return name


def test_every_group_is_found_equally_well_whole_and_misspelt() -> None:
    chance, by_group = random.Random(2026), names()
    known = {name.lower() for group in by_group.values() for name in group}
    groups = sorted({group for group, _ in by_group})
    outcomes = defaultdict[tuple[str, str], Counter[str]](Counter)
    for _ in range(_ROSTERS):
        people = [
            (group, chance.choice(by_group[group, True]), chance.choice(by_group[group, False]))
            for group in groups * (_CITIZENS // len(groups))
        ]
        index = NameIndex(Person(f"{first} {last}", (f"{first} {last}",)) for _, first, last in people)
        for group, first, last in people:
            said = {
                "whole": f"{first} {last}",
                "lower": f"{first} {last}".lower(),
                "misspelt first": f"{slip(first, chance, known)} {last}",
                "misspelt last": f"{first} {slip(last, chance, known)}".lower(),
            }
            for kind, spelling in said.items():
                sentence = chance.choice(SENTENCES).format(spelling)
                outcomes[kind, group][outcome(index, sentence, f"{first} {last}")] += 1
    assert [key for key, counted in outcomes.items() if counted["wrong"]] == []
    for kind in ("whole", "lower", "misspelt first", "misspelt last"):
        found = {group: share(outcomes[kind, group], "right") for group in groups}
        assert min(found.values()) >= (99 if kind in ("whole", "lower") else 97), (kind, found)
        assert max(found.values()) - min(found.values()) <= 1.5, (
            kind,
            found,
        )  # 600 sentences each
