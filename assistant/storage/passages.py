"""Passages of guidance in the database, kept in step with it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import and_, bindparam, delete, exists

from assistant.services.ports import GuidanceKey
from assistant.storage.rows import CHUNK, chunks
from assistant.storage.statements import any_of, in_municipality, upsert
from assistant.storage.tables import GUIDANCE, PASSAGE
from assistant.storage.transaction import Transaction
from knowledge.guidance import Status
from retrieval.passages import WAY_OF_SPLITTING, Passage, split_text

KEY = ("guidance", "revision", "position")
_P, _G = PASSAGE.c, GUIDANCE.c
# By the id alone: SQLite would not look up a pair that is part of a key, but read all of it.
_OF_GUIDANCE = in_municipality(PASSAGE).where(any_of(_P.guidance)).order_by(*(_P[name] for name in KEY))
_WITH_TEXT = _OF_GUIDANCE.add_columns(_G.text).join(
    GUIDANCE,
    and_(_G.municipality == _P.municipality, _G.id == _P.guidance, _G.revision == _P.revision),
)
_REMOVE = delete(PASSAGE).where(
    _P.municipality == bindparam("here"),
    _P.guidance == bindparam("of_guidance"),
    _P.revision == bindparam("of_revision"),
)
_SPLIT_NOW = (
    exists()
    .where(_P.municipality == _G.municipality, _P.guidance == _G.id, _P.revision == _G.revision)
    .where(_P.way_of_splitting == WAY_OF_SPLITTING)
)
_UNSPLIT = (
    in_municipality(GUIDANCE)
    .where(_G.status == Status.PUBLISHED.value, ~_SPLIT_NOW)
    .order_by(_G.id, _G.revision)
    .limit(bindparam("limit"))
)


class PassageRows:
    """The rows of the table passage: where each passage stands, and the digest of its text."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def of_guidance(self, guidance: Collection[GuidanceKey]) -> dict[GuidanceKey, tuple[Passage, ...]]:
        """See `ports.Passages.of_guidance`."""
        wanted = set(guidance)
        found: dict[GuidanceKey, list[Passage]] = {}
        for some in chunks({guidance_id for guidance_id, _ in wanted}):
            for row in self._read(_WITH_TEXT, any_of=some):
                if (row.guidance, row.revision) in wanted:
                    found.setdefault((row.guidance, row.revision), []).append(passage_of(row, row.text))
        return {key: tuple(passages) for key, passages in found.items()}

    def keep_in_step(self, written: Iterable[Mapping[str, Any]]) -> None:
        """Split revisions that were just written, given as rows; who would be split as before is not."""
        for some in chunks(written):
            fresh = {(row["id"], row["revision"]): self._rows(row) for row in some}
            stored: dict[GuidanceKey, list[dict[str, Any]]] = {}
            for row in self._read(_OF_GUIDANCE, any_of=list({guidance_id for guidance_id, _ in fresh})):
                stored.setdefault((row.guidance, row.revision), []).append(dict(row._mapping))
            self._replace({key: rows for key, rows in fresh.items() if stored.get(key) != rows}, stored)

    def split_missing(self, *, limit: int) -> int:
        """See `ports.Passages.split_missing`."""
        rows = self._read(_UNSPLIT, limit=min(limit, CHUNK))
        self.keep_in_step(row._mapping for row in rows)
        return len(rows)

    def _replace(
        self, fresh: dict[GuidanceKey, list[dict[str, Any]]], stored: Collection[GuidanceKey]
    ) -> None:
        here = self._transaction.municipality
        # Removing takes the vectors along.
        old = [
            {"here": here, "of_guidance": guidance, "of_revision": revision}
            for guidance, revision in fresh
            if (guidance, revision) in stored
        ]
        if old:
            self._transaction.write(_REMOVE, old)
        if fresh:
            rows = [row for each in fresh.values() for row in each]
            self._transaction.write(upsert(PASSAGE, KEY, self._transaction.dialect), rows)

    def _rows(self, guidance: Mapping[str, Any]) -> list[dict[str, Any]]:
        return [
            {
                "municipality": self._transaction.municipality,
                "guidance": each.guidance,
                "revision": each.revision,
                "position": each.position,
                "heading": each.heading,
                "start": each.start,
                "end": each.end,
                "digest": each.digest(guidance["title"]),
                "way_of_splitting": WAY_OF_SPLITTING,
            }
            for each in split_text(guidance["text"], guidance=guidance["id"], revision=guidance["revision"])
        ]

    def _read(self, statement: Any, **bound: Any) -> Sequence[Any]:
        return self._transaction.read(statement, {"here": self._transaction.municipality, **bound}).all()


def passage_of(row: Any, text: str) -> Passage:
    """The passage that a row of the table says, in the text of its guidance."""
    return Passage(
        row.guidance, row.revision, row.position, row.heading, row.start, row.end, text[row.start : row.end]
    )
