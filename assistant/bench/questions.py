"""The questions that are asked: about citizens of the demo district, at one fixed moment."""

import json
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files

from assistant.domain.wall_clock import COPENHAGEN

# A Monday in the week that the demo district was written for, in the day shift: the same questions
# have the same answers whenever they are asked.
CLOCK = datetime(2026, 11, 23, 13, 40, tzinfo=COPENHAGEN)

# The kind of answer that a question of each topic gets when all goes well; a follow-up takes its
# kind from what went before.
EXPECTED = {
    "plan": {"plan"},
    "how_to": {"guidance"},
    "clarify": {"clarify"},
    "not_found": {"not_found"},
    "round": {"round"},
    "help": {"help"},
    "follow_up": {"plan", "guidance", "round"},
}


@dataclass(frozen=True, slots=True)
class BenchQuestion:
    """One question; those with the same `thread` are one conversation, in their order."""

    topic: str
    staff: str
    thread: str
    text: str

    def is_answered_by(self, kind: str) -> bool:
        """Whether this kind of answer is what the question was chosen for."""
        return kind in EXPECTED[self.topic]


def varied() -> list[BenchQuestion]:
    """Questions of every topic, asked by staff of all three care units."""
    return _read("questions.ndjson")


def whole_roster() -> list[BenchQuestion]:
    """Questions that name each citizen in full, so that they fit one of 10,000 too."""
    return _read("whole_roster.ndjson")


def each_citizen() -> list[BenchQuestion]:
    """Questions whose text takes the {name} of any citizen."""
    return _read("each_citizen.ndjson")


def _read(name: str) -> list[BenchQuestion]:
    text = (files("assistant.bench") / "data" / name).read_text(encoding="utf-8")
    return [BenchQuestion(**json.loads(line)) for line in text.splitlines() if line.strip()]
