"""The contracts of `UnitOfWork` and `OpenWork`: one moment, all or nothing, and counted changes."""

from dataclasses import replace
from datetime import time

import pytest

from assistant.domain.care_unit import ShiftHours
from assistant.services.ports import OpenWork, Topic
from tests.contracts.conftest import Home
from tests.records_of_a_home import ANNA, BATH, JENS, MORNING, NOTE, SOLSIDEN, put_home


def versions(open_work: OpenWork) -> dict[Topic, int]:
    with open_work() as work:
        return {each: work.version(each) for each in Topic}


def test_an_error_in_the_block_drops_what_was_put(open_work: OpenWork) -> None:
    with pytest.raises(RuntimeError, match="on the way"), open_work() as work:
        put_home(work)
        raise RuntimeError("on the way")
    with open_work() as work:
        assert list(work.care_units.everything()) == []


def test_what_another_keeps_meanwhile_is_not_seen_by_a_reader(furnished: OpenWork) -> None:
    with furnished() as reader:
        assert reader.citizens.find(["b-1"])["b-1"] == JENS
        with furnished() as writer:
            writer.citizens.put([replace(JENS, name="Jens Hansen")])
            writer.commit()
        assert reader.citizens.find(["b-1"])["b-1"] == JENS
        assert reader.citizens.of_units(["u-1"])[0].name == "Jens Holm"
    with furnished() as later:
        assert later.citizens.find(["b-1"])["b-1"].name == "Jens Hansen"


def test_work_goes_on_after_a_commit(open_work: OpenWork) -> None:
    with open_work() as work:
        work.care_units.put([SOLSIDEN])
        work.commit()
        work.staff.put([ANNA])
        work.commit()
        work.staff.put([replace(ANNA, name="Anna Dahl")])
    with open_work() as work:
        assert work.staff.find(["anna"]) == {"anna": ANNA}


def test_versions_begin_at_nought(open_work: OpenWork) -> None:
    assert versions(open_work) == dict.fromkeys(Topic, 0)


def test_a_change_of_a_citizen_moves_the_roster_only(furnished: OpenWork) -> None:
    before = versions(furnished)
    with furnished() as work:
        work.citizens.put([replace(JENS, preferred_name=None)])
        work.commit()
    assert versions(furnished) == {**before, Topic.ROSTER: before[Topic.ROSTER] + 1}


def test_a_change_of_a_care_unit_moves_the_roster_only(furnished: OpenWork) -> None:
    before = versions(furnished)
    with furnished() as work:
        work.care_units.put([replace(SOLSIDEN, shifts=ShiftHours(day=(time(6), time(14))))])
        work.commit()
    assert versions(furnished) == {**before, Topic.ROSTER: before[Topic.ROSTER] + 1}


def test_a_citizen_and_their_care_unit_in_one_commit_are_one_change(furnished: OpenWork) -> None:
    before = versions(furnished)
    with furnished() as work:
        work.care_units.put([replace(SOLSIDEN, name="Månen")])
        work.citizens.put([replace(JENS, preferred_name=None)])
        work.commit()
    assert versions(furnished) == {**before, Topic.ROSTER: before[Topic.ROSTER] + 1}


def test_a_change_of_a_staff_member_moves_the_staff_only(furnished: OpenWork) -> None:
    before = versions(furnished)
    with furnished() as work:
        work.staff.put([replace(ANNA, care_units=("u-2",))])
        work.commit()
    assert versions(furnished) == {**before, Topic.STAFF: before[Topic.STAFF] + 1}


def test_a_new_revision_moves_guidance_only(furnished: OpenWork) -> None:
    before = versions(furnished)
    with furnished() as work:
        work.guidance.put([replace(BATH, revision=2)])
        work.commit()
    assert versions(furnished) == {**before, Topic.GUIDANCE: before[Topic.GUIDANCE] + 1}


def test_putting_what_is_stored_already_moves_nothing(furnished: OpenWork) -> None:
    before = versions(furnished)
    with furnished() as work:
        put_home(work)
        work.commit()
    assert versions(furnished) == before


def test_other_records_move_nothing(furnished: OpenWork) -> None:
    before = versions(furnished)
    with furnished() as work:
        work.plans.put([replace(MORNING, title="Bad")])
        work.notes.put([replace(NOTE, text="Andet")])
        work.commit()
    assert versions(furnished) == before


def test_a_change_that_is_dropped_moves_nothing(furnished: OpenWork) -> None:
    before = versions(furnished)
    with furnished() as work:
        work.citizens.put([replace(JENS, name="Jens Hansen")])
    assert versions(furnished) == before


def test_each_commit_with_a_change_counts(furnished: OpenWork) -> None:
    before = versions(furnished)
    with furnished() as work:
        for name in ("Jens A", "Jens B"):
            work.citizens.put([replace(JENS, name=name)])
            work.commit()
    assert versions(furnished)[Topic.ROSTER] == before[Topic.ROSTER] + 2


def test_a_unit_of_work_counts_its_own_change(furnished: OpenWork) -> None:
    before = versions(furnished)[Topic.ROSTER]
    with furnished() as work:
        assert work.version(Topic.ROSTER) == before
        work.citizens.put([replace(JENS, name="Jens Hansen")])
        assert work.version(Topic.ROSTER) == before + 1
        work.commit()
        assert work.version(Topic.ROSTER) == before + 1


def test_a_reader_sees_the_versions_of_its_moment(furnished: OpenWork) -> None:
    with furnished() as reader:
        before = reader.version(Topic.ROSTER)
        with furnished() as writer:
            writer.staff.put([replace(ANNA, name="Anna Dahl")])
            writer.citizens.put([replace(JENS, name="Jens Hansen")])
            writer.commit()
        assert reader.version(Topic.ROSTER) == before
        assert reader.staff.find(["anna"]) == {"anna": ANNA}
    assert versions(furnished)[Topic.ROSTER] == before + 1


def test_the_right_to_write_can_be_taken_first(furnished: OpenWork) -> None:
    with furnished() as work:
        work.begin_writing(patience_s=0)
        work.begin_writing()
        work.staff.put([replace(ANNA, name="Anna Dahl")])
        work.commit()
        work.begin_writing(patience_s=5)
    with furnished() as work:
        assert work.staff.find(["anna"])["anna"].name == "Anna Dahl"


def test_a_neighbour_counts_for_itself(home: Home, furnished: OpenWork) -> None:
    assert 0 not in {**versions(furnished), Topic.VECTORS: 1}.values()  # nothing was embedded
    assert versions(home.neighbour) == dict.fromkeys(Topic, 0)
