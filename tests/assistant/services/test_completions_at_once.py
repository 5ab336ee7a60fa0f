"""Two people tick the same help at once: one completion is kept, and the other person is told."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from assistant.domain.answer import Answer, AnswerKind
from assistant.domain.wall_clock import COPENHAGEN
from assistant.records.reader import read_file
from assistant.services.conversation import Conversation, Question
from assistant.services.ports import OpenWork, StorageFailed, UnitOfWork
from assistant.services.records import import_records
from assistant.storage import open_storage
from nlu.types import Understanding
from tests.dialogue_script import WORLD
from tests.fakes import FakeUnderstander, InMemory

AT = datetime(2027, 1, 19, 9, 45, tzinfo=COPENHAGEN)
TICK = "Jens' strømper er på, kvitter"
EARLY = AT.replace(hour=8, minute=5)
KEY = ("j-sok", AT.date())
RASA = FakeUnderstander({TICK: Understanding(TICK, "report_done", 0.99)})


@pytest.fixture(params=["memory", "sqlite"])
def open_work(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[OpenWork]:
    if request.param == "memory":
        records = InMemory()
        import_world(records.open_work)
        yield records.open_work
        return
    storage = open_storage(f"sqlite:///{tmp_path / 'rytme.db'}", municipality="m", keys_folder=tmp_path)
    storage.migrate()
    import_world(storage.open_work)
    yield storage.open_work
    storage.close()


def import_world(open_work: OpenWork) -> None:
    """The world of the dialogues, without the completion that the help of this test has there."""
    import_records(open_work, read_file(WORLD))
    with open_work() as work:
        found = work.completions.find([KEY])[KEY]
        work.completions.exchange(KEY, found=found, new=None)
        work.commit()


def say(
    open_work: OpenWork, staff: str, text: str, *, at: datetime = EARLY, conversation: str | None = None
) -> Answer:
    return Conversation(open_work, nlu=RASA).ask(Question(text, staff, at, conversation)).answer


def interrupted(open_work: OpenWork, meanwhile: Callable[[], Any]) -> OpenWork:
    """The same home, in which `meanwhile` happens between the reading and the first writing."""

    @contextmanager
    def opened() -> Iterator[UnitOfWork]:
        with open_work() as work:
            exchange, pending = work.completions.exchange, [meanwhile]

            def late(*args: Any, **options: Any) -> bool:
                while pending:
                    pending.pop()()
                return exchange(*args, **options)

            work.completions.exchange = late  # type: ignore[method-assign]
            yield work

    return opened


def test_the_second_of_two_is_told_that_it_is_done(open_work: OpenWork) -> None:
    first: list[Answer] = []
    home = interrupted(open_work, lambda: first.append(say(open_work, "omar", TICK)))
    second = say(home, "mette", TICK)
    assert first[0].kind is AnswerKind.DONE
    assert second.kind is AnswerKind.CLARIFY
    assert "Omar Jama" in second.text
    with open_work() as work:
        assert work.completions.find([KEY])[KEY].by == "omar"


def test_what_somebody_changed_since_is_not_taken_back(open_work: OpenWork) -> None:
    say(open_work, "mette", TICK, conversation="c-m")
    later = EARLY + timedelta(minutes=1)
    say(open_work, "omar", TICK, at=later, conversation="c-o")
    assert say(open_work, "omar", "ja", at=later, conversation="c-o").kind is AnswerKind.DONE
    answer = say(open_work, "mette", "fortryd", at=later, conversation="c-m")
    assert answer.kind is AnswerKind.NOT_FOUND
    with open_work() as work:
        assert work.completions.find([KEY])[KEY].by == "omar"


def test_a_completion_is_kept_together_with_the_memory_of_it_or_not_at_all(open_work: OpenWork) -> None:
    @contextmanager
    def failing() -> Iterator[UnitOfWork]:
        with open_work() as work:

            def fail() -> None:
                raise StorageFailed("the disk is full", reason="full")

            work.commit = fail  # type: ignore[method-assign]
            yield work

    with pytest.raises(StorageFailed):
        say(failing, "mette", TICK, conversation="c-m")
    with open_work() as work:
        assert work.completions.find([KEY]) == {}
        assert work.conversations.get("c-m") is None


def test_a_completion_is_by_the_asker_at_the_clock_of_the_question(open_work: OpenWork) -> None:
    say(open_work, "mette", TICK)
    with open_work() as work:
        kept = work.completions.find([KEY])[KEY]
    assert (kept.by, kept.at, kept.reason) == ("mette", EARLY, None)
