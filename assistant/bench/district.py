"""A made-up district as large as a municipality: 10,000 citizens with 100,000 plan lines."""

import json
import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

CITIZENS = 10_000
CITIZENS_OF_A_UNIT = 40
SEES_ALL = "s-alle"
"""The id of a staff member who belongs to every care unit, those of the demo district too."""

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class LargeDistrict:
    """Ten plan lines and two handleanvisninger for each citizen; the same seed gives the same bytes.

    :param demo_units: care units of other files that the staff member who sees all belongs to.
    :param taken: full names that nobody here may be meant by, so that questions about them stay clear.
    """

    citizens: int = CITIZENS
    seed: int = 2026
    demo_units: tuple[str, ...] = ()
    taken: frozenset[str] = frozenset()

    def lines(self) -> Iterator[str]:
        """Records in the format of contract §1, one a line, what is named before what names it."""
        for record in self._records():
            yield json.dumps(record, ensure_ascii=False)

    def _records(self) -> Iterator[Record]:
        words = _words()
        chance = random.Random(self.seed)
        units = [f"s-enhed-{number:03}" for number in range(1, 1 + -(-self.citizens // CITIZENS_OF_A_UNIT))]
        for number, unit in enumerate(units, start=1):
            yield {"type": "care_unit", "id": unit, "name": f"Hjemmepleje {number}"}
        yield {
            "type": "staff",
            "id": SEES_ALL,
            "name": "Alma Alsyn",
            "role": "therapist",
            "care_units": [*units, *self.demo_units],
        }
        for number in range(1, self.citizens + 1):
            unit = units[(number - 1) // CITIZENS_OF_A_UNIT]
            yield from _of_one_citizen(f"s-b-{number:05}", self._name(chance, words), unit, chance, words)

    def _name(self, chance: random.Random, words: Record) -> str:
        while True:
            first = chance.choice(chance.choice((words["women"], words["men"])))
            middle = [chance.choice(words["surnames"])] if chance.random() < 0.4 else []
            name = " ".join([first, *middle, chance.choice(words["surnames"])])
            if not any(can_mean(other, name) for other in self.taken):
                return name


def can_mean(said: str, name: str) -> bool:
    """Whether somebody of this name could be meant by what is said: Åge Bæk Friis by "Aage Friis"."""
    return _spoken(said) <= _spoken(name)


def _spoken(name: str) -> set[str]:
    return set(name.lower().replace("å", "aa").split())


def _of_one_citizen(id: str, name: str, unit: str, chance: random.Random, words: Record) -> Iterator[Record]:
    yield {
        "type": "citizen",
        "id": id,
        "name": name,
        "birth_date": f"{chance.randint(1925, 1960)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
        "address": f"{chance.choice(words['streets'])} {chance.randint(1, 120)}",
        "care_unit": unit,
        "alerts": chance.sample(words["alerts"], chance.choice((0, 0, 1, 2))),
    }
    guidance = [f"{id}-h-{number}" for number in range(1, 1 + len(words["guidance"]))]
    for each, text in zip(guidance, words["guidance"], strict=True):
        yield {
            "type": "guidance",
            "id": each,
            "kind": "handleanvisning",
            "citizen": id,
            "title": text["title"],
            "text": text["text"].format(name=name),
        }
    for number, written in enumerate(words["help"], start=1):
        named = {"guidance": [guidance[written["guidance"]]]} if "guidance" in written else {}
        yield {"type": "planned_help", "id": f"{id}-d-{number:02}", "citizen": id, **written, **named}


def _words() -> Record:
    return tomllib.loads((files("assistant.bench") / "data" / "district.toml").read_text(encoding="utf-8"))
