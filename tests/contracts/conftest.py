"""The implementations of the ports, each as a fixture that every suite here runs on."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

from assistant.services.ports import OpenWork
from assistant.storage import Storage, open_storage
from tests.fakes import InMemory
from tests.records_of_a_home import put_home

_NUMBERS = count()


@dataclass(frozen=True)
class Home:
    """The records of one municipality, and those of its neighbour in the same database."""

    open_work: OpenWork
    neighbour: OpenWork


@pytest.fixture(scope="session")
def sqlite_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A SQLite file with the tables in it."""
    url = f"sqlite:///{tmp_path_factory.mktemp('contracts') / 'rytme.db'}"
    open_storage(url, municipality="", keys_folder=Path()).migrate()
    return url


@pytest.fixture(scope="session")
def migrated_postgres_url(postgres_url: str) -> str:
    """A PostgreSQL database with the tables in it."""
    open_storage(postgres_url, municipality="", keys_folder=Path()).migrate()
    return postgres_url


@pytest.fixture(params=["memory", "sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Home]:
    """An empty home: in memory, in SQLite and in PostgreSQL."""
    if request.param == "memory":
        yield Home(InMemory().open_work, InMemory().open_work)
        return
    url = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "migrated_postgres_url")
    storages = [_municipality(url, tmp_path) for _ in range(2)]
    yield Home(storages[0].open_work, storages[1].open_work)
    for storage in storages:
        storage.close()


@pytest.fixture
def open_work(home: Home) -> OpenWork:
    """Opens an empty home."""
    return home.open_work


@pytest.fixture
def furnished(home: Home) -> OpenWork:
    """Opens a home that holds the records of `records_of_a_home`."""
    with home.open_work() as work:
        put_home(work)
        work.commit()
    return home.open_work


def _municipality(url: str, folder: Path) -> Storage:
    number = next(_NUMBERS)
    return open_storage(url, municipality=f"kommune-{number}", keys_folder=folder / f"keys-{number}")
