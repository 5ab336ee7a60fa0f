"""What the first question would wait for is read at the start, in nobody's name."""

import gc
from collections.abc import Iterator
from datetime import datetime

import pytest

from assistant.domain.wall_clock import COPENHAGEN
from assistant.services.conversation import Conversation
from assistant.services.ports import StorageFailed
from assistant.services.warming import Warming, first_words
from nlu.components.names.lexicon import load_lexicon
from nlu.components.record_facets.cues import load_cues
from nlu.rasa_client import NoNlu
from retrieval.evidence import load_weights
from tests.fakes import InMemory
from tests.records_of_a_home import put_home

NOW = datetime(2026, 11, 23, 13, 40, tzinfo=COPENHAGEN)


@pytest.fixture
def records() -> Iterator[InMemory]:
    home = InMemory()
    with home.open_work() as work:
        put_home(work)
        work.commit()
    yield home
    gc.unfreeze()


def warmed(records: InMemory) -> None:
    warming = Warming(Conversation(records.open_work, nlu=NoNlu()), lambda: NOW)
    warming.start()
    warming.wait()


def test_lists_of_words_are_read_before_anybody_asks(records: InMemory) -> None:
    loaders = (load_lexicon, load_cues, load_weights)
    for each in loaders:
        each.cache_clear()
    warmed(records)
    assert all(each.cache_info().currsize == 1 for each in loaders)


def test_nothing_is_kept_of_the_first_words(records: InMemory) -> None:
    before = records.snapshot()
    warmed(records)
    assert records.snapshot() == before


def test_a_database_that_does_not_answer_is_left_to_whoever_asks_first(
    records: InMemory, capfd: pytest.CaptureFixture[str]
) -> None:
    records.failure = StorageFailed("the database does not answer", reason="unreachable")
    warmed(records)
    assert capfd.readouterr().err == ""


def test_a_home_without_records_is_warmed_too() -> None:
    Conversation(InMemory().open_work, nlu=NoNlu()).warm_up(NOW)


def test_the_first_words_are_few() -> None:
    assert 1 <= len(first_words()) <= 10
