"""An empty database of its own for each test, on SQLite and on PostgreSQL."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from assistant.storage import Storage, open_storage

_NUMBERS = count()
OpenStorage = Callable[[], Storage]


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database without tables."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'home' / 'rytme.db'}"
    own: str = request.getfixturevalue("own_postgres_url")
    return own


@pytest.fixture
def own_postgres_url(postgres_url: str) -> str:
    """A PostgreSQL database without tables, whose statistics no other test has touched."""
    name = f"storage_{next(_NUMBERS)}"
    engine = create_engine(
        postgres_url.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT"
    )
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    engine.dispose()
    return postgres_url.replace("/postgres?", f"/{name}?")


@pytest.fixture
def open_it(database_url: str, tmp_path: Path) -> Iterator[OpenStorage]:
    """Opens the database, as often as wanted; each is a process of its own for all it knows."""
    opened: list[Storage] = []

    def open_one() -> Storage:
        keys = tmp_path / "keys"
        opened.append(open_storage(database_url, municipality="m", keys_folder=keys, wait_seconds=0.3))
        return opened[-1]

    yield open_one
    for storage in opened:
        storage.close()


@pytest.fixture
def storage(open_it: OpenStorage) -> Storage:
    """A database with its tables."""
    storage = open_it()
    storage.migrate()
    return storage


@pytest.fixture
def sqlite_storage(tmp_path: Path) -> Iterator[Storage]:
    """A SQLite file with its tables."""
    url = f"sqlite:///{tmp_path / 'rytme.db'}"
    storage = open_storage(url, municipality="m", keys_folder=tmp_path / "keys", wait_seconds=0.3)
    storage.migrate()
    yield storage
    storage.close()
