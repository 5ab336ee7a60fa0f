"""What comes out is one form only, and it goes in again as the same."""

import json
from dataclasses import replace
from datetime import datetime, time

import pytest

from assistant.domain.care_unit import ShiftHours
from assistant.domain.wall_clock import COPENHAGEN
from assistant.records.writer import write_line, write_lines
from assistant.services.record_export import NothingToExport, export_citizen, export_records
from assistant.services.record_types import Record
from knowledge.guidance import Status
from tests.assistant.records.conftest import import_file
from tests.fakes import InMemory
from tests.records_of_a_home import (
    ANNA,
    BATH,
    DONE,
    FALL,
    JENS,
    MORNING,
    NIGHT,
    NOTE,
    OLE,
    SOLSIDEN,
    put_home,
)


@pytest.fixture
def full(home: InMemory) -> InMemory:
    with home.open_work() as work:
        put_home(work)
        work.commit()
    return home


@pytest.mark.parametrize(
    ("record", "line"),
    [
        (SOLSIDEN, '{"type": "care_unit", "id": "u-1", "name": "Solsiden"}'),
        (
            replace(SOLSIDEN, shifts=ShiftHours(night=(time(22, 45), time(7)))),
            '{"type": "care_unit", "id": "u-1", "name": "Solsiden", "shifts": {"day": ["07:00", "15:00"], '
            '"evening": ["15:00", "23:00"], "night": ["22:45", "07:00"]}}',
        ),
        (
            ANNA,
            '{"type": "staff", "id": "anna", "name": "Anna Riis", "role": "care_helper", '
            '"care_units": ["u-1"]}',
        ),
        (
            JENS,
            '{"type": "citizen", "id": "b-1", "name": "Jens Holm", "preferred_name": "Basse", '
            '"cpr": "0605389876", '
            '"birth_date": "1938-05-06", "address": "Åkandevej 2", "care_unit": "u-1", '
            '"alerts": ["CAVE: penicillin", "Faldrisiko"]}',
        ),
        (OLE, '{"type": "citizen", "id": "b-2", "name": "Ole Bruun", "care_unit": "u-2"}'),
        (
            replace(BATH, revision=2, status=Status.RETIRED),
            '{"type": "guidance", "id": "h-1", "kind": "handleanvisning", "citizen": "b-1", "title": "Bad", '
            '"text": "1. Varm badeværelset op.", "status": "retired", "revision": 2, '
            '"valid_from": "2026-11-23"}',
        ),
        (
            FALL,
            '{"type": "guidance", "id": "i-1", "kind": "instruks", "citizen": null, "title": "Fald", '
            '"text": "1. Bliv hos borgeren."}',
        ),
        (
            MORNING,
            '{"type": "planned_help", "id": "d-1", "citizen": "b-1", "title": "Morgenpleje", '
            '"start": "08:00", '
            '"end": "08:30", "guidance": ["h-1", "i-1"], "remark": "Husk stokken"}',
        ),
        (
            NOTE,
            '{"type": "note", "id": "n-1", "citizen": "b-1", "author": "karin", '
            '"at": "2026-11-23T10:00:00+01:00", '
            '"text": "Vægt 78,2 kg. Blodtryk 138/76.", "conditions": [{"key": "I4.4", "status": "present", '
            '"text": "Vægt", "span": [0, 4]}], "measurements": [{"kind": "weight", "value": 78.2, '
            '"unit": "kg", '
            '"span": [5, 9]}, {"kind": "blood_pressure", "systolic": 138, "diastolic": 76, '
            '"unit": "mm[Hg]"}], '
            '"follow_ups": [{"text": "Vejes igen", "due": "2026-11-30", "for": "nurse"}]}',
        ),
        (
            DONE,
            '{"type": "completion", "planned_help": "d-1", "date": "2026-11-23", "by": "anna", '
            '"at": "2026-11-23T09:40:00+01:00", "outcome": "as_planned"}',
        ),
    ],
)  # fmt: skip
def test_a_record_is_written_in_one_way(record: Record, line: str) -> None:
    assert write_line(record) == line.encode() + b"\n"


def test_a_value_of_nought_is_written() -> None:
    note = replace(NOTE, measurements=(replace(NOTE.measurements[0], value=0),))
    assert json.loads(write_line(note))["measurements"][0]["value"] == 0


def test_the_two_hours_that_october_shows_twice_are_written_apart() -> None:
    summer = datetime(2026, 10, 25, 2, 30, tzinfo=COPENHAGEN)
    times = [json.loads(write_line(replace(DONE, at=summer.replace(fold=fold))))["at"] for fold in (0, 1)]
    assert times == ["2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00"]


def test_types_come_in_the_order_of_the_contract_and_keys_sorted(full: InMemory) -> None:
    lines = [json.loads(line) for line in write_lines(export_records(full.open_work))]
    assert [(line["type"], line.get("id")) for line in lines] == [
        ("care_unit", "u-1"), ("care_unit", "u-2"), ("staff", "anna"), ("staff", "karin"), ("citizen", "b-1"),
        ("citizen", "b-2"), ("guidance", "h-1"), ("guidance", "i-1"), ("planned_help", "d-1"),
        ("planned_help", "d-2"), ("note", "n-1"), ("completion", None),
    ]  # fmt: skip


def test_one_citizen_comes_with_all_that_is_theirs_and_nothing_of_another(full: InMemory) -> None:
    lines = [json.loads(line) for line in write_lines(export_citizen(full.open_work, "b-1"))]
    assert [(line["type"], line.get("id")) for line in lines] == [
        ("care_unit", "u-1"), ("care_unit", "u-2"), ("staff", "anna"), ("staff", "karin"), ("citizen", "b-1"),
        ("guidance", "h-1"), ("guidance", "i-1"), ("planned_help", "d-1"), ("note", "n-1"),
        ("completion", None),
    ]  # fmt: skip


@pytest.mark.parametrize("citizen", ["b-1", "b-2"])
def test_one_citizen_can_be_imported_into_an_empty_home(full: InMemory, citizen: str) -> None:
    content = b"".join(write_lines(export_citizen(full.open_work, citizen)))
    other = InMemory()
    import_file(other, content)
    assert b"".join(write_lines(export_records(other.open_work))) == content


def test_a_citizen_that_is_not_there_is_told(full: InMemory) -> None:
    with pytest.raises(NothingToExport, match="no citizen with the id 'b-9'"):
        list(export_citizen(full.open_work, "b-9"))


def test_an_empty_home_is_an_empty_file(home: InMemory) -> None:
    assert list(export_records(home.open_work)) == []


def test_a_citizens_notes_of_all_times_come_out(full: InMemory) -> None:
    with full.open_work() as work:
        work.notes.put([replace(NOTE, id="n-0", at=datetime(1950, 1, 1, 12, tzinfo=COPENHAGEN))])
        work.plans.put([NIGHT])
        work.commit()
    assert sum(b'"note"' in line for line in write_lines(export_citizen(full.open_work, "b-1"))) == 2
