"""A process that is killed while it imports leaves nothing half-written, and holds nobody up."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.domain.care_unit import CareUnit
from assistant.storage import Storage
from tests.assistant.storage.conftest import OpenStorage

IMPORT = """
import io, json, sys
from pathlib import Path
from assistant.records.reader import read_lines
from assistant.services.records import import_records
from assistant.storage import open_storage

def stop_half_way(what, count):
    if what == "stored" and count > 3000:
        print("half way", flush=True)
        sys.stdin.read()

lines = [{"type": "care_unit", "id": "u", "name": "U"}]
lines += [{"type": "citizen", "id": f"b-{n}", "name": "x" * 500, "care_unit": "u"} for n in range(9000)]
content = "\\n".join(json.dumps(each) for each in lines).encode()
storage = open_storage(sys.argv[1], municipality="m", keys_folder=Path(sys.argv[2]))
import_records(storage.open_work, read_lines(io.BytesIO(content)), progress=stop_half_way)
"""


@pytest.fixture
def importing(storage: Storage, database_url: str, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that has stored thousands of records, and has not committed them."""
    command = [sys.executable, "-c", IMPORT, database_url, str(tmp_path / "keys")]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "half way\n", process.communicate()[1]
    yield process
    process.kill()
    process.communicate()


def test_reading_goes_on_while_another_process_imports(
    importing: subprocess.Popen[str], storage: Storage
) -> None:
    storage.probe()
    with storage.open_work() as work:
        assert list(work.citizens.everything()) == []


def test_nothing_of_a_killed_import_is_kept(importing: subprocess.Popen[str], open_it: OpenStorage) -> None:
    importing.kill()
    importing.wait(30)
    storage = open_it()
    storage.migrate()
    with storage.open_work() as work:
        assert list(work.citizens.everything()) == []
        assert list(work.care_units.everything()) == []
        work.care_units.put([CareUnit("u-1", "Ny")])
        work.commit()
    with storage.open_work() as work:
        assert list(work.care_units.find(["u-1"])) == ["u-1"]


def test_an_import_that_is_let_go_on_keeps_everything(
    importing: subprocess.Popen[str], storage: Storage
) -> None:
    _, errors = importing.communicate(timeout=60)
    assert importing.returncode == 0, errors
    with storage.open_work() as work:
        assert sum(1 for _ in work.citizens.everything()) == 9000
