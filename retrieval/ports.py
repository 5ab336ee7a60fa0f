"""What dense search is made of, as Protocols: the docstrings are the contract.

Every implementation, fake or real, passes the suites in `tests/retrieval/`.
"""

from collections.abc import Collection, Hashable, Sequence
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float32]
"""The meaning of one text: as many numbers as the model has dimensions, of length 1."""
Matrix = NDArray[np.float32]
"""One vector a row."""

Key = TypeVar("Key", bound=Hashable)


class Embedder(Protocol):
    """Turns Danish text into vectors; a question lies near the passages that answer it.

    Any text will do: what a model cannot bear (NUL, lone surrogates, letters in parts, endless
    length) is mended before. Threads may share it; a process that forks makes its own.
    """

    @property
    def model(self) -> str:
        """The model's name and version. Vectors compare if, and only if, they have it in common."""
        ...

    @property
    def dimension(self) -> int:
        """How many numbers a vector has."""
        ...

    def question(self, text: str) -> Vector:
        """The vector of a question."""
        ...

    def passages(self, texts: Sequence[str]) -> Matrix:
        """The vectors of passages, a row each, in their order; the same text always gets the same."""
        ...


class VectorIndex(Protocol[Key]):
    """Vectors by key, searched exactly and only among the keys that may be found.

    Threads may share it. It lives in memory and is made from what is stored, so there is no file
    that could be damaged or stay behind.
    """

    def __len__(self) -> int: ...

    def __contains__(self, key: Key) -> bool: ...

    def put(self, keys: Sequence[Key], vectors: Matrix) -> None:
        """Keep the vectors, a row for each key, in place of what the keys had.

        :raises ValueError: when the vectors are not as many as the keys, not of the index's
            dimension, or hold something that is no number; nothing is kept.
        """
        ...

    def remove(self, keys: Collection[Key]) -> None:
        """Forget these keys; those that are not there are passed over."""
        ...

    def search(self, question: Vector, among: Collection[Key], *, limit: int) -> list[tuple[Key, float]]:
        """The nearest of the keys `among`, nearest first, with their nearness: the inner product.

        Keys that are not there are passed over. No other key is ever looked at, however near.

        :raises ValueError: when the question is not of the index's dimension.
        """
        ...
