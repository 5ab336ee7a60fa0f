"""The port `Passages` on the tables passage and passage_vector."""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import and_, bindparam, delete, func, select, tuple_

from assistant.services.ports import GuidanceKey, PassageKey, PassageToEmbed, PassageVector
from assistant.storage.passages import KEY, PassageRows, passage_of
from assistant.storage.rows import CHUNK, chunks
from assistant.storage.statements import any_of, in_municipality, upsert
from assistant.storage.tables import GUIDANCE, PASSAGE, PASSAGE_VECTOR
from assistant.storage.transaction import Transaction
from assistant.storage.vector_blobs import blob_of, checksum, vector_of
from knowledge.guidance import Status

_P, _V, _G = PASSAGE.c, PASSAGE_VECTOR.c, GUIDANCE.c
_P_KEY = [_P[name] for name in KEY]
_V_KEY = [_V[name] for name in KEY]
_AFTER: list[Any] = [bindparam(f"after_{name}") for name in KEY]
_FIRST: PassageKey = ("", -1, -1)

_PUBLISHED = and_(
    _G.municipality == _P.municipality, _G.id == _P.guidance, _G.revision == _P.revision,
    _G.status == Status.PUBLISHED.value,
)  # fmt: skip
_ITS_VECTOR = and_(
    _V.municipality == _P.municipality, *(one == other for one, other in zip(_P_KEY, _V_KEY, strict=True)),
    _V.model == bindparam("model"), _V.digest == _P.digest,
)  # fmt: skip
_WITHOUT = (
    select(PASSAGE, _G.title, _G.text)
    .join(GUIDANCE, _PUBLISHED)
    .outerjoin(PASSAGE_VECTOR, _ITS_VECTOR)
    .where(_P.municipality == bindparam("here"), _V.model.is_(None), tuple_(*_P_KEY) > tuple_(*_AFTER))
    .order_by(*_P_KEY)
    .limit(bindparam("limit"))
)
_OF_MODEL = in_municipality(PASSAGE_VECTOR).where(_V.model == bindparam("model"))
_OF_GUIDANCE = _OF_MODEL.where(any_of(_V.guidance))
_ALL = _OF_MODEL.where(tuple_(*_V_KEY) > tuple_(*_AFTER)).order_by(*_V_KEY).limit(CHUNK)
_DIGESTS = in_municipality(PASSAGE, *_P_KEY, _P.digest).where(any_of(tuple_(*_P_KEY)))
_MODELS = in_municipality(PASSAGE_VECTOR, _V.model, func.count().label("number")).group_by(_V.model)  # type: ignore[arg-type]
_DROP_MODEL = delete(PASSAGE_VECTOR).where(
    _V.municipality == bindparam("here"), _V.model == bindparam("of_model")
)
_DROP = _DROP_MODEL.where(*(_V[name] == bindparam(f"of_{name}") for name in KEY))


class SqlPassages(PassageRows):
    """See `ports.Passages`."""

    def __init__(self, transaction: Transaction, *, changed: Callable[[], None]) -> None:
        """:param changed: called when vectors were stored or taken away."""
        super().__init__(transaction)
        self._changed = changed

    def without_vector(
        self, model: str, *, after: PassageKey | None = None, limit: int
    ) -> list[PassageToEmbed]:
        """See `ports.Passages.without_vector`."""
        found = self._read(_WITHOUT, model=model, limit=limit, **_bound_after(after or _FIRST))
        return [
            PassageToEmbed(_key_of(row), row.digest, passage_of(row, row.text).with_context(row.title))
            for row in found
        ]

    def put_vectors(self, model: str, vectors: Iterable[PassageVector]) -> None:
        """See `ports.Passages.put_vectors`."""
        for some in chunks(vectors):
            self._transaction.begin_writing()
            digests = {
                _key_of(row): row.digest for row in self._read(_DIGESTS, any_of=[each.key for each in some])
            }
            rows = [self._row(model, each) for each in some if digests.get(each.key) == each.digest]
            if rows:
                statement = upsert(PASSAGE_VECTOR, (*KEY, "model"), self._transaction.dialect)
                self._transaction.write(statement, rows)
                self._changed()

    def vectors(self, model: str, guidance: Collection[GuidanceKey]) -> list[PassageVector]:
        """See `ports.Passages.vectors`."""
        wanted = set(guidance)
        found = [
            PassageVector(_key_of(row), row.digest, vector_of(row.vector))
            for some in chunks({guidance_id for guidance_id, _ in wanted})
            for row in self._read(_OF_GUIDANCE, model=model, any_of=some)
            if (row.guidance, row.revision) in wanted and not _is_damaged(row)
        ]
        return sorted(found, key=lambda each: each.key)

    def drop_damaged(self, model: str) -> int:
        """See `ports.Passages.drop_damaged`."""
        damaged: list[PassageKey] = []
        after = _FIRST
        while rows := self._read(_ALL, model=model, **_bound_after(after)):
            damaged += [_key_of(row) for row in rows if _is_damaged(row)]
            after = _key_of(rows[-1])
        if damaged:
            here = {"here": self._transaction.municipality, "of_model": model}
            named = [{f"of_{name}": part for name, part in zip(KEY, key, strict=True)} for key in damaged]
            self._transaction.write(_DROP, [{**here, **each} for each in named])
            self._changed()
        return len(damaged)

    def models(self) -> dict[str, int]:
        """See `ports.Passages.models`."""
        return {row.model: int(row.number) for row in self._read(_MODELS)}

    def drop_model(self, model: str) -> None:
        """See `ports.Passages.drop_model`."""
        self._transaction.write(_DROP_MODEL, [{"here": self._transaction.municipality, "of_model": model}])
        self._changed()

    def _row(self, model: str, vector: PassageVector) -> dict[str, Any]:
        blob = blob_of(vector.vector)
        return {
            "municipality": self._transaction.municipality,
            **dict(zip(KEY, vector.key, strict=True)),
            "model": model,
            "digest": vector.digest,
            "vector": blob,
            "checksum": checksum(model, vector.key, vector.digest, blob),
        }


def _key_of(row: Any) -> PassageKey:
    return row.guidance, row.revision, row.position


def _is_damaged(row: Any) -> bool:
    found = checksum(row.model, _key_of(row), row.digest, bytes(row.vector))
    return bytes(row.checksum) != found


def _bound_after(key: Sequence[Any]) -> dict[str, Any]:
    return {f"after_{name}": part for name, part in zip(KEY, key, strict=True)}
