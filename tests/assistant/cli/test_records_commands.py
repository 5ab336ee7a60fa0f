"""`rytme import` and `rytme export` as a terminal meets them."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

import assistant.cli.records
from assistant.cli.program import run
from assistant.services.ports import OpenWork, StorageFailed
from tests.fakes import InMemory

UNIT = '{"type": "care_unit", "id": "u-1", "name": "Solsiden Ø"}\n'
CITIZEN = '{"type": "citizen", "id": "b-1", "name": "Jens Holm", "care_unit": "u-1"}\n'


@dataclass
class FakeApplication:
    """As much of the application as these commands use."""

    open_work: OpenWork


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch) -> InMemory:
    home = InMemory()
    monkeypatch.setattr(assistant.cli.records, "application", lambda: FakeApplication(home.open_work))
    return home


def write(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text, "utf-8")
    return str(folder / name)


def test_an_import_says_what_it_did(
    home: InMemory, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write(tmp_path, "to.ndjson", UNIT + CITIZEN)
    assert run(["import", file, file]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines() == [
        f"{file}: imported: 1 care unit (1 new), 1 citizen (1 new)",
        f"{file}: imported: 1 care unit (1 unchanged), 1 citizen (1 unchanged)",
    ]
    assert said.err == ""


def test_an_empty_file_is_told_as_empty(
    home: InMemory, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["import", write(tmp_path, "tom.ndjson", "")]) == 0
    assert "the file holds no records" in capsys.readouterr().out


def test_a_wrong_file_ends_with_1_and_names_each_line(
    home: InMemory, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, wrong = (
        write(tmp_path, "a.ndjson", UNIT),
        write(tmp_path, "b.ndjson", CITIZEN + "{\n" + '{"type": 7}'),
    )
    assert run(["import", good, wrong, good]) == 1
    said = capsys.readouterr()
    assert said.out.count("imported") == 1
    lines = said.err.splitlines()
    assert lines[0] == f"Error: {wrong} was not imported, nothing was changed:"
    assert [line.split(":")[0].split(",")[0] for line in lines[1:]] == ["line 2", "line 3"]


@pytest.mark.parametrize("name", ["ingen.ndjson", "."])
def test_a_file_that_cannot_be_read_ends_with_1(
    home: InMemory, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert run(["import", str(tmp_path / name)]) == 1
    assert "cannot be read" in capsys.readouterr().err


def test_a_database_that_fails_ends_with_1_and_its_sentence(
    home: InMemory, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home.failure = StorageFailed("the disk is full", reason="full")
    assert run(["import", write(tmp_path, "a.ndjson", UNIT)]) == 1
    assert run(["export"]) == 1
    assert capsys.readouterr().err == "Error: the disk is full\n" * 2


def test_without_a_file_the_usage_is_wrong(home: InMemory) -> None:
    assert run(["import"]) == 2
    assert run(["export", "--format", "csv"]) == 2


def test_what_was_imported_is_exported_as_bytes(
    home: InMemory, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    run(["import", write(tmp_path, "a.ndjson", CITIZEN + UNIT)])
    capsysbinary.readouterr()
    assert run(["export", "--format", "ndjson"]) == 0
    assert capsysbinary.readouterr().out == (UNIT + CITIZEN).encode()


def test_one_citizen_is_exported_alone(
    home: InMemory, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    other = json.dumps({**json.loads(CITIZEN), "id": "b-2"})
    run(["import", write(tmp_path, "a.ndjson", UNIT + CITIZEN + other)])
    capsysbinary.readouterr()
    assert run(["export", "--citizen", "b-1"]) == 0
    assert capsysbinary.readouterr().out == (UNIT + CITIZEN).encode()
    assert run(["export", "--citizen", "b-9"]) == 1
    assert b"found no citizen with the id 'b-9'" in capsysbinary.readouterr().err


def test_export_to_fhir_says_that_it_is_not_there_yet(
    home: InMemory, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", "--format", "fhir"]) == 1
    assert "not built yet; use --format ndjson" in capsys.readouterr().err
