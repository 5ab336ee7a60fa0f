"""Rosters drawn from names.csv, their people said in many ways, and how each sentence is understood."""

import csv
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from nlu.components.names import NameIndex, Person
from nlu.components.names.spelling import slips
from nlu.components.names.tokens import Span
from nlu.components.times import ShiftHours, find_times
from nlu.folding import fold
from tests.nlu.components.names.misspelt import DATA, outcome
from tests.nlu.components.names.noise import apart, by_ear, by_hand

NAMES = Path(__file__).parents[5] / "shared/data/names.csv"
CITIZENS = 60
_AT = datetime(2027, 3, 3, 8, 40, tzinfo=ZoneInfo("Europe/Copenhagen"))
_HASTE = str.maketrans({"æ": "a", "ø": "o", "å": "a", "Æ": "A", "Ø": "O", "Å": "A"})
_PHONE = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa"})

# The ways of saying a name: as it is, and misspelt.
WHOLE = ("whole", "lower", "phone", "haste", "first alone")
ALONE = ("first alone by ear", "first alone by hand")
MISSPELT = ("first by ear", "first by hand", "last by ear", "last by hand", "both", "apart", *ALONE)


@dataclass(frozen=True, slots=True)
class Trial:
    """One citizen of a group, said in a way (`kind`) in a sentence.

    `ambiguous` tells that the spelling is as few letters away from somebody else of the roster, so that it is
    right to ask.
    """

    group: str
    kind: str
    citizen: str
    sentence: str
    ambiguous: bool


def names() -> dict[tuple[str, bool], list[str]]:
    """The names of two letters or more, by group and whether they are first names."""
    found = defaultdict[tuple[str, bool], list[str]](list)
    with NAMES.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["name"].replace("-", "").replace(" ", "").isalpha() and len(row["name"]) > 1:
                found[row["ethnicity"], row["first_name"] == "True"].append(row["name"])
    return found


def carriers(file: str) -> list[str]:
    """The sentences of `tests/data/names` into which names are put."""
    lines = (DATA / file).read_text("utf-8").splitlines()
    return [each for each in lines if each and not each.startswith("#")]


def _times(sentence: str) -> list[Span]:
    return [each.span for each in find_times(sentence, at=_AT, shifts=ShiftHours())]


class Roster:
    """Sixty people, half of each group, and what is said of them."""

    def __init__(self, chance: random.Random, by_group: dict[tuple[str, bool], list[str]]) -> None:
        groups = sorted({group for group, _ in by_group})
        self._chance = chance
        self._known = {fold(name) for group in by_group.values() for name in group}
        drawn = [
            (group, chance.choice(by_group[group, True]), chance.choice(by_group[group, False]))
            for group in groups * (CITIZENS // len(groups))
        ]
        self.people = list({f"{first} {last}": (group, first, last) for group, first, last in drawn}.items())
        self.index = NameIndex(Person(name, (name,)) for name, _ in self.people)
        self._used = Counter(fold(part) for _, (_, *parts) in self.people for part in parts)

    def trials(self, carriers: list[str]) -> Iterator[Trial]:
        """Everybody in every way, each in one of the sentences; a slip never gives another known name."""
        for name, (group, first, last) in self.people:
            for kind, said in self._said(first, last).items():
                sentence = self._chance.choice(carriers)
                ambiguous = kind in ALONE and self._is_ambiguous(said, first, name)
                yield Trial(group, kind, name, sentence.format(said, s=_genitive(said)), ambiguous)

    def _is_ambiguous(self, said: str, meant: str, name: str) -> bool:
        away = slips(fold(said), fold(meant))
        others = (part for other, (_, *parts) in self.people if other != name for part in parts)
        return any(slips(fold(said), fold(part)) <= away for part in others)

    def strangers(self, carriers: list[str], by_group: dict[tuple[str, bool], list[str]]) -> Iterator[str]:
        """Sentences that name, in lower case and by a first name, some eighty people who are not on it."""
        firsts = [name for (_, first), listed in by_group.items() if first for name in listed]
        for name in self._chance.sample(firsts, 80):
            if not self._used[fold(name)]:
                said = name.lower()
                yield self._chance.choice(carriers).format(said, s=_genitive(said))

    def _said(self, first: str, last: str) -> dict[str, str]:
        whole = f"{first} {last}"
        said = {
            "whole": whole,
            "lower": whole.lower(),
            "phone": whole.translate(_PHONE),
            "haste": whole.translate(_HASTE).lower(),
            "first by ear": f"{self._slip(by_ear, first)} {last}",
            "first by hand": f"{self._slip(by_hand, first)} {last}".lower(),
            "last by ear": f"{first} {self._slip(by_ear, last)}".lower(),
            "last by hand": f"{first} {self._slip(by_hand, last)}",
            "both": f"{self._slip(by_ear, first)} {self._slip(by_hand, last)}".lower(),
            "apart": f"{apart(first, self._chance)} {last}".lower(),
        }
        if self._used[fold(first)] == 1:
            said["first alone"] = self._chance.choice((first, first.lower()))
            said["first alone by ear"] = self._slip(by_ear, first).lower()
            said["first alone by hand"] = self._slip(by_hand, first).lower()
        return said

    def _slip(self, slip: Callable[[str, random.Random], str], name: str) -> str:
        for _ in range(50):
            typed = slip(name, self._chance)
            if fold(typed) != fold(name) and fold(typed) not in self._known and len(typed) > 1:
                return typed
        return name


def _genitive(said: str) -> str:
    return f"{said}'" if said[-1] in "sxz" else f"{said}s"


def noticed(index: NameIndex, sentence: str) -> str:
    """What is made of a stranger: `noticed`, `asked`, `taken` for somebody of the roster, or `unnoticed`."""
    reading = index.read(sentence, taken=_times(sentence))
    if any(each.certain and len(each.candidates) == 1 for each in reading.mentions):
        return "taken"
    if reading.mentions:
        return "asked"
    return "noticed" if reading.strangers else "unnoticed"


def understood(index: NameIndex, trial: Trial) -> str:
    """The outcome of a trial, `due` where it was right to ask; times are found first, as the app does."""
    found = outcome(index, trial.sentence, trial.citizen, taken=_times(trial.sentence))
    return "due" if found == "asked" and trial.ambiguous else found
