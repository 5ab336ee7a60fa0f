"""The contract of `Passages`: in step with the guidance, and a vector for each text and model."""

from dataclasses import replace

import numpy as np
import pytest

from assistant.services.ports import OpenWork, PassageKey, PassageVector, Topic, UnitOfWork
from knowledge.guidance import Guidance, Kind, Status
from retrieval.passages import split
from tests.contracts.conftest import Home
from tests.fake_embedder import FakeEmbedder
from tests.records_of_a_home import BATH, FALL

STOCKINGS = Guidance(
    "h-2", Kind.HANDLEANVISNING, "b-1", "Strømper",
    "## Sådan gør du\n1. Rul strømpen op.\n2. Glat folder ud.\n\n## Kontakt\nRing til sygeplejersken.",
)  # fmt: skip
MODEL = "fake-1"


def keys(work: UnitOfWork, model: str = MODEL, *, after: PassageKey | None = None) -> list[PassageKey]:
    return [each.key for each in work.passages.without_vector(model, after=after, limit=99)]


def vectors_for(work: UnitOfWork, model: str = MODEL) -> list[PassageVector]:
    """A vector for each passage that lacks one."""
    wanted = work.passages.without_vector(model, limit=99)
    rows = FakeEmbedder(model).passages([each.text for each in wanted])
    return [PassageVector(each.key, each.digest, row) for each, row in zip(wanted, rows, strict=True)]


def embed(open_work: OpenWork, model: str = MODEL) -> None:
    with open_work() as work:
        work.passages.put_vectors(model, vectors_for(work, model))
        work.commit()


@pytest.fixture
def shelf(furnished: OpenWork) -> OpenWork:
    """A home whose guidance holds the stockings too."""
    with furnished() as work:
        work.guidance.put([STOCKINGS])
        work.commit()
    return furnished


def test_guidance_that_is_put_has_its_passages(shelf: OpenWork) -> None:
    with shelf() as work:
        found = work.passages.of_guidance([("h-2", 1), ("i-1", 1), ("nobody", 1)])
    assert found == {("h-2", 1): split(STOCKINGS), ("i-1", 1): split(FALL)}


def test_passages_are_kept_or_dropped_with_their_guidance(shelf: OpenWork) -> None:
    with shelf() as work:
        work.guidance.put([replace(STOCKINGS, revision=2, text="Nyt.")])
    with shelf() as work:
        assert work.passages.of_guidance([("h-2", 2)]) == {}


def test_a_changed_text_has_its_new_passages_only(shelf: OpenWork) -> None:
    changed = replace(STOCKINGS, text="Rul strømpen op.")
    embed(shelf)
    with shelf() as work:
        work.guidance.put([changed])
        assert work.passages.of_guidance([("h-2", 1)]) == {("h-2", 1): split(changed)}
        assert work.passages.vectors(MODEL, [("h-2", 1)]) == []
        assert keys(work) == [("h-2", 1, 0)]


def test_passages_of_published_guidance_wait_for_their_vectors(shelf: OpenWork) -> None:
    with shelf() as work:
        work.guidance.put([replace(FALL, id="i-2", status=Status.DRAFT)])
        work.guidance.put([replace(FALL, id="i-3", status=Status.RETIRED)])
        waiting = work.passages.without_vector(MODEL, limit=99)
    assert [each.key for each in waiting] == [("h-1", 1, 0), ("h-2", 1, 0), ("h-2", 1, 1), ("i-1", 1, 0)]
    assert waiting[2].text == "Strømper\nKontakt\nRing til sygeplejersken."
    assert waiting[2].digest == split(STOCKINGS)[1].digest("Strømper")


def test_waiting_passages_are_given_a_few_at_a_time(shelf: OpenWork) -> None:
    with shelf() as work:
        assert [each.key for each in work.passages.without_vector(MODEL, limit=2)] == keys(work)[:2]
        assert keys(work, after=("h-2", 1, 0)) == [("h-2", 1, 1), ("i-1", 1, 0)]


