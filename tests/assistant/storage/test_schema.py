"""The tables are made and kept up to date from code, by several processes at once."""

import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from assistant.services.ports import StorageFailed
from assistant.storage import Storage, schema
from assistant.storage.classification import COLUMNS, Sensitivity
from assistant.storage.tables import METADATA
from tests.assistant.storage.conftest import OpenStorage
from tests.records_of_a_home import put_home

MIGRATE = """
import sys
from pathlib import Path
from assistant.storage import open_storage
open_storage(sys.argv[1], municipality="m", keys_folder=Path("keys")).migrate()
"""


def test_every_stored_column_is_classified() -> None:
    stored = {table.name: {column.name for column in table.columns} for table in METADATA.tables.values()}
    assert {name: set(columns) for name, columns in COLUMNS.items()} == stored


def test_what_names_a_citizen_is_personal() -> None:
    personal = {
        "citizen.name",
        "citizen.cpr_sealed",
        "note.text",
        "planned_help.remark",
        "conversation.state",
    }
    for each in personal:
        table, column = each.split(".")
        assert COLUMNS[table][column] is Sensitivity.PERSONAL


def test_every_row_knows_its_municipality() -> None:
    for table in METADATA.tables.values():
        assert "municipality" in table.primary_key.columns, table.name


def test_the_code_knows_every_migration() -> None:
    scripts = ScriptDirectory(str(Path(schema.__file__).with_name("migrations")))
    assert tuple(each.revision for each in reversed(list(scripts.walk_revisions()))) == schema.REVISIONS


def test_the_migrations_make_the_tables_of_the_code(storage: Storage) -> None:
    with storage.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_migrating_again_changes_nothing(storage: Storage) -> None:
    with storage.open_work() as work:
        put_home(work)
        work.commit()
    storage.migrate()
    storage.probe()
    with storage.open_work() as work:
        assert len(list(work.citizens.everything())) == 2


def test_processes_that_start_at_once_all_find_the_tables(database_url: str, open_it: OpenStorage) -> None:
    command = [sys.executable, "-c", MIGRATE, database_url]
    processes = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(4)]
    errors = [process.communicate(timeout=60)[1] for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0, 0], errors
    open_it().probe()


def test_a_migration_that_fails_half_way_leaves_nothing(
    open_it: OpenStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    upgrade = schema._upgrade

    def fail_afterwards(connection: object) -> None:
        upgrade(connection)  # type: ignore[arg-type]
        raise RuntimeError("power cut")

    storage = open_it()
    with monkeypatch.context() as patched:
        patched.setattr(schema, "_upgrade", fail_afterwards)
        with pytest.raises(RuntimeError, match="power cut"):
            storage.migrate()
    with pytest.raises(StorageFailed):
        storage.probe()
    storage.migrate()
    storage.probe()


def test_tables_of_a_newer_rytme_are_left_alone(storage: Storage) -> None:
    with storage.engine.connect() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    for use in (storage.migrate, storage.probe):
        with pytest.raises(StorageFailed, match="newer Rytme") as failed:
            use()
        assert failed.value.reason == "outdated"


def test_missing_tables_are_told_as_such(open_it: OpenStorage, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    storage = open_it()
    with pytest.raises(StorageFailed) as probed:
        storage.probe()
    with storage.open_work() as work, pytest.raises(StorageFailed) as read:
        work.citizens.find(["b-1"])
    assert probed.value.reason == read.value.reason == "outdated"
