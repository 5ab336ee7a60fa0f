"""The rows of one table as records: what every repository does in the same way."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, ClassVar, Generic, TypeVar

from sqlalchemy import ColumnElement, Select, Table, select, tuple_

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
        """The record of a row of `_select()`."""

    def find(self, keys: Collection[Key]) -> dict[Key, Record]:
        """See `Store.find`."""
        found: dict[Key, Record] = {}
        for some in chunks(set(keys)):
            for row in self._read(self._select().where(self._key_in(some))):
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
                municipality = self._transaction.municipality
                for row in differing:
                    row["municipality"] = municipality
                self._transaction.write(self._upsert(), differing)
                self._changed()

    def everything(self) -> Iterator[Record]:
        """See `Store.everything`: each chunk starts after the last key of the one before."""
        columns = [self.table.c[name] for name in self.key_columns]
        ordered = self._select().order_by(*columns).limit(CHUNK)
        statement = ordered
        while rows := self._read(statement).all():
            for row in rows:
                yield self._record(row)
            last = [getattr(rows[-1], name) for name in self.key_columns]
            statement = ordered.where(tuple_(*columns) > tuple_(*last))

    def _select(self) -> Select[Any]:
        return select(self.table).where(self._here())

    def _here(self) -> ColumnElement[bool]:
        return self.table.c.municipality == self._transaction.municipality

    def _select_beside_key(self) -> Select[Any]:
        """As `_select`, where an index other than the key is to find the rows."""
        return select(self.table).where(self._here_beside_key())

    def _here_beside_key(self) -> ColumnElement[bool]:
        # An expression, because no index knows one: without counted rows both databases may think
        # that a municipality is as few rows as a citizen, and read it through by its key.
        return self.table.c.municipality.concat("") == self._transaction.municipality

    def _read(self, statement: Select[Any]) -> Any:
        return self._transaction.read(statement)

    def _records(self, statement: Select[Any]) -> list[Record]:
        return [self._record(row) for row in self._read(statement)]

    def _records_where_in(self, column: str, values: Collection[str], *where: Any) -> list[Record]:
        """The records whose `column` is one of `values`, in no order that may be relied on."""
        select_ = self._select() if column in self.key_columns else self._select_beside_key()
        found: list[Record] = []
        for some in chunks(set(values)):
            found += self._records(select_.where(self.table.c[column].in_(some), *where))
        return found

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
        columns = [c for c in self.table.c if c.name not in self.sealed_columns and c.name != "municipality"]
        statement = select(*columns).where(self._here(), self._key_in(keys))
        return {self._key_of(row): dict(row._mapping) for row in self._read(statement)}

    def _comparable(self, row: dict[str, Any]) -> dict[str, Any]:
        if not self.sealed_columns:
            return row
        return {name: value for name, value in row.items() if name not in self.sealed_columns}

    def _upsert(self) -> Any:
        insert = self._transaction.insert_into(self.table)
        key = ("municipality", *self.key_columns)
        rest = {c.name: insert.excluded[c.name] for c in self.table.c if c.name not in key}
        return insert.on_conflict_do_update(index_elements=list(key), set_=rest)
