"""The connection to the database: SQLite by default, PostgreSQL by URL."""

from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, ExceptionContext, make_url

from assistant.storage.failures import meaning_of

CONNECTIONS = 40
"""More than the threads of one process ever use at once."""


def make_engine(database_url: str, *, wait_seconds: float) -> Engine:
    """An engine that connects when first used.

    Transactions are begun in words by `Transaction`, so the drivers must begin none themselves.

    :param wait_seconds: how long to wait for another program's lock before giving up.
    """
    url = _with_driver(make_url(database_url))
    engine = create_engine(
        url,
        isolation_level="AUTOCOMMIT",
        # A value must never reach a log or a traceback by way of an error.
        hide_parameters=True,
        pool_size=8,
        max_overflow=CONNECTIONS - 8,
        pool_timeout=wait_seconds,
        **_options(url, wait_seconds),
    )
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "handle_error", _raise_meaning)
    return engine


def sqlite_file(engine: Engine) -> Path | None:
    """The file of an SQLite database, or None where it is another database."""
    if engine.dialect.name != "sqlite" or not engine.url.database:
        return None
    return Path(engine.url.database)


def _with_driver(url: URL) -> URL:
    if url.drivername in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    return url


def _options(url: URL, wait_seconds: float) -> dict[str, Any]:
    if url.get_backend_name() == "sqlite":
        return {"connect_args": {"timeout": wait_seconds}}
    settings = f"-c lock_timeout={int(wait_seconds * 1000)} -c timezone=UTC"
    # A server that was restarted leaves dead connections in the pool; the ping finds them.
    return {"connect_args": {"connect_timeout": 5, "options": settings}, "pool_pre_ping": True}


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    # In WAL mode NORMAL never corrupts; a power cut may lose the last moments, a crash nothing.
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA temp_store = MEMORY")
    cursor.execute("PRAGMA cache_size = -20000")
    cursor.close()


def _raise_meaning(context: ExceptionContext) -> None:
    if context.is_pre_ping and context.is_disconnect:
        return  # the pool puts a new connection in the place of the dead one
    meaning = meaning_of(context.original_exception)
    if meaning is not None:
        raise meaning from context.original_exception
