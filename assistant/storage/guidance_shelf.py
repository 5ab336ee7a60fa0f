"""Guidance in the database, all revisions of it."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

from sqlalchemy import bindparam

from assistant.storage.passages import PassageRows
from assistant.storage.rows import Rows
from assistant.storage.statements import any_of, beside_key, in_municipality
from assistant.storage.tables import GUIDANCE
from assistant.storage.transaction import Transaction
from knowledge.guidance import Guidance, Kind, Status

_REVISIONS = in_municipality(GUIDANCE).where(any_of(GUIDANCE.c.id))
_OF_CITIZEN = beside_key(GUIDANCE).where(GUIDANCE.c.citizen == bindparam("citizen"))
_OF_KIND = beside_key(GUIDANCE).where(GUIDANCE.c.kind == bindparam("kind"))


class SqlGuidanceShelf(Rows[Guidance, tuple[str, int]]):
    """`ports.GuidanceShelf` on the table guidance."""

    table = GUIDANCE
    key_columns = ("id", "revision")

    def __init__(self, transaction: Transaction, *, changed: Callable[[], None]) -> None:
        super().__init__(transaction, changed=changed)
        self._passages = PassageRows(transaction)

    def revisions_of(self, ids: Collection[str]) -> list[Guidance]:
        """See `ports.GuidanceShelf.revisions_of`."""
        return _in_order(self._records_of(_REVISIONS, ids))

    def of_citizen(self, citizen: str) -> list[Guidance]:
        """See `ports.GuidanceShelf.of_citizen`."""
        return _in_order(self._records(_OF_CITIZEN, citizen=citizen))

    def instrukser(self) -> list[Guidance]:
        """See `ports.GuidanceShelf.instrukser`."""
        return _in_order(self._records(_OF_KIND, kind=Kind.INSTRUKS.value))

    def _write(self, rows: Sequence[dict[str, Any]]) -> None:
        super()._write(rows)
        self._passages.keep_in_step(rows)

    def _row(self, record: Guidance) -> dict[str, Any]:
        return {
            "id": record.id,
            "revision": record.revision,
            "kind": record.kind.value,
            "citizen": record.citizen,
            "title": record.title,
            "text": record.text,
            "status": record.status.value,
            "valid_from": record.valid_from,
            "valid_to": record.valid_to,
            "review_by": record.review_by,
            "approved_by": record.approved_by,
            "fsiii": record.fsiii,
        }

    def _record(self, row: Any) -> Guidance:
        return Guidance(
            id=row.id,
            kind=Kind(row.kind),
            citizen=row.citizen,
            title=row.title,
            text=row.text,
            status=Status(row.status),
            revision=row.revision,
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            review_by=row.review_by,
            approved_by=row.approved_by,
            fsiii=row.fsiii,
        )


def _in_order(revisions: list[Guidance]) -> list[Guidance]:
    return sorted(revisions, key=lambda each: (each.id, each.revision))
