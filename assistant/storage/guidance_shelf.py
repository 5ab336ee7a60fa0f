"""Guidance in the database, all revisions of it."""

from collections.abc import Collection
from typing import Any

from assistant.storage.rows import Rows
from assistant.storage.tables import GUIDANCE
from knowledge.guidance import Guidance, Kind, Status


class SqlGuidanceShelf(Rows[Guidance, tuple[str, int]]):
    """`ports.GuidanceShelf` on the table guidance."""

    table = GUIDANCE
    key_columns = ("id", "revision")

    def revisions_of(self, ids: Collection[str]) -> list[Guidance]:
        """See `ports.GuidanceShelf.revisions_of`."""
        return _in_order(self._records_where_in("id", ids))

    def of_citizen(self, citizen: str) -> list[Guidance]:
        """See `ports.GuidanceShelf.of_citizen`."""
        return _in_order(self._records(self._select_beside_key().where(GUIDANCE.c.citizen == citizen)))

    def instrukser(self) -> list[Guidance]:
        """See `ports.GuidanceShelf.instrukser`."""
        for_everyone = GUIDANCE.c.kind == Kind.INSTRUKS.value
        return _in_order(self._records(self._select_beside_key().where(for_everyone)))

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
