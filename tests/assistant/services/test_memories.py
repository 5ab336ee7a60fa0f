"""The memory of a dialogue never costs an answer, and what an answer has written is never lost quietly."""

import logging
from dataclasses import replace
from typing import Any

import pytest

from assistant.services.memories import Memories
from assistant.services.ports import StorageFailed, StoredConversation
from tests.fakes import InMemory
from tests.records_of_a_home import DAY, DONE, at

FIRST = StoredConversation("c-1", "anna", {"citizen": "b-1"}, at(9))
LATER = replace(FIRST, state={"citizen": "b-2"}, updated_at=at(9, 1))
KEY = ("d-1", DAY)


@pytest.fixture
def records() -> InMemory:
    return InMemory()


def keep(records: InMemory, memories: Memories, memory: StoredConversation) -> None:
    with records.open_work() as work:
        memories.keep(work, memory)


def recalled(records: InMemory, memories: Memories) -> Any:
    with records.open_work() as work:
        found = memories.of(work, "c-1")
    return found and found.state


def test_a_memory_is_kept_for_every_process(records: InMemory) -> None:
    keep(records, Memories(), FIRST)
    assert recalled(records, Memories()) == {"citizen": "b-1"}


def test_a_conversation_nobody_had_is_not_remembered(records: InMemory) -> None:
    assert recalled(records, Memories()) is None


def test_under_anothers_lock_the_dialogue_goes_on_in_this_process(records: InMemory) -> None:
    memories = Memories()
    keep(records, memories, FIRST)
    records.locked = True
    keep(records, memories, LATER)
    # Else "og i aften?" would be answered about the citizen before.
    assert recalled(records, memories) == {"citizen": "b-2"}


def test_once_the_lock_is_gone_the_database_says_what_was_last(records: InMemory) -> None:
    memories = Memories()
    records.locked = True
    keep(records, memories, FIRST)
    records.locked = False
    keep(records, memories, LATER)
    assert recalled(records, memories) == recalled(records, Memories()) == {"citizen": "b-2"}


def test_what_another_process_kept_later_counts(records: InMemory) -> None:
    memories = Memories()
    records.locked = True
    keep(records, memories, FIRST)
    records.locked = False
    keep(records, Memories(), LATER)
    assert recalled(records, memories) == {"citizen": "b-2"}


def test_a_lost_memory_is_logged_once_without_a_word_of_it(
    records: InMemory, caplog: pytest.LogCaptureFixture
) -> None:
    records.locked = True
    with caplog.at_level(logging.WARNING):
        keep(records, Memories(), FIRST)
    (record,) = caplog.records
    assert "not kept" in record.getMessage()
    assert not any(each in record.getMessage() for each in ("c-1", "anna", "b-1"))


def test_what_the_answer_has_written_is_kept_with_the_memory(records: InMemory) -> None:
    with records.open_work() as work:
        work.completions.put([DONE])
        Memories().keep(work, FIRST)
    with records.open_work() as work:
        assert work.completions.find([KEY]) == {KEY: DONE}


def test_an_answer_that_cannot_write_fails_loudly(records: InMemory) -> None:
    records.locked = True
    with records.open_work() as work, pytest.raises(StorageFailed):
        work.completions.put([DONE])


def test_a_failure_other_than_a_lock_is_told(records: InMemory) -> None:
    with records.open_work() as work:
        records.failure = StorageFailed("the disk is full", reason="full")
        with pytest.raises(StorageFailed, match="full"):
            Memories().keep(work, FIRST)
