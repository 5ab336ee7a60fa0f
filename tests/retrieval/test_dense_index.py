"""The contract of `VectorIndex`, on the FAISS index and on one in plain numpy that it is compared with."""

from collections.abc import Callable, Collection, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from retrieval.dense_index import DenseIndex
from retrieval.ports import Matrix, Vector, VectorIndex

DIMENSION = 8


class PlainIndex:
    """The port `VectorIndex` in a dictionary."""

    def __init__(self, dimension: int) -> None:
        self._dimension = dimension
        self._vectors: dict[int, Vector] = {}

    def __len__(self) -> int:
        return len(self._vectors)

    def __contains__(self, key: int) -> bool:
        return key in self._vectors

    def put(self, keys: Sequence[int], vectors: Matrix) -> None:
        """See the port."""
        if vectors.shape != (len(keys), self._dimension) or not np.isfinite(vectors).all():
            raise ValueError("wrong vectors")
        self._vectors.update(zip(keys, vectors.copy(), strict=True))

    def remove(self, keys: Collection[int]) -> None:
        """See the port."""
        for key in keys:
            self._vectors.pop(key, None)

    def search(self, question: Vector, among: Collection[int], *, limit: int) -> list[tuple[int, float]]:
        """See the port."""
        if question.shape != (self._dimension,):
            raise ValueError("wrong question")
        found = [(key, float(self._vectors[key] @ question)) for key in set(among) if key in self._vectors]
        return sorted(found, key=lambda pair: -pair[1])[: max(0, limit)]


Make = Callable[[int], VectorIndex[int]]


@pytest.fixture(params=[DenseIndex, PlainIndex])
def make(request: pytest.FixtureRequest) -> Make:
    """Makes an empty index."""
    made: Make = request.param
    return made


def vectors(count: int, *, seed: int = 1) -> Matrix:
    rows = np.random.default_rng(seed).standard_normal((count, DIMENSION)).astype(np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True))


def test_the_nearest_come_first_with_their_nearness(make: Make) -> None:
    index, rows = make(DIMENSION), vectors(50)
    index.put(range(50), rows)
    found = index.search(rows[7], range(50), limit=3)
    assert found[0] == (7, pytest.approx(1, abs=1e-5))
    assert [score for _, score in found] == pytest.approx(sorted(rows @ rows[7], reverse=True)[:3], abs=1e-5)


@pytest.mark.parametrize("among", [[3], [3, 4, 5], [1, 9, 30], list(range(0, 50, 2)), [49, 0], [5, 5]])
def test_nothing_is_found_but_what_may_be_found(make: Make, among: list[int]) -> None:
    index, rows = make(DIMENSION), vectors(50)
    index.put(range(50), rows)
    found = index.search(rows[8], among, limit=50)
    assert sorted(key for key, _ in found) == sorted(set(among))


def test_keys_that_are_not_there_are_passed_over(make: Make) -> None:
    index = make(DIMENSION)
    index.put([1], vectors(1))
    index.remove([5])
    assert [key for key, _ in index.search(vectors(1)[0], [1, 5], limit=9)] == [1]
    assert index.search(vectors(1)[0], [5], limit=9) == []
    assert index.search(vectors(1)[0], [], limit=9) == []
    assert index.search(vectors(1)[0], [1], limit=0) == []


def test_what_was_removed_is_never_found_again(make: Make) -> None:
    index, rows = make(DIMENSION), vectors(10)
    index.put(range(10), rows)
    index.remove([3, 4])
    index.put([20], rows[3:4])
    assert (len(index), 3 in index, 20 in index) == (9, False, True)
    assert sorted(key for key, _ in index.search(rows[3], [2, 3, 4, 5, 20], limit=9)) == [2, 5, 20]


def test_a_key_that_is_put_again_has_its_new_vector(make: Make) -> None:
    index, rows = make(DIMENSION), vectors(10)
    index.put(range(10), rows)
    index.put([4, 11], np.array([-rows[4], rows[0]]))
    assert index.search(-rows[4], range(12), limit=1) == [(4, pytest.approx(1, abs=1e-5))]
    assert len(index) == 11


def test_the_last_vector_of_a_key_that_is_put_twice_at_once_counts(make: Make) -> None:
    index, rows = make(DIMENSION), vectors(2)
    index.put([1, 1], rows)
    assert index.search(rows[1], [1], limit=1) == [(1, pytest.approx(1, abs=1e-5))]
    assert len(index) == 1


@pytest.mark.parametrize(
    "wrong", [vectors(3), np.zeros((2, 5), np.float32), np.full((2, DIMENSION), np.nan, np.float32)]
)
def test_wrong_vectors_are_refused_and_nothing_is_kept(make: Make, wrong: Matrix) -> None:
    index = make(DIMENSION)
    with pytest.raises(ValueError, match=r"\w"):
        index.put([1, 2], wrong)
    assert len(index) == 0


def test_a_question_of_another_model_is_refused(make: Make) -> None:
    index = make(DIMENSION)
    index.put([1], vectors(1))
    with pytest.raises(ValueError, match=r"\w"):
        index.search(np.zeros(5, np.float32), [1], limit=1)


def test_threads_may_put_remove_and_search_at_once(make: Make) -> None:
    index, rows = make(DIMENSION), vectors(400)
    index.put(range(100), rows[:100])

    def change(turn: int) -> list[tuple[int, float]]:
        index.put([100 + turn], rows[100 + turn : 101 + turn])
        index.remove([turn % 50])
        return index.search(rows[60], range(50, 100), limit=1)

    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(change, range(300)))
    assert {each[0][0] for each in found} == {60}
    assert len(index) == 350


class SameAsPlain(RuleBasedStateMachine):
    """Whatever is put and removed, the FAISS index finds what the plain one finds."""

    KEYS = st.integers(0, 12)

    def __init__(self) -> None:
        super().__init__()
        self.index: DenseIndex[int] = DenseIndex(DIMENSION)
        self.plain = PlainIndex(DIMENSION)

    @rule(keys=st.lists(KEYS, max_size=6), seed=st.integers(0, 99))
    def put(self, keys: list[int], seed: int) -> None:
        for each in (self.index, self.plain):
            each.put(keys, vectors(len(keys), seed=seed))

    @rule(keys=st.lists(KEYS, max_size=6))
    def remove(self, keys: list[int]) -> None:
        for each in (self.index, self.plain):
            each.remove(keys)

    @rule(among=st.sets(KEYS), seed=st.integers(0, 99))
    def search(self, among: set[int], seed: int) -> None:
        question = vectors(1, seed=seed)[0]
        found = dict(self.index.search(question, among, limit=99))
        assert found == pytest.approx(dict(self.plain.search(question, among, limit=99)), abs=1e-5)

    @invariant()
    def both_are_as_large(self) -> None:
        assert len(self.index) == len(self.plain)


TestSameAsPlain = SameAsPlain.TestCase
TestSameAsPlain.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
