"""The large made-up district: the same each time, varied, and good enough to be imported."""

import io
import json
from collections import Counter
from typing import Any

import pytest

from assistant.bench.district import SEES_ALL, LargeDistrict, can_mean
from assistant.records.reader import read_lines
from assistant.services.records import import_records
from tests.fakes import InMemory


def records(district: LargeDistrict) -> list[dict[str, Any]]:
    return [json.loads(line) for line in district.lines()]


def test_the_same_seed_gives_the_same_lines() -> None:
    assert list(LargeDistrict(50).lines()) == list(LargeDistrict(50).lines())
    assert list(LargeDistrict(50).lines()) != list(LargeDistrict(50, seed=1).lines())


def test_each_citizen_has_ten_plan_lines_and_two_handleanvisninger() -> None:
    counts = Counter(each["type"] for each in records(LargeDistrict(120)))

    assert counts["citizen"] == 120
    assert counts["planned_help"] == 1200
    assert counts["guidance"] == 240
    assert counts["care_unit"] == 3


def test_names_vary() -> None:
    names = Counter(each["name"] for each in records(LargeDistrict(2000)) if each["type"] == "citizen")

    assert len(names) > 1500


def test_nobody_can_be_meant_by_a_name_that_is_taken() -> None:
    first = next(each["name"] for each in records(LargeDistrict(5)) if each["type"] == "citizen")

    found = records(LargeDistrict(3000, taken=frozenset({first})))

    names = [set(each["name"].split()) for each in found if each["type"] == "citizen"]
    assert not any(set(first.split()) <= name for name in names)


@pytest.mark.parametrize(
    ("said", "name", "meant"),
    [
        ("Jens Holm", "Jens Holm", True),
        ("Aage Friis", "Åge Bæk Friis", True),
        ("Jens Holm", "Jens Holmgaard", False),
        ("Jens Bæk Holm", "Jens Holm", False),
    ],
)
def test_a_name_can_mean_whoever_bears_all_its_words(said: str, name: str, meant: bool) -> None:
    assert can_mean(said, name) is meant


def test_one_member_of_staff_sees_the_citizens_of_every_unit() -> None:
    found = records(LargeDistrict(90, demo_units=("nordbyen",)))

    units = {each["id"] for each in found if each["type"] == "care_unit"}
    everyone = next(each for each in found if each["id"] == SEES_ALL)
    assert set(everyone["care_units"]) == units | {"nordbyen"}


def test_what_a_record_names_stands_before_it() -> None:
    seen: set[str] = set()
    for each in records(LargeDistrict(60)):
        named = [each.get("citizen"), each.get("care_unit"), *each.get("guidance", [])]
        assert {name for name in named if name} <= seen
        seen.add(each["id"])


def test_it_can_be_imported() -> None:
    home = InMemory()
    lines = "\n".join(LargeDistrict(80).lines()).encode()

    import_records(home.open_work, read_lines(io.BytesIO(lines)))

    with home.open_work() as work:
        assert len(list(work.citizens.everything())) == 80
        assert len(list(work.plans.everything())) == 800
