"""The port `Passages` in memory: passages are split whenever they are asked for."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any, Protocol

import numpy as np

from assistant.services.ports import GuidanceKey, PassageKey, PassageToEmbed, PassageVector
from knowledge.guidance import Guidance, Status
from retrieval.passages import Passage, split


class Table(Protocol):
    """What the fake needs of `tests.fakes.FakeTable`."""

    rows: dict[Any, Any]

    def write(self, key: Any, record: Any) -> None:
        """Store it."""

    def remove(self, key: Any) -> None:
        """Remove it."""


class FakePassages:
    """The port `Passages`; a vector is stored under its model and passage."""

    def __init__(self, guidance: Table, vectors: Table) -> None:
        self._guidance = guidance
        self._vectors = vectors

    def of_guidance(self, guidance: Collection[GuidanceKey]) -> dict[GuidanceKey, tuple[Passage, ...]]:
        """See the port."""
        return {key: split(self._guidance.rows[key]) for key in guidance if key in self._guidance.rows}

    def split_missing(self, *, limit: int) -> int:
        """See the port; nothing ever is."""
        return 0

    def without_vector(
        self, model: str, *, after: PassageKey | None = None, limit: int
    ) -> list[PassageToEmbed]:
        """See the port."""
        found = [
            passage
            for each in self._published()
            for passage in _to_embed(each)
            if (after is None or passage.key > after) and not self._current(model, passage)
        ]
        return sorted(found, key=lambda each: each.key)[:limit]

    def put_vectors(self, model: str, vectors: Iterable[PassageVector]) -> None:
        """See the port."""
        for each in vectors:
            guidance = self._guidance.rows.get(each.key[:2])
            if guidance and (each.key, each.digest) in {(one.key, one.digest) for one in _to_embed(guidance)}:
                halved = each.vector.astype(np.float16).astype(np.float32)
                self._vectors.write((model, each.key), replace(each, vector=halved))

    def vectors(self, model: str, guidance: Collection[GuidanceKey]) -> list[PassageVector]:
        """See the port."""
        texts = [self._guidance.rows[key] for key in set(guidance) if key in self._guidance.rows]
        found = [self._current(model, passage) for each in texts for passage in _to_embed(each)]
        return sorted((each for each in found if each), key=lambda each: each.key)

    def drop_damaged(self, model: str) -> int:
        """See the port; memory is not damaged."""
        return 0

    def models(self) -> dict[str, int]:
        """See the port."""
        names = [model for model, _ in self._vectors.rows]
        return {name: names.count(name) for name in names}

    def drop_model(self, model: str) -> None:
        """See the port."""
        for key in [key for key in self._vectors.rows if key[0] == model]:
            self._vectors.remove(key)

    def _published(self) -> list[Guidance]:
        return [each for each in self._guidance.rows.values() if each.status is Status.PUBLISHED]

    def _current(self, model: str, passage: PassageToEmbed) -> PassageVector | None:
        stored: PassageVector | None = self._vectors.rows.get((model, passage.key))
        return stored if stored and stored.digest == passage.digest else None


def _to_embed(guidance: Guidance) -> list[PassageToEmbed]:
    return [
        PassageToEmbed(
            (each.guidance, each.revision, each.position),
            each.digest(guidance.title),
            each.with_context(guidance.title),
        )
        for each in split(guidance)
    ]
