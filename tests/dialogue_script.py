"""Conversations in plain text, read from `tests/data/dialogues/*.txt` (its README gives the form)."""

import re
import shlex
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from assistant.domain.wall_clock import COPENHAGEN

FOLDER = Path(__file__).parent / "data" / "dialogues"
WORLD = FOLDER / "world.ndjson"
_SAID = re.compile(
    r"^(?:\+(?P<minutes>\d+)m )?> (?P<text>.*?) *"
    r"\[(?P<intent>[a-z_]+|-)(?P<doubt>\?)?\](?: citizen=(?P<name>.+))?$"
)
_WINDOW = re.compile(r"^(\d\d:\d\d)-(\d\d:\d\d)$")
_LISTS = ("tasks", "options", "done", "open")
_DOUBTFUL, _CERTAIN = 0.4, 0.99


@dataclass(slots=True)
class Expected:
    """What the answer to one turn must be; a field that is None is not looked at."""

    kind: str
    citizen: str | None = None
    window: tuple[str, str] | None = None
    tasks: list[str] | None = None
    options: list[str] | None = None
    guidance: str | None = None
    done: list[str] | None = None
    open: list[str] | None = None
    draft: str | None = None
    says: list[str] = field(default_factory=list)
    never: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Turn:
    """One sentence: when it is said, what Rasa makes of it (None: Rasa is down), what must come."""

    text: str
    at: datetime
    intent: str | None
    confidence: float
    name: str | None
    expected: Expected


@dataclass(slots=True)
class Script:
    """One conversation of one staff member."""

    title: str
    staff: str
    turns: list[Turn]


def scripts() -> list[Script]:
    """Every conversation of the folder."""
    found = [script for path in sorted(FOLDER.glob("*.txt")) for script in _read(path)]
    assert found, f"no conversations in {FOLDER}"
    return found


def _read(path: Path) -> list[Script]:
    blocks = re.split(r"\n\s*\n(?=# )", path.read_text("utf-8").strip())
    return [_script(block.splitlines()) for block in blocks]


def _script(lines: list[str]) -> Script:
    title, (staff, clock) = lines[0].removeprefix("# "), lines[1].split()
    at = datetime.fromisoformat(clock).replace(tzinfo=COPENHAGEN)
    turns = []
    for said, expected in zip(lines[2::2], lines[3::2], strict=True):
        match = _SAID.match(said)
        assert match, f"{title}: expected '> text [intent]', found {said!r}"
        at += timedelta(minutes=int(match["minutes"] or 0))
        intent = None if match["intent"] == "-" else match["intent"]
        confidence = _DOUBTFUL if match["doubt"] else _CERTAIN
        turns.append(Turn(match["text"].strip(), at, intent, confidence, match["name"], _expected(expected)))
    return Script(title, staff, turns)


def _expected(line: str) -> Expected:
    kind, *words = shlex.split(line)
    expected = Expected(kind)
    while words:
        word = words.pop(0)
        if word in _LISTS:
            listed = []
            while words and words[0] not in (*_LISTS, "says", "never", "guidance", "draft"):
                listed.append(words.pop(0))
            setattr(expected, word, [] if listed == ["-"] else listed)
        elif word in ("says", "never"):
            getattr(expected, word).append(words.pop(0))
        elif word == "guidance":
            expected.guidance = words.pop(0)
        elif word == "draft":
            expected.draft = words.pop(0)
        elif match := _WINDOW.match(word):
            expected.window = (match[1], match[2])
        else:
            expected.citizen = word
    return expected