def test_vectors_that_are_put_are_found_by_guidance_and_model(shelf: OpenWork) -> None:
    with shelf() as work:
        put = vectors_for(work)
        work.passages.put_vectors(MODEL, put)
        work.commit()
    with shelf() as work:
        found = work.passages.vectors(MODEL, [("h-2", 1), ("nobody", 1)])
        assert work.passages.vectors("another", [("h-2", 1)]) == []
        assert work.passages.vectors(MODEL, []) == []
        assert keys(work) == []
    assert [(each.key, each.digest) for each in found] == [(each.key, each.digest) for each in put[1:3]]
    for one, other in zip(found, put[1:3], strict=True):
        assert one.vector.dtype == np.float32
        assert np.allclose(one.vector, other.vector, atol=1e-3)


def test_a_vector_takes_the_place_of_the_one_before(shelf: OpenWork) -> None:
    embed(shelf)
    with shelf() as work:
        (before,) = work.passages.vectors(MODEL, [("i-1", 1)])
        work.passages.put_vectors(MODEL, [replace(before, vector=-before.vector)])
        (after,) = work.passages.vectors(MODEL, [("i-1", 1)])
    assert np.array_equal(after.vector, -before.vector)


def test_a_vector_of_a_text_that_changed_meanwhile_is_passed_over(shelf: OpenWork) -> None:
    with shelf() as work:
        late = vectors_for(work)
    with shelf() as work:
        work.guidance.put([replace(STOCKINGS, text="Noget andet.")])
        work.passages.put_vectors(MODEL, late)
        assert work.passages.vectors(MODEL, [("h-2", 1)]) == []
        assert keys(work) == [("h-2", 1, 0)]


def test_a_vector_of_a_passage_that_never_was_is_passed_over(shelf: OpenWork) -> None:
    with shelf() as work:
        (some, *_) = vectors_for(work)
        work.passages.put_vectors(
            MODEL, [replace(some, key=("nobody", 1, 0)), replace(some, key=("h-1", 1, 9))]
        )
        assert work.passages.models() == {}


def test_what_is_put_and_not_committed_is_dropped(shelf: OpenWork) -> None:
    with shelf() as work:
        work.passages.put_vectors(MODEL, vectors_for(work))
    with shelf() as work:
        assert work.passages.vectors(MODEL, [("h-2", 1)]) == []


def test_a_status_that_changes_leaves_passages_and_vectors(shelf: OpenWork) -> None:
    embed(shelf)
    with shelf() as work:
        work.guidance.put([replace(STOCKINGS, status=Status.RETIRED)])
        assert len(work.passages.vectors(MODEL, [("h-2", 1)])) == 2
        assert keys(work) == []


def test_two_models_stand_side_by_side_until_one_is_dropped(shelf: OpenWork) -> None:
    embed(shelf)
    embed(shelf, "fake-2")
    with shelf() as work:
        assert work.passages.models() == {MODEL: 4, "fake-2": 4}
        work.passages.drop_model(MODEL)
        work.commit()
    with shelf() as work:
        assert work.passages.models() == {"fake-2": 4}
        assert work.passages.vectors(MODEL, [("h-2", 1)]) == []
        assert len(work.passages.vectors("fake-2", [("h-2", 1)])) == 2


def test_sound_vectors_are_not_taken_for_damaged(shelf: OpenWork) -> None:
    embed(shelf)
    with shelf() as work:
        assert work.passages.drop_damaged(MODEL) == 0
        assert work.passages.models() == {MODEL: 4}


def test_new_vectors_are_counted_and_leave_the_guidance_as_it_is(shelf: OpenWork) -> None:
    with shelf() as work:
        before = {each: work.version(each) for each in Topic}
    embed(shelf)
    with shelf() as work:
        after = {each: work.version(each) for each in Topic}
    assert after == {**before, Topic.VECTORS: before[Topic.VECTORS] + 1}


def test_guidance_that_is_put_again_unchanged_is_not_split_again(shelf: OpenWork) -> None:
    embed(shelf)
    with shelf() as work:
        work.guidance.put([STOCKINGS, BATH, FALL])
        work.commit()
    with shelf() as work:
        assert work.passages.split_missing(limit=10) == 0
        assert keys(work) == []


def test_another_municipality_sees_nothing_of_it(home: Home, shelf: OpenWork) -> None:
    embed(shelf)
    with home.neighbour() as work:
        assert work.passages.of_guidance([("h-2", 1)]) == {}
        assert work.passages.vectors(MODEL, [("h-2", 1)]) == []
        assert (work.passages.models(), keys(work)) == ({}, [])
        work.passages.drop_model(MODEL)
        work.commit()
    with shelf() as work:
        assert work.passages.models() == {MODEL: 4}
