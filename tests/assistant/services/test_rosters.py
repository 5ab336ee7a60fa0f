"""Rosters and the staff list are kept between questions, and never older than the records."""

from dataclasses import replace
from datetime import time

import pytest

from assistant.domain.care_unit import ShiftHours
from assistant.services.errors import UnknownStaff
from assistant.services.rosters import Rosters
from assistant.services.staff_list import StaffList
from tests.fakes import InMemory
from tests.records_of_a_home import ANNA, JENS, KARIN, SOLSIDEN, put_home

EARLY = ShiftHours(day=(time(6), time(14)))


@pytest.fixture
def records() -> InMemory:
    records = InMemory()
    with records.open_work() as work:
        put_home(work)
        work.commit()
    return records


def test_a_roster_is_made_once_while_nothing_changes(records: InMemory) -> None:
    rosters = Rosters()
    with records.open_work() as work:
        first = rosters.of(work, ANNA)
    with records.open_work() as work:
        assert rosters.of(work, ANNA) is first


def test_new_hours_of_a_care_unit_hold_from_the_next_question_on(records: InMemory) -> None:
    rosters = Rosters()
    with records.open_work() as work:
        assert rosters.of(work, ANNA).shifts_of("u-1") == ShiftHours()
        work.care_units.put([replace(SOLSIDEN, shifts=EARLY)])
        work.commit()
    with records.open_work() as work:
        assert rosters.of(work, ANNA).shifts_of("u-1") == EARLY


def test_the_usual_hours_hold_for_whoever_has_no_care_unit(records: InMemory) -> None:
    with records.open_work() as work:
        assert Rosters().of(work, replace(ANNA, care_units=())).shifts_of() == ShiftHours()


def test_a_citizen_who_moves_in_is_in_the_roster_at_once(records: InMemory) -> None:
    rosters = Rosters()
    with records.open_work() as work:
        assert list(rosters.of(work, ANNA).citizens) == ["b-1"]
        work.citizens.put([replace(JENS, id="b-3", cpr=None)])
        work.commit()
    with records.open_work() as work:
        assert list(rosters.of(work, ANNA).citizens) == ["b-1", "b-3"]


def test_staff_who_change_unit_are_seen_so_at_once(records: InMemory) -> None:
    staff = StaffList()
    with records.open_work() as work:
        assert staff.member(work, "anna") == ANNA
        assert staff.member(work, "karin") == KARIN
        work.staff.put([replace(ANNA, care_units=("u-2",))])
        work.commit()
    with records.open_work() as work:
        assert staff.member(work, "anna").care_units == ("u-2",)


def test_a_unit_of_work_that_began_before_sees_the_staff_of_its_moment(records: InMemory) -> None:
    staff = StaffList()
    with records.open_work() as earlier:
        with records.open_work() as work:
            work.staff.put([replace(ANNA, name="Anna Dahl")])
            work.commit()
            assert staff.member(work, "anna").name == "Anna Dahl"
        assert staff.member(earlier, "anna") == ANNA
    with records.open_work() as work:
        assert staff.member(work, "anna").name == "Anna Dahl"


def test_somebody_who_is_no_staff_is_refused_each_time(records: InMemory) -> None:
    staff = StaffList()
    with records.open_work() as work:
        for _ in range(2):
            with pytest.raises(UnknownStaff):
                staff.member(work, "nobody")


def test_a_new_colleague_is_no_stranger_from_the_next_question_on(records: InMemory) -> None:
    rosters, question = Rosters(), "må Solvej give det?"
    with records.open_work() as work:
        assert rosters.of(work, ANNA).names.read(question).strangers
        work.staff.put([replace(KARIN, id="solvej", name="Solvej Rank", email=None)])
        work.commit()
    with records.open_work() as work:
        assert not rosters.of(work, ANNA).names.read(question).strangers
