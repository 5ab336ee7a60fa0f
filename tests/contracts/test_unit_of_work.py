"""The contracts of `UnitOfWork` and `OpenWork`: one moment, all or nothing, and counted changes."""

from dataclasses import replace

import pytest

from assistant.services.ports import OpenWork, Topic
from tests.contracts.conftest import Home
from tests.records_of_a_home import ANNA, BATH, JENS, MORNING, SOLSIDEN, put_home


def versions(open_work: OpenWork) -> tuple[int, int]:
    with open_work() as work:
        return work.version(Topic.ROSTER), work.version(Topic.GUIDANCE)


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
    assert versions(open_work) == (0, 0)


def test_a_change_of_a_citizen_moves_the_roster_only(furnished: OpenWork) -> None:
    roster, guidance = versions(furnished)
    with furnished() as work:
        work.citizens.put([replace(JENS, preferred_name=None)])
        work.commit()
    assert versions(furnished) == (roster + 1, guidance)


def test_a_new_revision_moves_guidance_only(furnished: OpenWork) -> None:
    roster, guidance = versions(furnished)
    with furnished() as work:
        work.guidance.put([replace(BATH, revision=2)])
        work.commit()
    assert versions(furnished) == (roster, guidance + 1)


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
        work.care_units.put([replace(SOLSIDEN, name="Månen")])
        work.commit()
    assert versions(furnished) == before


def test_a_change_that_is_dropped_moves_nothing(furnished: OpenWork) -> None:
    before = versions(furnished)
    with furnished() as work:
        work.citizens.put([replace(JENS, name="Jens Hansen")])
    assert versions(furnished) == before


def test_each_commit_with_a_change_counts(furnished: OpenWork) -> None:
    roster, _ = versions(furnished)
    with furnished() as work:
        for name in ("Jens A", "Jens B"):
            work.citizens.put([replace(JENS, name=name)])
            work.commit()
    assert versions(furnished)[0] == roster + 2


def test_a_neighbour_counts_for_itself(home: Home, furnished: OpenWork) -> None:
    assert versions(furnished) != (0, 0)
    assert versions(home.neighbour) == (0, 0)
