"""One transaction on one connection: reads see one moment, the first write begins the writing."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, CursorResult, Table
from sqlalchemy.sql.base import Executable

from assistant.storage import statements

_BEGIN_READING = {"sqlite": "BEGIN", "postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"}
# IMMEDIATE takes the lock of the writer at once and waits for it. A transaction that begins as a
# reader and turns into a writer cannot wait: SQLite refuses it as soon as another one writes.
_BEGIN_WRITING = {"sqlite": "BEGIN IMMEDIATE", "postgresql": "BEGIN"}


class Transaction:
    """Everything read before the first write is of one moment, and holds up nobody.

    The first write ends that reading and begins a transaction that sees what others have kept
    since; from there on reads and writes are one, until `commit` or `end`.

        transaction = Transaction(connection, "kommunen")
        transaction.read(select(CITIZEN))
        transaction.begin_writing()
        transaction.write(upsert, rows)
        transaction.commit()
    """

    def __init__(self, connection: Connection, municipality: str) -> None:
        self._connection = connection
        self._state = "idle"
        self.municipality = municipality
        self.dialect = connection.dialect.name

    def read(self, statement: Executable, parameters: Mapping[str, Any] | None = None) -> CursorResult[Any]:
        """The rows of a SELECT."""
        if self._state == "idle":
            self._connection.exec_driver_sql(_BEGIN_READING[self.dialect])
            self._state = "reading"
        return self._connection.execute(statement, parameters or {})

    @property
    def is_of_one_moment(self) -> bool:
        """Whether what is read now is of the same moment as what was read last."""
        return self._state == "reading"

    def begin_writing(self, *, patience_s: float | None = None) -> None:
        """Wait for the right to write; does nothing where it is held already.

        :param patience_s: wait no longer than this, instead of as long as the engine waits.
        :raises StorageFailed: when another program holds it for too long, or none may write.
        """
        if self._state == "writing":
            return
        self.end()
        with self._waiting(patience_s):
            self._connection.exec_driver_sql(_BEGIN_WRITING[self.dialect])
        self._state = "writing"

    @contextmanager
    def _waiting(self, patience_s: float | None) -> Iterator[None]:
        # PostgreSQL has no right to write that one program holds, so there is nothing to wait for.
        if patience_s is None or self.dialect != "sqlite":
            yield
            return
        kept = self._connection.info  # lives as long as the driver's connection
        if "usual_wait" not in kept:
            kept["usual_wait"] = self._connection.exec_driver_sql("PRAGMA busy_timeout").scalar_one()
        usual = int(kept["usual_wait"])
        self._wait_at_most(min(int(patience_s * 1000), usual))
        try:
            yield
        finally:
            self._wait_at_most(usual)

    def _wait_at_most(self, milliseconds: int) -> None:
        self._connection.exec_driver_sql(f"PRAGMA busy_timeout = {milliseconds}")

    def write(self, statement: Executable, rows: Sequence[Mapping[str, Any]]) -> None:
        """Run a statement for each row."""
        self.begin_writing()
        self._connection.execute(statement, rows)

    def insert_into(self, table: Table) -> Any:
        """An INSERT that knows `on_conflict_do_update` and `on_conflict_do_nothing`."""
        return statements.insert_into(table, self.dialect)

    def commit(self) -> None:
        """Keep what was written, all of it or nothing."""
        self._connection.commit()
        self._state = "idle"

    def end(self) -> None:
        """Drop what was not kept."""
        self._connection.rollback()
        self._state = "idle"
