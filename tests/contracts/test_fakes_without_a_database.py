"""The contracts of `Clock` and `Understander`, on the stand-ins that service tests use."""

from datetime import UTC, datetime

import pytest

from assistant.services.ports import Clock, StorageFailed, Understander
from nlu.types import NluUnavailable, Understanding
from tests.fakes import FakeClock, FakeUnderstander, InMemory


def test_a_clock_tells_a_time_with_its_offset() -> None:
    clock: Clock = FakeClock(datetime(2026, 11, 23, 14, tzinfo=UTC))
    assert clock().tzinfo is not None


def test_an_understander_reads_the_sentences_it_knows() -> None:
    known = Understanding("hej", "greeting", 0.9)
    understander: Understander = FakeUnderstander({"hej": known})
    assert understander.ready()
    assert understander.understand("hej") == known
    assert understander.understand("andet").text == "andet"


def test_an_understander_that_is_down_says_so() -> None:
    understander: Understander = FakeUnderstander(down=True)
    assert not understander.ready()
    with pytest.raises(NluUnavailable):
        understander.understand("hej")


def test_a_database_in_memory_can_fail_as_a_real_one() -> None:
    records = InMemory()
    records.failure = StorageFailed("gone", reason="unreachable")
    with pytest.raises(StorageFailed), records.open_work():
        pass
