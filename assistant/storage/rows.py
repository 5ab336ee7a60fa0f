"""The rows of one table as records: what every repository does in the same way."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, ClassVar, Generic, TypeVar

from sqlalchemy import ColumnElement, Select, Table, tuple_

from assistant.storage import statements
from assistant.storage.transaction import Transaction

Record = TypeVar("Record")
Key = TypeVar("Key")
Item = TypeVar("Item")

CHUNK = 500
"""How many keys or rows one statement names: well below what either database takes at once."""


def chunks(items: Iterable[Item], size: int = CHUNK) -> Iterator[list[Item]]:
    """The items, `size` at a time."""
    iterator = iter(items)
    while chunk := list(islice(iterator, size)):
        yield chunk


class Rows(ABC, Generic[Record, Key]):
    """A `Store` on one table. A repository adds how its record looks as a row, and its own questions."""

    table: ClassVar[Table]
    key_columns: ClassVar[tuple[str, ...]] = ("id",)
    sealed_columns: ClassVar[frozenset[str]] = frozenset()
    """Columns that differ each time they are written, so they tell nothing of a change."""

    def __init__(self, transaction: Transaction, *, changed: Callable[[], None] = lambda: None) -> None:
        """:param changed: called when a put has changed something."""
        self._transaction = transaction
        self._changed = changed

    @abstractmethod
    def _row(self, record: Record) -> dict[str, Any]:
        """The record as values of the columns, without the municipality."""

    @abstractmethod
    def _record(self, row: Any) -> Record:
        """The record of a row of the whole table."""

    def find(self, keys: Collection[Key]) -> dict[Key, Record]:
        """See `Store.find`."""
        found: dict[Key, Record] = {}
        statement = statements.by_key(self.table, self.key_columns)
        for some in chunks(set(keys)):
            for row in self._read(statement, any_of=some):
                found[self._key_of(row)] = self._record(row)
        return found

    def put(self, records: Iterable[Record]) -> None:
        """See `Store.put`; what is stored already and the same is not written again."""
        for some in chunks(records):
            rows = [self._row(record) for record in some]
            fresh = {self._key_in_row(row): row for row in rows}
            self._transaction.begin_writing()
            stored = self._stored(list(fresh))
            differing = [row for key, row in fresh.items() if stored.get(key) != self._comparable(row)]
            if differing:
                self._write(differing)
                self._changed()

    def everything(self) -> Iterator[Record]:
        """See `Store.everything`: each chunk starts after the last key of the one before."""
        columns = [self.table.c[name] for name in self.key_columns]
        ordered = statements.in_municipality(self.table).order_by(*columns).limit(CHUNK)
        statement = ordered
        while rows := self._read(statement):
            for row in rows:
                yield self._record(row)
            last = [getattr(rows[-1], name) for name in self.key_columns]
            statement = ordered.where(tuple_(*columns) > tuple_(*last))

    def _here(self) -> ColumnElement[bool]:
        return self.table.c.municipality == self._transaction.municipality

    def _read(self, statement: Select[Any], **bound: Any) -> Sequence[Any]:
        """The rows that a statement of `statements` selects here."""
        return self._transaction.read(statement, {"here": self._transaction.municipality, **bound}).all()

    def _records(self, statement: Select[Any], **bound: Any) -> list[Record]:
        return [self._record(row) for row in self._read(statement, **bound)]

    def _records_of(self, statement: Select[Any], any_of: Collection[Any], **bound: Any) -> list[Record]:
        """The records that the statement selects for these values, in no order that may be relied on."""
        found: list[Record] = []
        for some in chunks(set(any_of)):
            found += self._records(statement, any_of=some, **bound)
        return found

    def _write(self, rows: Sequence[dict[str, Any]]) -> None:
        """Put each row in place of the one with its key, whatever stands there."""
        for row in rows:
            row["municipality"] = self._transaction.municipality
        self._transaction.write(
            statements.upsert(self.table, self.key_columns, self._transaction.dialect), rows
        )

    def _key_in(self, keys: Sequence[Key]) -> ColumnElement[bool]:
        columns = [self.table.c[name] for name in self.key_columns]
        if len(columns) == 1:
            return columns[0].in_(keys)
        return tuple_(*columns).in_(keys)

    def _key_of(self, row: Any) -> Key:
        if len(self.key_columns) == 1:
            return getattr(row, self.key_columns[0])  # type: ignore[no-any-return]
        return tuple(getattr(row, name) for name in self.key_columns)  # type: ignore[return-value]

    def _key_in_row(self, row: dict[str, Any]) -> Any:
        if len(self.key_columns) == 1:
            return row[self.key_columns[0]]
        return tuple(row[name] for name in self.key_columns)

    def _stored(self, keys: Sequence[Any]) -> dict[Any, dict[str, Any]]:
        without = self.sealed_columns | {"municipality"}
        statement = statements.by_key(self.table, self.key_columns, without=without)
        return {self._key_of(row): dict(row._mapping) for row in self._read(statement, any_of=keys)}

    def _comparable(self, row: dict[str, Any]) -> dict[str, Any]:
        if not self.sealed_columns:
            return row
        return {name: value for name, value in row.items() if name not in self.sealed_columns}
