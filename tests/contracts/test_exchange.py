"""The contract of `Completions.exchange`: nobody's word is overwritten unseen."""

from dataclasses import replace

from assistant.domain.doegnrytmeplan import Completion, Outcome
from assistant.services.ports import OpenWork
from tests.contracts.conftest import Home
from tests.records_of_a_home import DAY, DONE, at, put_home

KEY = ("d-1", DAY)
OTHER = replace(DONE, by="karin", at=at(9), outcome=Outcome.NOT_DONE, reason="Sov længe")


def exchange(open_work: OpenWork, found: Completion | None, new: Completion | None) -> bool:
    with open_work() as work:
        done = work.completions.exchange(KEY, found=found, new=new)
        work.commit()
    return done


def standing(open_work: OpenWork) -> Completion | None:
    with open_work() as work:
        return work.completions.find([KEY]).get(KEY)


def test_what_was_found_gives_way_to_the_new(furnished: OpenWork) -> None:
    assert exchange(furnished, DONE, OTHER)
    assert standing(furnished) == OTHER


def test_what_was_found_is_removed(furnished: OpenWork) -> None:
    assert exchange(furnished, DONE, None)
    assert standing(furnished) is None


def test_a_completion_is_added_where_there_is_none(furnished: OpenWork) -> None:
    exchange(furnished, DONE, None)
    assert exchange(furnished, None, OTHER)
    assert standing(furnished) == OTHER


def test_a_completion_is_not_added_over_another(furnished: OpenWork) -> None:
    assert not exchange(furnished, None, OTHER)
    assert standing(furnished) == DONE


def test_another_completion_than_the_one_found_stays(furnished: OpenWork) -> None:
    assert not exchange(furnished, OTHER, None)
    assert not exchange(furnished, OTHER, replace(OTHER, reason=None))
    assert standing(furnished) == DONE


def test_nothing_for_nothing_says_whether_there_is_nothing(furnished: OpenWork) -> None:
    assert not exchange(furnished, None, None)
    exchange(furnished, DONE, None)
    assert exchange(furnished, None, None)


def test_an_exchange_that_is_not_committed_is_dropped(furnished: OpenWork) -> None:
    with furnished() as work:
        assert work.completions.exchange(KEY, found=DONE, new=None)
        assert work.completions.find([KEY]) == {}
    assert standing(furnished) == DONE


def test_a_unit_of_work_sees_its_own_exchange_undone(furnished: OpenWork) -> None:
    with furnished() as work:
        assert work.completions.exchange(KEY, found=DONE, new=OTHER)
        assert work.completions.exchange(KEY, found=OTHER, new=DONE)
        work.commit()
    assert standing(furnished) == DONE


def test_what_another_keeps_after_the_reading_is_seen(furnished: OpenWork) -> None:
    with furnished() as first:
        assert first.completions.find([KEY]) == {KEY: DONE}
        assert exchange(furnished, DONE, OTHER)
        assert not first.completions.exchange(KEY, found=DONE, new=None)
        first.commit()
    assert standing(furnished) == OTHER


def test_another_municipality_is_not_touched(home: Home, furnished: OpenWork) -> None:
    with home.neighbour() as work:
        put_home(work)
        work.commit()
    assert exchange(furnished, DONE, None)
    assert standing(home.neighbour) == DONE
