"""Storage under a stopwatch behaves as before, and every call into it is noted."""

from assistant.bench.timed_work import Stopwatch, timed
from assistant.domain.care_unit import CareUnit
from tests.fakes import InMemory


def test_what_is_put_through_it_is_kept_and_found() -> None:
    open_work = timed(InMemory().open_work, Stopwatch())
    with open_work() as work:
        work.care_units.put([CareUnit("nord", "Nord")])
        work.commit()

    with open_work() as work:
        assert work.care_units.find(["nord"]) == {"nord": CareUnit("nord", "Nord")}


def test_what_is_not_committed_is_not_kept() -> None:
    open_work = timed(InMemory().open_work, Stopwatch())
    with open_work() as work:
        work.care_units.put([CareUnit("nord", "Nord")])

    with open_work() as work:
        assert work.care_units.find(["nord"]) == {}


def test_opening_each_call_and_ending_are_noted() -> None:
    watch = Stopwatch()

    with timed(InMemory().open_work, watch)() as work:
        work.care_units.find(["nord"])
        work.citizens.of_units(["nord"])

    assert len(watch.taken) == 4
    assert watch.between(0.0, float("inf")) > 0
    assert watch.between(0.0, watch.taken[0][0]) == 0
