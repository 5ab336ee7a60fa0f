"""What is shown though it was not asked for: guidance on something that fails, and an alert that answers."""

from datetime import datetime
from pathlib import Path

import pytest

from assistant.domain.answer import AnswerKind
from assistant.domain.citizen import Citizen
from assistant.domain.moves import DraftNote
from assistant.records.reader import read_file
from assistant.services.answer_alerts import alerts_instead
from assistant.services.answer_trouble import help_in_trouble
from assistant.services.asker import Asker
from assistant.services.guidance_search import GuidanceSearch
from assistant.services.records import import_records
from assistant.services.rosters import Rosters
from tests.fakes import InMemory

WORLD = Path(__file__).parents[2] / "data" / "questions" / "dev4_world.ndjson"
BIRTHE = "c12"
NASRIN = Citizen("n", "Nasrin Haidari", "u", alerts=("CAVE: ibuprofen", "Spiser ikke svinekød"))


@pytest.fixture(scope="module")
def home() -> InMemory:
    records = InMemory()
    import_records(records.open_work, read_file(WORLD))
    return records


def told(home: InMemory, text: str, *, dictated: str | None = None) -> tuple[str, ...]:
    """The guidance shown for something told of Birthe; none where it is a draft as always."""
    now = datetime.fromisoformat("2028-02-05T21:40:00+01:00")
    with home.open_work() as work:
        staff = work.staff.find(["amina"])["amina"]
        roster = Rosters().of(work, staff)
        asker = Asker(staff, now, roster, roster.shifts_of(*staff.care_units[:1]))
        move = DraftNote(BIRTHE, text, dictated or text)
        answer = help_in_trouble(work, GuidanceSearch(), move, asker)
    return tuple(each.guidance for each in answer.passages) if answer else ()


def test_an_alarm_that_will_not_stop_is_answered_by_its_guidance(home: InMemory) -> None:
    assert told(home, "Birthes alarm bliver ved at bippe")[0] == "g12b"


def test_an_order_to_write_is_a_draft_whatever_fails(home: InMemory) -> None:
    text = "skriv at alarmen bliver ved at bippe"
    assert told(home, text, dictated="alarmen bliver ved at bippe") == ()


@pytest.mark.parametrize("text", ["Birthe er svimmel når hun rejser sig", "Birthes fjernsyn virker ikke"])
def test_what_fails_in_nothing_or_is_written_of_nowhere_is_a_draft(home: InMemory, text: str) -> None:
    assert told(home, text) == ()


def test_an_alert_answers_where_no_guidance_does() -> None:
    answer = alerts_instead(NASRIN, ["ibuprofen"])
    assert answer is not None
    assert answer.kind is AnswerKind.RECORD
    assert "CAVE: ibuprofen" in answer.text
    assert "svinekød" not in answer.text


@pytest.mark.parametrize("topic", [["panodil"], [], ["svinekød", "aftensmad", "søndag"]])
def test_an_alert_about_something_else_answers_nothing(topic: list[str]) -> None:
    assert alerts_instead(NASRIN, topic) is None
