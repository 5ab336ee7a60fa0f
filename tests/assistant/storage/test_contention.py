"""While another program writes for long, questions are answered; only what must be kept waits for it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest

from assistant.domain.answer import AnswerKind
from assistant.domain.care_unit import CareUnit
from assistant.domain.wall_clock import local
from assistant.services.conversation import Conversation, Question, Reply
from assistant.services.errors import ConversationNotYours
from assistant.services.memories import Memories
from assistant.services.ports import StorageFailed, StoredConversation
from assistant.storage import Storage, open_storage
from nlu.types import Understanding
from tests.fakes import FakeUnderstander
from tests.records_of_a_home import DAY, DONE, at, put_home

PLAN, FOLLOW_UP = "Hvad skal Jens kl. 8?", "og kl. 8 i morgen?"
MASKED = ("hvad skal borgernavn fremtidspunkt", "og fremtidspunkt?")
NLU = FakeUnderstander({each: Understanding(each, "ask_plan", 0.99) for each in MASKED})
TALK = StoredConversation("c-1", "anna", {}, at(9))


@pytest.fixture
def patient(tmp_path: Path) -> Iterator[Storage]:
    """A home whose writers wait for a minute and then fail: what is answered has not waited so."""
    url = f"sqlite:///{tmp_path / 'rytme.db'}"
    storage = open_storage(url, municipality="m", keys_folder=tmp_path / "keys", wait_seconds=60)
    storage.migrate()
    with storage.open_work() as work:
        put_home(work)
        work.commit()
    yield storage
    storage.close()


@pytest.fixture
def import_running(patient: Storage, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Another program that holds the right to write."""
    with closing(sqlite3.connect(tmp_path / "rytme.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield other


def ask(conversation: Conversation, text: str, id: str | None = None, *, staff: str = "anna") -> Reply:
    return conversation.ask(Question(text, staff, at(6), id))


def test_a_question_is_answered_while_another_program_writes(
    patient: Storage, import_running: sqlite3.Connection
) -> None:
    reply = ask(Conversation(patient.open_work, nlu=NLU), PLAN)
    assert reply.answer.kind is AnswerKind.PLAN
    assert [each.occurrence.help.id for each in reply.answer.tasks] == ["d-1"]
    assert reply.conversation


def test_the_dialogue_goes_on_while_another_program_writes_and_after(
    patient: Storage, import_running: sqlite3.Connection
) -> None:
    conversation = Conversation(patient.open_work, nlu=NLU)
    first = ask(conversation, PLAN)
    second = ask(conversation, FOLLOW_UP, first.conversation)
    assert second.conversation == first.conversation
    assert second.answer.citizen is not None
    assert second.answer.citizen.id == "b-1"
    import_running.execute("ROLLBACK")
    third = ask(conversation, FOLLOW_UP, first.conversation)
    assert [local(each.occurrence.start).time() for each in third.answer.tasks] == [time(8)]
    with patient.open_work() as work:
        assert work.conversations.get(first.conversation) is not None


def test_another_staff_member_cannot_take_up_a_dialogue_that_is_held_here(
    patient: Storage, import_running: sqlite3.Connection
) -> None:
    conversation = Conversation(patient.open_work, nlu=NLU)
    first = ask(conversation, PLAN)
    with pytest.raises(ConversationNotYours):
        ask(conversation, FOLLOW_UP, first.conversation, staff="karin")


def test_what_must_be_kept_waits_and_is_told_when_it_waited_in_vain(
    import_running: sqlite3.Connection, tmp_path: Path
) -> None:
    hasty = open_storage(
        f"sqlite:///{tmp_path / 'rytme.db'}",
        municipality="m",
        keys_folder=tmp_path / "keys",
        wait_seconds=0.1,
    )
    with hasty.open_work() as work:
        Memories(patience_s=0).keep(work, TALK)
        with pytest.raises(StorageFailed) as failed:
            work.completions.put([DONE])
    assert failed.value.reason == "locked"
    hasty.close()


def test_a_short_patience_does_not_outlive_its_unit_of_work(
    patient: Storage, import_running: sqlite3.Connection
) -> None:
    with patient.open_work() as work, pytest.raises(StorageFailed):
        work.begin_writing(patience_s=0)
    with patient.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar_one() == 60_000


def test_a_completion_and_the_memory_are_kept_together(patient: Storage, tmp_path: Path) -> None:
    done = replace(DONE, date=DAY.replace(day=24))
    key = (done.planned_help, done.date)
    with patient.open_work() as work:
        assert work.completions.exchange(key, found=None, new=done)
        other = sqlite3.connect(tmp_path / "rytme.db", isolation_level=None, timeout=0)
        with closing(other), pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        # The right to write is held, so nothing can come between the two.
        Memories(patience_s=0).keep(work, TALK)
    with patient.open_work() as work:
        assert list(work.completions.find([key])) == [key]
        assert work.conversations.get("c-1") == TALK


@pytest.mark.postgres
def test_in_postgresql_writers_do_not_wait_for_each_other(postgres_url: str, tmp_path: Path) -> None:
    storage = open_storage(postgres_url, municipality="contention", keys_folder=tmp_path, wait_seconds=5)
    storage.migrate()
    with storage.open_work() as work:
        put_home(work)
        work.commit()
    with storage.open_work() as importing:
        importing.care_units.put([CareUnit("u-9", "Ny")])
        reply = ask(Conversation(storage.open_work, nlu=NLU), PLAN)
        importing.commit()
    with storage.open_work() as work:
        assert work.conversations.get(reply.conversation) is not None
    storage.close()
