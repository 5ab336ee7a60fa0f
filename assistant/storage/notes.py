"""Notes in the database."""

from collections.abc import Collection
from datetime import UTC, date
from typing import Any

from sqlalchemy import bindparam

from assistant.domain.note import FollowUp, Measurement, Note, NotedCondition, NoteStatus, Span
from assistant.domain.window import Window
from assistant.storage.rows import Rows
from assistant.storage.statements import any_of, beside_key
from assistant.storage.tables import NOTE

_OF_CITIZENS = beside_key(NOTE).where(
    any_of(NOTE.c.citizen), NOTE.c.at >= bindparam("start"), NOTE.c.at < bindparam("end")
)


class SqlNotes(Rows[Note, str]):
    """`ports.Notes` on the table note; what was read out of the text stands beside it as JSON."""

    table = NOTE

    def of_citizens(self, citizens: Collection[str], window: Window) -> list[Note]:
        """See `ports.Notes.of_citizens`."""
        found = self._records_of(_OF_CITIZENS, citizens, start=window.start, end=window.end)
        return sorted(found, key=lambda each: (each.at, each.id))

    def _row(self, record: Note) -> dict[str, Any]:
        return {
            "id": record.id,
            "citizen": record.citizen,
            "author": record.author,
            "at": record.at.astimezone(UTC),
            "text": record.text,
            "conditions": [_as_json(each) for each in record.conditions],
            "measurements": [_as_json(each) for each in record.measurements],
            "follow_ups": [_as_json(each) for each in record.follow_ups],
            "status": record.status.value,
        }

    def _record(self, row: Any) -> Note:
        return Note(
            id=row.id,
            citizen=row.citizen,
            author=row.author,
            at=row.at,
            text=row.text,
            conditions=tuple(NotedCondition(**_from_json(each)) for each in row.conditions),
            measurements=tuple(Measurement(**_from_json(each)) for each in row.measurements),
            follow_ups=tuple(FollowUp(**_from_json(each)) for each in row.follow_ups),
            status=NoteStatus(row.status),
        )


def _as_json(part: NotedCondition | Measurement | FollowUp) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name in part.__slots__:
        value = getattr(part, name)
        if isinstance(value, date):
            value = value.isoformat()
        elif isinstance(value, tuple):
            value = list(value)
        if value is not None:
            values[name] = value
    return values


def _from_json(values: dict[str, Any]) -> dict[str, Any]:
    read = dict(values)
    if "span" in read:
        read["span"] = _span(read["span"])
    if "due" in read:
        read["due"] = date.fromisoformat(read["due"])
    return read


def _span(ends: list[int]) -> Span:
    start, end = ends
    return start, end
