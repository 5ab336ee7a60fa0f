"""An embedder without a model, for tests: texts that share stems and letters lie near each other."""

import zlib
from collections.abc import Sequence

import numpy as np

from retrieval.clean_text import clean
from retrieval.ports import Matrix, Vector
from retrieval.words import terms, words

_LONGEST = 2000


class FakeEmbedder:
    """The port `Embedder`: it counts stems and n-grams into a few dozen boxes, always in the same way.

    `embedded` counts the passages that it was asked for, since that is what costs with a model.
    """

    def __init__(self, model: str = "fake-1", *, dimension: int = 64) -> None:
        self._model = model
        self._dimension = dimension
        self.embedded = 0

    @property
    def model(self) -> str:
        """See the port."""
        return self._model

    @property
    def dimension(self) -> int:
        """See the port."""
        return self._dimension

    def question(self, text: str) -> Vector:
        """See the port."""
        return self._vector(text)

    def passages(self, texts: Sequence[str]) -> Matrix:
        """See the port."""
        self.embedded += len(texts)
        rows = [self._vector(text) for text in texts]
        return np.array(rows, np.float32).reshape(len(rows), self._dimension)

    def _vector(self, text: str) -> Vector:
        boxes = np.zeros(self._dimension, np.float32)
        boxes[0] = 0.01  # a text without words has a direction too
        for word in words(clean(text, longest=_LONGEST)):
            for term in terms(word):
                boxes[zlib.crc32(f"{self._model} {term}".encode()) % self._dimension] += 1
        return np.asarray(boxes / np.linalg.norm(boxes), np.float32)
