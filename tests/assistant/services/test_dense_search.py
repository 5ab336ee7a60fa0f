"""Search by meaning: near texts come first, and nothing but the candidates is ever looked at."""

from dataclasses import replace

import pytest

from assistant.services.dense_search import DenseSearch
from assistant.services.embedding import catch_up
from assistant.services.ports import GuidanceKey, OpenWork
from knowledge.guidance import Guidance, Kind
from retrieval.dense_index import DenseIndex
from tests.fake_embedder import FakeEmbedder
from tests.fakes import InMemory

STOCKINGS = Guidance("h-1", Kind.HANDLEANVISNING, "b-1", "Strømper", "1. Rul strømpen op.\n\n## Sår\nRing.")
INSULIN = Guidance("h-2", Kind.HANDLEANVISNING, "b-1", "Insulin", "1. Giv 18 enheder.")
OTHERS = Guidance("h-3", Kind.HANDLEANVISNING, "b-2", "Strømper", "1. Rul strømpen ned.")
EVERYTHING = [STOCKINGS, INSULIN, OTHERS]


class Counting:
    """Opens a home, and counts how often vectors are read from it."""

    def __init__(self, open_work: OpenWork) -> None:
        self.open_work = open_work
        self.reads = 0

    def scores(
        self, search: DenseSearch, question: str, candidates: list[Guidance]
    ) -> dict[GuidanceKey, float]:
        """The scores, by guidance."""
        with self.open_work() as work:
            read = work.passages.vectors

            def counted(*told: object) -> object:
                self.reads += 1
                return read(*told)  # type: ignore[arg-type]

            work.passages.vectors = counted  # type: ignore[assignment,method-assign]
            found = search.dense_scores(work, question, candidates)
        return {key: each.score for key, each in found.items()}


@pytest.fixture
def home() -> Counting:
    records = InMemory()
    with records.open_work() as work:
        work.guidance.put(EVERYTHING)
        work.commit()
    catch_up(records.open_work, FakeEmbedder())
    return Counting(records.open_work)


@pytest.fixture
def search() -> DenseSearch:
    made = DenseSearch(DenseIndex)
    made.use(FakeEmbedder())
    return made


def test_the_text_that_answers_is_nearest(home: Counting, search: DenseSearch) -> None:
    scores = home.scores(search, "strømperne", [STOCKINGS, INSULIN])
    assert scores["h-1", 1] > scores["h-2", 1]


def test_the_nearest_passage_is_named(home: Counting, search: DenseSearch) -> None:
    with home.open_work() as work:
        found = search.dense_scores(work, "hvad ved sår", [STOCKINGS])
    assert found["h-1", 1].passage.text == "Ring."


def test_only_candidates_have_scores(home: Counting, search: DenseSearch) -> None:
    assert set(home.scores(search, "strømper", EVERYTHING)) == {("h-1", 1), ("h-2", 1), ("h-3", 1)}
    assert set(home.scores(search, "strømper", [INSULIN])) == {("h-2", 1)}
    assert home.scores(search, "strømper", []) == {}


def test_without_a_model_nothing_has_a_score(home: Counting) -> None:
    search = DenseSearch(DenseIndex)
    assert search.model is None
    assert home.scores(search, "strømper", EVERYTHING) == {}


def test_a_text_without_a_vector_has_no_score_until_it_has_one(home: Counting, search: DenseSearch) -> None:
    fresh = replace(INSULIN, id="h-9", text="1. Giv 22 enheder.")
    with home.open_work() as work:
        work.guidance.put([fresh])
        work.commit()
    assert set(home.scores(search, "insulin", [INSULIN, fresh])) == {("h-2", 1)}
    catch_up(home.open_work, FakeEmbedder())
    assert set(home.scores(search, "insulin", [INSULIN, fresh])) == {("h-2", 1), ("h-9", 1)}


def test_a_changed_text_never_has_the_score_of_the_old_one(home: Counting, search: DenseSearch) -> None:
    assert home.scores(search, "insulin", [INSULIN])
    changed = replace(INSULIN, text="1. Ring til lægen.")
    assert home.scores(search, "insulin", [changed]) == {}


def test_vectors_are_read_once(home: Counting, search: DenseSearch) -> None:
    for _ in range(3):
        home.scores(search, "strømper", EVERYTHING)
    assert home.reads == 1


def test_what_is_not_stored_is_not_asked_for_again(home: Counting, search: DenseSearch) -> None:
    absent = replace(INSULIN, id="h-9")
    for _ in range(3):
        home.scores(search, "strømper", [absent])
    assert home.reads == 1


def test_what_was_asked_about_longest_ago_leaves_memory_and_comes_back(home: Counting) -> None:
    search = DenseSearch(DenseIndex, most_vectors=2)
    search.use(FakeEmbedder())
    before = home.scores(search, "strømper", [STOCKINGS])
    assert home.scores(search, "strømper", [OTHERS])
    assert home.scores(search, "strømper", [STOCKINGS]) == before
    assert home.reads == 3


def test_another_model_has_its_own_vectors(home: Counting, search: DenseSearch) -> None:
    assert home.scores(search, "strømper", [STOCKINGS])
    search.use(FakeEmbedder("fake-2", dimension=32))
    assert home.scores(search, "strømper", [STOCKINGS]) == {}
    catch_up(home.open_work, FakeEmbedder("fake-2", dimension=32))
    assert home.scores(search, "strømper", [STOCKINGS])
