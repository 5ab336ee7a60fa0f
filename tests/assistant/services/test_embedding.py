"""Passages get their vectors in the background, and a change of the model disturbs nobody."""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace

import pytest

from assistant.services.dense_search import DenseSearch
from assistant.services.embedding import BATCH, catch_up
from assistant.services.embedding_thread import EmbeddingThread
from assistant.services.ports import OpenWork, StorageFailed, UnitOfWork
from knowledge.guidance import Guidance, Kind
from retrieval.dense_index import DenseIndex
from retrieval.errors import EmbedderMissing
from retrieval.ports import Embedder
from tests.fake_embedder import FakeEmbedder
from tests.fakes import InMemory

FALL = Guidance("i-0", Kind.INSTRUKS, None, "Fald", "1. Bliv hos borgeren.")
MANY = [replace(FALL, id=f"i-{number:03d}", text=f"{number}. Ring.") for number in range(2 * BATCH + 5)]


class Machine:
    """A home in memory, and the embedding models that can be loaded."""

    def __init__(self) -> None:
        self.records = InMemory()
        self.models: dict[str, Embedder] = {name: FakeEmbedder(f"{name}@1") for name in ("old", "new")}
        self.said: list[str] = []
        self.search = DenseSearch(DenseIndex)
        self.put(*MANY)

    def put(self, *guidance: Guidance) -> None:
        """Store guidance."""
        with self.records.open_work() as work:
            work.guidance.put(guidance)
            work.commit()

    def stored(self) -> dict[str, int]:
        """How many vectors are stored, by model."""
        with self.records.open_work() as work:
            return work.passages.models()

    def scores(self) -> int:
        """How many of the texts have a score."""
        with self.records.open_work() as work:
            return len(self.search.dense_scores(work, "ring", MANY))

    def load(self, name: str) -> Embedder:
        """Load a model."""
        if name not in self.models:
            raise EmbedderMissing(f"no {name!r}")
        return self.models[name]

    def thread(
        self, model: str, *, open_work: OpenWork | None = None, say: Callable[[str], object] = str
    ) -> EmbeddingThread:
        """What keeps search ready; what it says is noted, and told to `say`."""

        def note(sentence: str) -> None:
            self.said.append(sentence)
            say(sentence)

        return EmbeddingThread(
            open_work or self.records.open_work,
            self.search,
            load=self.load,
            model=model,
            name_of=lambda each: each.partition("@")[0],
            say=note,
            look_every_s=0.001,
        )


@pytest.fixture
def machine() -> Machine:
    return Machine()


def test_every_published_passage_gets_its_vector_once(machine: Machine) -> None:
    embedder, steps = FakeEmbedder(), list[int]()
    assert catch_up(machine.records.open_work, embedder, progress=steps.append) == len(MANY)
    assert steps == [BATCH, 2 * BATCH, len(MANY)]
    assert catch_up(machine.records.open_work, embedder) == 0
    assert (embedder.embedded, machine.stored()) == (len(MANY), {"fake-1": len(MANY)})


def test_what_was_embedded_before_a_stop_is_kept(machine: Machine) -> None:
    answers = iter([True, True, False])
    embedder = FakeEmbedder()
    catch_up(machine.records.open_work, embedder, go_on=lambda: next(answers))
    assert machine.stored() == {"fake-1": BATCH}
    catch_up(machine.records.open_work, embedder)
    assert embedder.embedded == len(MANY)


def test_search_has_the_model_at_once_and_the_vectors_after_a_look(machine: Machine) -> None:
    thread = machine.thread("new")
    thread.prepare()
    assert (machine.search.model, machine.scores()) == ("new@1", 0)
    thread.look()
    assert machine.scores() == len(MANY)


def test_guidance_that_is_published_later_is_embedded_at_the_next_look(machine: Machine) -> None:
    thread = machine.thread("new")
    thread.prepare()
    thread.look()
    machine.put(replace(FALL, id="i-999"))
    thread.look()
    assert machine.stored() == {"new@1": len(MANY) + 1}


