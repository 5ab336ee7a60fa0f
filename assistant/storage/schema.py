"""The version of the tables: made or brought up to date from the code, safely by several at once."""

import time
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from assistant.services.ports import StorageFailed
from assistant.storage.engine import sqlite_file
from assistant.storage.failures import failure

REVISIONS = ("0001", "0002")
"""Every revision in `migrations/versions`, oldest first. Kept here so that a current database is
recognised without loading Alembic; a test compares the two."""

_ADVISORY_LOCK = 7_290_113
_PAUSE_SECONDS = 0.02


def migrate(engine: Engine, *, wait_seconds: float) -> None:
    """Make the tables, or bring them up to date; does next to nothing when they are.

    :raises StorageFailed: `outdated` when the tables are of a newer Rytme than this one.
    """
    file = sqlite_file(engine)
    if file is not None:
        _make_folder(file.parent)
        _use_wal(engine, wait_seconds)
    with engine.connect() as connection:
        if revision_of(connection) == REVISIONS[-1]:
            return
        connection.rollback()
        _lock(connection)
        if revision_of(connection) != REVISIONS[-1]:
            _upgrade(connection)
        connection.commit()


def check_current(connection: Connection) -> None:
    """:raises StorageFailed: `outdated` when the tables are not those of this code."""
    found = revision_of(connection)
    if found != REVISIONS[-1]:
        raise failure("outdated", f"found {found or 'no tables'}, expected {REVISIONS[-1]}")


def revision_of(connection: Connection) -> str | None:
    """The revision of the tables, or None where there are none.

    :raises StorageFailed: `outdated` when it is one that this code does not know.
    """
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    if found is not None and found not in REVISIONS:
        raise StorageFailed(
            f"the database was made by a newer Rytme: found version {found} of its tables, expected at "
            f"most {REVISIONS[-1]}; install the newer Rytme, or use another home",
            reason="outdated",
        )
    return None if found is None else str(found)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise failure("unreachable", f"the folder {folder} cannot be made") from error


def _use_wal(engine: Engine, wait_seconds: float) -> None:
    # Turning WAL on does not wait for others by itself, whatever the busy timeout.
    deadline = time.monotonic() + wait_seconds
    while True:
        try:
            with engine.connect() as connection:
                connection.exec_driver_sql("PRAGMA journal_mode = WAL")
                return
        except StorageFailed as error:
            if error.reason != "locked" or time.monotonic() > deadline:
                raise
        time.sleep(_PAUSE_SECONDS)


def _lock(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.exec_driver_sql("BEGIN")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_ADVISORY_LOCK})")


def _upgrade(connection: Connection) -> None:
    from alembic import command  # takes 0.1 s to load, and is needed once in the life of a database
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
