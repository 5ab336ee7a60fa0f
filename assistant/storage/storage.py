"""The database of one municipality, opened."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import TimeoutError as PoolTimeout

from assistant.services.ports import UnitOfWork
from assistant.storage.engine import make_engine
from assistant.storage.failures import failure
from assistant.storage.schema import check_current, migrate
from assistant.storage.transaction import Transaction
from assistant.storage.unit_of_work import SqlUnitOfWork

WAIT_SECONDS = 15.0
"""How long to wait for another program's lock: longer than a large import writes."""


class Storage:
    """The records of one municipality in a database. Threads may share it; a fork may not.

    storage = open_storage("sqlite:///var/rytme.db", municipality="kommunen", keys_folder=keys)
    storage.migrate()
    with storage.open_work() as work:
        work.citizens.find(["b-001"])
    """

    def __init__(self, engine: Engine, *, municipality: str, keys_folder: Path, wait_seconds: float) -> None:
        self.engine = engine
        self._municipality = municipality
        self._keys_folder = keys_folder
        self._wait_seconds = wait_seconds

    @contextmanager
    def open_work(self) -> Iterator[UnitOfWork]:
        """Begin a unit of work: the port `OpenWork`.

        :raises StorageFailed: when the database cannot be reached.
        """
        try:
            connection = self.engine.connect()
        except PoolTimeout as error:
            raise failure("locked") from error
        with connection:
            transaction = Transaction(connection, self._municipality)
            try:
                yield SqlUnitOfWork(transaction, keys_folder=self._keys_folder)
            finally:
                transaction.end()

    def migrate(self) -> None:
        """Make the tables or bring them up to date; safe when several processes do it at once.

        :raises StorageFailed: when the database cannot be written, or is of a newer Rytme.
        """
        migrate(self.engine, wait_seconds=self._wait_seconds)

    def probe(self) -> None:
        """Read from the database, to see that it works.

        :raises StorageFailed: when it does not, or when its tables are not those of this code.
        """
        with self.engine.connect() as connection:
            check_current(connection)

    def close(self) -> None:
        """Close the connections."""
        self.engine.dispose()


def open_storage(
    database_url: str, *, municipality: str, keys_folder: Path, wait_seconds: float = WAIT_SECONDS
) -> Storage:
    """The records of `municipality` in the database at `database_url`. Nothing is connected yet.

    :param keys_folder: where the keys of the CPR numbers are; made when the first number is stored.
    :param wait_seconds: how long to wait for another program's lock before giving up.
    """
    engine = make_engine(database_url, wait_seconds=wait_seconds)
    return Storage(engine, municipality=municipality, keys_folder=keys_folder, wait_seconds=wait_seconds)
