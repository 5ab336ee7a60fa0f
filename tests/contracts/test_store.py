"""The contract of `Store`, for each kind of record."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from assistant.domain.care_unit import CareUnit
from assistant.services.ports import OpenWork, UnitOfWork
from assistant.services.record_types import Record, RecordType, key_of, store_of, type_of
from tests.contracts.conftest import Home
from tests.records_of_a_home import ANNA, BATH, DAY, DONE, JENS, MORNING, NOTE, SOLSIDEN

ONE_OF_EACH: list[Record] = [SOLSIDEN, ANNA, JENS, BATH, MORNING, NOTE, DONE]
CHANGES: dict[RecordType, dict[str, Any]] = {
    RecordType.CARE_UNIT: {"name": "Solsiden øst"},
    RecordType.STAFF: {"care_units": ("u-2",)},
    RecordType.CITIZEN: {"alerts": ("CAVE: kodein",), "cpr": None},
    RecordType.GUIDANCE: {"valid_to": DAY},
    RecordType.PLANNED_HELP: {"remark": None, "valid_from": DAY},
    RecordType.NOTE: {"measurements": (), "at": NOTE.at + timedelta(microseconds=1)},
    RecordType.COMPLETION: {"reason": "Sov længe"},
}
each_record = pytest.mark.parametrize("record", ONE_OF_EACH, ids=lambda record: type_of(record).value)


def store(work: UnitOfWork, record: Record) -> Any:
    return store_of(work, type_of(record))


@each_record
def test_what_is_put_and_committed_is_found_as_it_was(furnished: OpenWork, record: Record) -> None:
    with furnished() as work:
        assert store(work, record).find([key_of(record)]) == {key_of(record): record}


@each_record
def test_a_unit_of_work_finds_what_it_put_itself(furnished: OpenWork, record: Record) -> None:
    changed = replace(record, **CHANGES[type_of(record)])
    with furnished() as work:
        store(work, record).put([changed])
        assert store(work, record).find([key_of(record)]) == {key_of(record): changed}


@each_record
def test_what_is_not_committed_is_dropped(furnished: OpenWork, record: Record) -> None:
    with furnished() as work:
        store(work, record).put([replace(record, **CHANGES[type_of(record)])])
    with furnished() as work:
        assert store(work, record).find([key_of(record)]) == {key_of(record): record}


@each_record
def test_a_record_takes_the_place_of_the_one_with_its_key(furnished: OpenWork, record: Record) -> None:
    changed = replace(record, **CHANGES[type_of(record)])
    with furnished() as work:
        before = len(list(store(work, record).everything()))
        store(work, record).put([changed])
        work.commit()
    with furnished() as work:
        assert store(work, record).find([key_of(record)]) == {key_of(record): changed}
        assert len(list(store(work, record).everything())) == before


@each_record
def test_keys_that_are_not_stored_are_left_out(open_work: OpenWork, record: Record) -> None:
    with open_work() as work:
        assert store(work, record).find([key_of(record)]) == {}
        assert store(work, record).find([]) == {}


@each_record
def test_everything_is_sorted_by_key(furnished: OpenWork, record: Record) -> None:
    with furnished() as work:
        keys = [key_of(each) for each in store(work, record).everything()]
    assert keys == sorted(keys)
    assert key_of(record) in keys


@each_record
def test_another_municipality_sees_nothing_of_it(home: Home, furnished: OpenWork, record: Record) -> None:
    with home.neighbour() as work:
        assert store(work, record).find([key_of(record)]) == {}
        assert list(store(work, record).everything()) == []


def test_keys_sort_by_code_points_on_every_database(open_work: OpenWork) -> None:
    ids = ["z", "Z", "ø", "a-1", "a1", "A", "å", "10", "9", "𝄞", "ﬀ"]
    with open_work() as work:
        work.care_units.put([CareUnit(each, each) for each in ids])
        work.commit()
    with open_work() as work:
        assert [each.id for each in work.care_units.everything()] == sorted(ids)


def test_everything_goes_on_where_a_chunk_ends(open_work: OpenWork) -> None:
    ids = [f"{number:04d}" for number in range(1203)]
    with open_work() as work:
        work.care_units.put([CareUnit(each, each) for each in reversed(ids)])
        work.commit()
    with open_work() as work:
        assert [each.id for each in work.care_units.everything()] == ids
        assert len(work.care_units.find(ids)) == 1203


def test_everything_goes_on_within_a_key_of_two_parts(furnished: OpenWork) -> None:
    days = [date(2020, 1, 1) + timedelta(days=number) for number in range(1003)]
    with furnished() as work:
        work.completions.put([replace(DONE, date=day) for day in days])
        work.commit()
    with furnished() as work:
        assert [each.date for each in work.completions.everything()] == [*days, DAY]


def test_the_last_of_two_records_with_one_key_is_stored(open_work: OpenWork) -> None:
    with open_work() as work:
        work.care_units.put([CareUnit("u", "før"), CareUnit("u", "efter")])
        assert work.care_units.find(["u"])["u"].name == "efter"


def test_the_contract_names_a_change_for_every_type() -> None:
    assert set(CHANGES) == set(RecordType) == {type_of(each) for each in ONE_OF_EACH}