def test_a_look_at_nothing_new_asks_for_versions_only(machine: Machine) -> None:
    thread = machine.thread("new")
    thread.prepare()
    thread.look()
    thread.look()
    before = machine.models["new"].embedded  # type: ignore[attr-defined]
    for _ in range(3):
        thread.look()
    assert machine.models["new"].embedded == before  # type: ignore[attr-defined]


def test_stored_vectors_are_all_checked_at_the_first_look_only(machine: Machine) -> None:
    checked: list[str] = []

    @contextmanager
    def open_work() -> Iterator[UnitOfWork]:
        with machine.records.open_work() as work:
            drop_damaged = work.passages.drop_damaged
            work.passages.drop_damaged = lambda model: (checked.append(model), drop_damaged(model))[1]  # type: ignore[method-assign]
            yield work

    thread = machine.thread("new", open_work=open_work)
    thread.prepare()
    for number in range(3):
        thread.look()
        machine.put(replace(FALL, id=f"i-9{number}"))
    assert checked == ["new@1"]


def test_search_stays_with_the_old_model_until_the_new_one_has_all_vectors(machine: Machine) -> None:
    catch_up(machine.records.open_work, machine.models["old"])
    thread = machine.thread("new")
    thread.prepare()
    assert (machine.search.model, machine.scores()) == ("old@1", len(MANY))
    thread.look()
    assert (machine.search.model, machine.scores()) == ("new@1", len(MANY))
    assert machine.stored() == {"new@1": len(MANY)}


def test_a_stop_amid_the_change_leaves_search_with_the_old_model(machine: Machine) -> None:
    catch_up(machine.records.open_work, machine.models["old"])
    thread = machine.thread("new")
    thread.prepare()
    thread.stop()
    thread.look()
    assert (machine.search.model, machine.stored()) == ("old@1", {"old@1": len(MANY)})


def test_vectors_of_a_model_that_is_gone_are_embedded_anew(machine: Machine) -> None:
    catch_up(machine.records.open_work, machine.models.pop("old"))
    thread = machine.thread("new")
    thread.prepare()
    assert machine.search.model == "new@1"
    thread.look()
    assert machine.stored() == {"new@1": len(MANY)}


def test_vectors_of_another_version_of_the_model_are_not_compared(machine: Machine) -> None:
    catch_up(machine.records.open_work, FakeEmbedder("new@0"))
    thread = machine.thread("new")
    thread.prepare()
    assert (machine.search.model, machine.scores()) == ("new@1", 0)


def test_a_model_that_is_missing_leaves_search_with_the_stored_one(machine: Machine) -> None:
    catch_up(machine.records.open_work, machine.models["old"])
    with pytest.raises(EmbedderMissing, match="newest"):
        machine.thread("newest").prepare()
    assert (machine.search.model, machine.scores()) == ("old@1", len(MANY))


@pytest.fixture
def running(machine: Machine) -> Iterator[EmbeddingThread]:
    """The thread, running; it is over when the test is."""
    thread = machine.thread("missing")
    thread.start()
    yield thread
    thread.stop()


def test_the_thread_says_why_search_goes_by_words(machine: Machine, running: EmbeddingThread) -> None:
    running._thread.join(10)
    assert machine.said == ["search goes by words only: no 'missing'"]


def test_the_thread_outlives_a_database_that_fails_for_a_while(machine: Machine) -> None:
    fails = iter([True, False, True, True])

    def open_work() -> AbstractContextManager[UnitOfWork]:
        if next(fails, False):
            raise StorageFailed("locked", reason="locked")
        return machine.records.open_work()

    done = threading.Event()
    thread = machine.thread("new", open_work=open_work, say=lambda each: "vectors now" in each and done.set())
    thread.start()
    assert done.wait(10)
    thread.stop()
    assert machine.stored() == {"new@1": len(MANY)}
    assert machine.said[0] == "search goes by words until the database answers: locked"
    assert machine.said[1] == "passages wait for their vectors: locked"
