"""For any home, export → import → export is the same bytes; for any bytes, an import refuses politely."""

import io
import json
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.records.reader import read_lines
from assistant.records.writer import write_lines
from assistant.services.ports import OpenWork
from assistant.services.record_export import export_citizen, export_records
from assistant.services.record_types import Record
from assistant.services.records import ImportRefused, import_records
from assistant.storage import Storage, open_storage
from tests.assistant.records.conftest import CITIZEN, GUIDANCE, LINE, NOTE, STAFF, UNIT, as_file, import_file
from tests.assistant.records.strategies import homes
from tests.fakes import InMemory

_NUMBERS = count()
VALID = as_file(UNIT, STAFF, CITIZEN, GUIDANCE, LINE, NOTE)
slow = settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One database; each example has a municipality of its own in it."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path_factory.mktemp('properties') / 'rytme.db'}"
    else:
        url = request.getfixturevalue("postgres_url")
    open_storage(url, municipality="", keys_folder=Path()).migrate()
    yield url


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("keys")


def new_home(url: str, keys: Path) -> Storage:
    return open_storage(url, municipality=f"property-{next(_NUMBERS)}", keys_folder=keys)


def export(open_work: OpenWork) -> bytes:
    return b"".join(write_lines(export_records(open_work)))


def bring_in(open_work: OpenWork, content: bytes) -> tuple[int, int]:
    """Import it, and tell how many records were new or changed and how many were not."""
    summary = import_records(open_work, read_lines(io.BytesIO(content)))
    counts = summary.counts.values()
    return sum(each.new + each.changed for each in counts), sum(each.unchanged for each in counts)


@slow
@given(records=homes())
def test_export_import_export_is_the_same_bytes(database_url: str, keys: Path, records: list[Record]) -> None:
    first, second = new_home(database_url, keys), new_home(database_url, keys)
    try:
        assert bring_in(first.open_work, b"".join(write_lines(records))) == (len(records), 0)
        exported = export(first.open_work)
        assert bring_in(second.open_work, exported) == (len(records), 0)
        assert export(second.open_work) == exported
        assert bring_in(second.open_work, exported) == (0, len(records))
        assert sorted(exported.splitlines()) == sorted(line.strip() for line in write_lines(records))
    finally:
        first.close()
        second.close()


@slow
@given(records=homes())
def test_each_citizen_alone_can_be_imported_into_an_empty_home(records: list[Record]) -> None:
    full = InMemory()
    bring_in(full.open_work, b"".join(write_lines(records)))
    with full.open_work() as work:
        citizens = [each.id for each in work.citizens.everything()]
    for citizen in citizens:
        content = b"".join(write_lines(export_citizen(full.open_work, citizen)))
        other = InMemory()
        bring_in(other.open_work, content)
        assert export(other.open_work) == content


def refuses_or_does(content: bytes) -> None:
    home = InMemory()
    try:
        import_file(home, content)
    except ImportRefused as refused:
        assert refused.problems
        assert all(problem.sentence.startswith("found ") for problem in refused.problems), refused
        assert str(refused).isprintable() or "\n" in str(refused)
        with home.open_work() as work:
            assert list(work.care_units.everything()) == []


@slow
@given(st.binary(max_size=300))
def test_any_bytes_are_refused_or_imported(content: bytes) -> None:
    refuses_or_does(content)


@settings(slow, max_examples=300)
@given(st.integers(0, len(VALID) - 1), st.binary(max_size=4), st.integers(0, 6))
def test_a_valid_file_with_other_bytes_is_refused_or_imported(place: int, new: bytes, gone: int) -> None:
    refuses_or_does(VALID[:place] + new + VALID[place + gone :])


@settings(slow, max_examples=300)
@given(st.sampled_from([UNIT, STAFF, CITIZEN, GUIDANCE, LINE, NOTE]), st.data())
def test_any_value_in_a_field_is_refused_or_imported(record: dict[str, object], data: st.DataObject) -> None:
    others = ["shifts", "alerts", "recurrence", "measurements", "conditions", "cpr", "guidance", "revision"]
    name = data.draw(st.sampled_from([*record, *others]) | st.text(max_size=5))
    line = json.dumps({**record, name: data.draw(json_values)}).encode()
    refuses_or_does(b"\n".join([*VALID.splitlines(), line]))
    refuses_or_does(line)


@settings(slow, max_examples=200)
@given(st.sampled_from(["conditions", "measurements", "follow_ups"]), st.data())
def test_a_note_with_any_parts_is_refused_or_imported(name: str, data: st.DataObject) -> None:
    fields = ["kind", "value", "unit", "key", "status", "text", "span", "for", "due", "systolic", "time"]
    words = json_values | st.sampled_from(["weight", "kg", "present", "blood_pressure", [0, 2], 3])
    parts = st.lists(st.dictionaries(st.sampled_from(fields), words, max_size=4), max_size=2)
    line = {**NOTE, name: data.draw(parts)}
    refuses_or_does(as_file(UNIT, STAFF, CITIZEN, line))
