"""Search by meaning: an exact FAISS index in memory, limited to what may be found before it ranks."""

import threading
from collections.abc import Collection, Hashable, Sequence
from typing import Any, Generic, TypeVar

import faiss
import numpy as np
from numpy.typing import NDArray

from retrieval.ports import Matrix, Vector

Key = TypeVar("Key", bound=Hashable)
Rows = NDArray[np.int64]


class DenseIndex(Generic[Key]):
    """Vectors of one model by key; see `ports.VectorIndex`.

        index = DenseIndex(384)
        index.put([("h-1", 1, 0)], embedder.passages(["Strømper\\nRul dem op."]))
        index.search(embedder.question("strømper"), [("h-1", 1, 0)], limit=5)

    It is the flat index with a selector: every vector that may be found is compared, and no other.
    Approximate indexes lose almost all of it behind a filter (recall@5 among a million vectors: HNSW
    .02, IVF .12), and FAISS's own numbering of keys (IDMap2) costs 400 times as much. One citizen's
    vectors take 0.03 ms, however many others there are.

    A removed vector leaves a row that no selector names and the next new vector takes, so removing
    does not move the rest (which takes 0.2 s among a million).
    """

    def __init__(self, dimension: int) -> None:
        self._index = faiss.IndexFlatIP(dimension)
        self._dimension = dimension
        self._rows: dict[Key, int] = {}
        self._keys: list[Key | None] = []
        self._free: list[int] = []
        # Adding may move all vectors in memory, so nobody may search meanwhile.
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, key: Key) -> bool:
        return key in self._rows

    def put(self, keys: Sequence[Key], vectors: Matrix) -> None:
        """See `ports.VectorIndex.put`."""
        checked = self._checked(vectors, len(keys))
        with self._lock:
            last = {key: number for number, key in enumerate(keys)}
            fresh = [key for key in last if key not in self._rows]
            while fresh and self._free:
                self._take(self._free.pop(), fresh.pop())
            self._write_over([key for key in last if key in self._rows], last, checked)
            if fresh:
                self._index.add(checked[[last[key] for key in fresh]])
                for key in fresh:
                    self._keys.append(None)
                    self._take(len(self._keys) - 1, key)

    def remove(self, keys: Collection[Key]) -> None:
        """See `ports.VectorIndex.remove`."""
        with self._lock:
            for key in set(keys):
                row = self._rows.pop(key, None)
                if row is not None:
                    self._keys[row] = None
                    self._free.append(row)

    def search(self, question: Vector, among: Collection[Key], *, limit: int) -> list[tuple[Key, float]]:
        """See `ports.VectorIndex.search`."""
        asked = self._checked(question.reshape(1, -1), 1)
        with self._lock:
            rows = np.array(sorted({self._rows[key] for key in among if key in self._rows}), np.int64)
            count = min(limit, len(rows))
            if count <= 0:
                return []
            named = faiss.SearchParameters(sel=_selector(rows))  # type: ignore[call-arg]
            scores, found = self._index.search(asked, count, params=named)
            keys = [self._keys[row] for row in found[0]]
        return [(key, float(score)) for key, score in zip(keys, scores[0], strict=True) if key is not None]

    def _checked(self, vectors: Matrix, count: int) -> Matrix:
        rows = np.ascontiguousarray(vectors, np.float32)
        if rows.shape != (count, self._dimension):
            raise ValueError(
                f"found vectors of shape {rows.shape}, expected {(count, self._dimension)}: "
                "an index holds the vectors of one model"
            )
        if not np.isfinite(rows).all():
            raise ValueError("found a vector with something in it that is no number")
        return rows

    def _take(self, row: int, key: Key) -> None:
        self._rows[key] = row
        self._keys[row] = key

    def _write_over(self, keys: Sequence[Key], positions: dict[Key, int], vectors: Matrix) -> None:
        if keys:
            stored = faiss.rev_swig_ptr(self._index.get_xb(), self._index.ntotal * self._dimension)
            stored = stored.reshape(-1, self._dimension)
            stored[[self._rows[key] for key in keys]] = vectors[[positions[key] for key in keys]]


def _selector(rows: Rows) -> Any:
    """What names these rows (in order, each once) to FAISS in the fastest way; 0.03 ms for a citizen."""
    first, last = int(rows[0]), int(rows[-1])
    if last - first + 1 == len(rows):
        return faiss.IDSelectorRange(first, last + 1)
    return faiss.IDSelectorArray(rows)
