"""An empty home in memory, and a hand to import into it."""

import io
import json
from collections.abc import Callable
from typing import Any

import pytest

from assistant.records.reader import read_lines
from assistant.services.records import ImportRefused, ImportSummary, import_records
from tests.fakes import InMemory

Fields = dict[str, Any]
Import = Callable[..., ImportSummary]


def as_file(*lines: Fields | bytes) -> bytes:
    """The lines as the bytes of a file; bytes are taken as they are."""
    return b"\n".join(each if isinstance(each, bytes) else json.dumps(each).encode() for each in lines)


def import_file(home: InMemory, content: bytes) -> ImportSummary:
    """Import a file into the home."""
    return import_records(home.open_work, read_lines(io.BytesIO(content)))


def problems(home: InMemory, *lines: Fields | bytes) -> list[str]:
    """What an import of these lines is refused for; nothing where it is done."""
    try:
        import_file(home, as_file(*lines))
    except ImportRefused as refused:
        return [str(each) for each in refused.problems]
    return []


@pytest.fixture
def home() -> InMemory:
    """An empty home."""
    return InMemory()


@pytest.fixture
def furnished(home: InMemory) -> InMemory:
    """A home with a unit, two staff, two citizens, an instruks and a handleanvisning, and a plan line."""
    import_file(home, as_file(UNIT, STAFF, CITIZEN, {**CITIZEN, "id": "b-2"}, INSTRUKS, GUIDANCE, LINE))
    return home


UNIT: Fields = {"type": "care_unit", "id": "u-1", "name": "Solsiden"}
STAFF: Fields = {"type": "staff", "id": "anna", "name": "Anna Riis", "role": "nurse", "care_units": ["u-1"]}
CITIZEN: Fields = {"type": "citizen", "id": "b-1", "name": "Jens Holm", "care_unit": "u-1"}
GUIDANCE: Fields = {
    "type": "guidance", "id": "h-1", "kind": "handleanvisning", "citizen": "b-1", "title": "Bad",
    "text": "1. Varm op.",
}  # fmt: skip
INSTRUKS: Fields = {**GUIDANCE, "id": "i-1", "kind": "instruks", "citizen": None}
LINE: Fields = {
    "type": "planned_help", "id": "d-1", "citizen": "b-1", "title": "Bad", "start": "08:00", "end": "08:30"
}  # fmt: skip
NOTE: Fields = {
    "type": "note", "id": "n-1", "citizen": "b-1", "author": "anna", "at": "2026-11-23T09:00:00+01:00",
    "text": "Vægt 78,2 kg.",
}  # fmt: skip
COMPLETION: Fields = {
    "type": "completion", "planned_help": "d-1", "date": "2026-11-23", "by": "anna",
    "at": "2026-11-23T08:40:00+01:00", "outcome": "as_planned",
}  # fmt: skip
