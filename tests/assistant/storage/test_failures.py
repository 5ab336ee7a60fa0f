"""A database that is locked, full, read-only, gone or damaged says so in one sentence, and keeps nothing."""

import os
import sqlite3
import stat
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import create_engine, event, text
from sqlalchemy.exc import IntegrityError

from assistant.domain.care_unit import CareUnit
from assistant.domain.citizen import Citizen
from assistant.services.ports import StorageFailed
from assistant.storage import Storage, open_storage
from tests.records_of_a_home import OLE, SOLSIDEN, put_home


def put_unit(storage: Storage, name: str = "Ny") -> None:
    with storage.open_work() as work:
        work.care_units.put([CareUnit("u-9", name)])
        work.commit()


def units(storage: Storage) -> list[str]:
    with storage.open_work() as work:
        return [each.id for each in work.care_units.everything()]


@contextmanager
def as_ordinary_user() -> Iterator[None]:
    """The super-user may write everything, so the test steps down for a moment."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_lock_of_another_writer_is_waited_for_and_then_told(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / "rytme.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageFailed, match=r"locked.*try again") as failed:
            put_unit(sqlite_storage)
        assert failed.value.reason == "locked"
        assert units(sqlite_storage) == []
        other.execute("ROLLBACK")
    put_unit(sqlite_storage)
    assert units(sqlite_storage) == ["u-9"]


def test_a_writer_waits_for_another_that_is_done_in_time(sqlite_storage: Storage, tmp_path: Path) -> None:
    patient = open_storage(
        f"sqlite:///{tmp_path / 'rytme.db'}", municipality="m", keys_folder=tmp_path, wait_seconds=20
    )
    holding, waiting = threading.Event(), threading.Event()

    def hold() -> None:
        with sqlite_storage.open_work() as work:
            work.care_units.put([SOLSIDEN])
            holding.set()
            waiting.wait(10)
            work.commit()

    holder = threading.Thread(target=hold)
    holder.start()
    assert holding.wait(10)
    with patient.open_work() as work:
        # It has read what was before; to write, it must see what the other one keeps.
        assert work.care_units.find(["u-1"]) == {}
        waiting.set()
        work.care_units.put([CareUnit("u-9", "Ny")])
        assert set(work.care_units.find(["u-1", "u-9"])) == {"u-1", "u-9"}
        work.commit()
    holder.join(10)
    patient.close()
    assert units(sqlite_storage) == ["u-1", "u-9"]


def test_eight_threads_that_read_and_then_write_all_succeed(tmp_path: Path) -> None:
    storage = open_storage(f"sqlite:///{tmp_path / 'rytme.db'}", municipality="m", keys_folder=tmp_path)
    storage.migrate()
    failures: list[BaseException] = []

    def work_on(thread: int) -> None:
        try:
            for number in range(10):
                with storage.open_work() as work:
                    work.care_units.find(["u"])
                    work.care_units.put([CareUnit(f"u-{thread}-{number}", "x")])
                    work.commit()
        except StorageFailed as error:
            failures.append(error)

    threads = [threading.Thread(target=work_on, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert failures == []
    assert len(units(storage)) == 80
    storage.close()


def test_a_full_disk_is_told_and_nothing_is_kept(sqlite_storage: Storage) -> None:
    put_unit(sqlite_storage)
    sqlite_storage.engine.dispose()

    @event.listens_for(sqlite_storage.engine, "connect")
    def _allow_few_pages(connection: sqlite3.Connection, _record: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 5}")

    with (
        pytest.raises(StorageFailed, match=r"full.*free some space") as failed,
        sqlite_storage.open_work() as work,
    ):
        work.citizens.put(Citizen(f"b-{number}", "x" * 500, "u-9") for number in range(1000))
        work.commit()
    assert failed.value.reason == "full"
    with sqlite_storage.open_work() as work:
        assert list(work.citizens.everything()) == []


def test_a_database_that_may_only_be_read_is_told_and_still_read() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        storage = open_storage(f"sqlite:///{folder / 'rytme.db'}", municipality="m", keys_folder=folder)
        storage.migrate()
        put_unit(storage)
        storage.close()
        folder.chmod(0o777)
        (folder / "rytme.db").chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
        with as_ordinary_user():
            assert units(storage) == ["u-9"]
            with pytest.raises(StorageFailed, match="may only be read") as failed:
                put_unit(storage, "Andet")
            storage.close()
    assert failed.value.reason == "read_only"


def test_a_folder_that_may_not_be_entered_is_told() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "locked"
        folder.mkdir(mode=0o700)
        storage = open_storage(f"sqlite:///{folder / 'x' / 'rytme.db'}", municipality="m", keys_folder=folder)
        folder.chmod(0)
        with as_ordinary_user(), pytest.raises(StorageFailed) as failed:
            storage.migrate()
        folder.chmod(0o700)
    assert failed.value.reason == "unreachable"


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "rytme.db").write_bytes(b"This is a shopping list, not a database. " * 200)
    storage = open_storage(f"sqlite:///{tmp_path / 'rytme.db'}", municipality="m", keys_folder=tmp_path)
    for use in (storage.migrate, storage.probe):
        with pytest.raises(StorageFailed, match="check the setting RYTME_DATABASE_URL") as failed:
            use()
        assert failed.value.reason == "unreachable"


@pytest.mark.parametrize(
    "url", ["postgresql://nobody@127.0.0.1:9/rytme", "postgresql://nobody@/x?host=/nowhere"]
)
def test_a_server_that_does_not_answer_is_told(url: str, tmp_path: Path) -> None:
    storage = open_storage(url, municipality="m", keys_folder=tmp_path)
    for use in (storage.migrate, storage.probe, lambda: units(storage)):
        with pytest.raises(StorageFailed, match="cannot be reached") as failed:
            use()
        assert failed.value.reason == "unreachable"


def test_an_error_never_holds_a_value(storage: Storage) -> None:
    with storage.open_work() as work:
        put_home(work)
        work.commit()
    with pytest.raises(IntegrityError) as failed, storage.open_work() as work:
        work.citizens.put([Citizen("b-7", "Hemmelig Person", "no-such-unit", address="Hemmelig Vej 1")])
        work.commit()
    assert "Hemmelig" not in str(failed.value)
    with storage.open_work() as work:
        assert work.citizens.find(["b-7"]) == {}


@pytest.mark.postgres
def test_a_lock_in_postgresql_is_waited_for_and_then_told(postgres_url: str, tmp_path: Path) -> None:
    storage = open_storage(postgres_url, municipality="locks", keys_folder=tmp_path, wait_seconds=0.2)
    storage.migrate()
    engine = create_engine(postgres_url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.connect() as other:
        other.execute(text("LOCK TABLE care_unit IN ACCESS EXCLUSIVE MODE"))
        with pytest.raises(StorageFailed) as failed:
            put_unit(storage)
    assert failed.value.reason == "locked"
    engine.dispose()
    storage.close()


@pytest.mark.postgres
def test_a_postgresql_that_may_only_be_read_is_told(postgres_url: str, tmp_path: Path) -> None:
    engine = create_engine(
        postgres_url.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT"
    )
    with engine.connect() as connection:
        connection.execute(text("CREATE DATABASE read_only"))
        url = postgres_url.replace("/postgres?", "/read_only?")
        open_storage(url, municipality="m", keys_folder=tmp_path).migrate()
        connection.execute(text("ALTER DATABASE read_only SET default_transaction_read_only = on"))
    engine.dispose()
    storage = open_storage(url, municipality="m", keys_folder=tmp_path)
    with pytest.raises(StorageFailed) as failed, storage.open_work() as work:
        work.citizens.put([OLE])
    assert failed.value.reason == "read_only"
    storage.close()


@pytest.mark.postgres
def test_connections_that_the_server_has_closed_are_replaced(postgres_url: str, tmp_path: Path) -> None:
    storage = open_storage(postgres_url, municipality="closed", keys_folder=tmp_path)
    storage.migrate()
    put_unit(storage)
    engine = create_engine(postgres_url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.connect() as other:
        other.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE pid <> pg_backend_pid() AND datname = 'postgres'"
            )
        )
    engine.dispose()
    assert units(storage) == ["u-9"]
    storage.close()
