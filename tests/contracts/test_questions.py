"""The contracts of the questions that each store answers beyond `Store`."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from assistant.domain.citizen import Citizen
from assistant.domain.doegnrytmeplan import PlannedHelp
from assistant.domain.wall_clock import COPENHAGEN
from assistant.domain.window import Window
from assistant.services.ports import OpenWork
from knowledge.guidance import Guidance, Kind, Status
from tests.contracts.conftest import Home
from tests.records_of_a_home import BATH, DAY, DONE, FALL, JENS, MORNING, NIGHT, NOTE, OLE, at


def test_a_roster_holds_the_citizens_of_its_units_without_their_cpr_numbers(furnished: OpenWork) -> None:
    with furnished() as work:
        assert work.citizens.of_units(["u-1"]) == [replace(JENS, cpr=None)]
        assert work.citizens.of_units(["u-2", "u-1", "u-9"]) == [replace(JENS, cpr=None), OLE]
        assert work.citizens.of_units([]) == []


def test_a_roster_is_sorted_by_id(furnished: OpenWork) -> None:
    with furnished() as work:
        work.citizens.put([Citizen(each, each, "u-1") for each in ("ø", "a", "Z")])
        assert [each.id for each in work.citizens.of_units(["u-1", "u-2"])] == ["Z", "a", "b-1", "b-2", "ø"]


def test_citizens_can_be_named_without_their_cpr_numbers(home: Home, furnished: OpenWork) -> None:
    with furnished() as work:
        assert work.citizens.named(["b-1", "b-2", "b-9"]) == {"b-1": replace(JENS, cpr=None), "b-2": OLE}
        assert work.citizens.named([]) == {}
    with home.neighbour() as work:
        assert work.citizens.named(["b-1"]) == {}


def test_revisions_come_together_and_in_order(furnished: OpenWork) -> None:
    newer = [replace(BATH, revision=number, status=Status.DRAFT) for number in (10, 2)]
    with furnished() as work:
        work.guidance.put(newer)
        found = work.guidance.revisions_of(["i-1", "h-1", "h-9"])
        assert [(each.id, each.revision) for each in found] == [
            ("h-1", 1),
            ("h-1", 2),
            ("h-1", 10),
            ("i-1", 1),
        ]
        assert work.guidance.revisions_of([]) == []


def test_a_citizen_has_only_their_own_handleanvisninger(furnished: OpenWork) -> None:
    other = Guidance("h-2", Kind.HANDLEANVISNING, "b-2", "Andet", "Tekst")
    with furnished() as work:
        work.guidance.put([other, replace(BATH, revision=2)])
        assert work.guidance.of_citizen("b-1") == [BATH, replace(BATH, revision=2)]
        assert work.guidance.of_citizen("b-9") == []


def test_instrukser_are_for_everyone_and_no_handleanvisning_is_among_them(furnished: OpenWork) -> None:
    with furnished() as work:
        work.guidance.put([replace(FALL, revision=2, status=Status.RETIRED)])
        assert work.guidance.instrukser() == [FALL, replace(FALL, revision=2, status=Status.RETIRED)]


def test_plan_lines_come_by_start_and_id(furnished: OpenWork) -> None:
    early = PlannedHelp("d-9", "b-1", "Tidligt", time(6), time(7))
    beside = PlannedHelp("d-0", "b-1", "Samtidig", time(8), time(9), valid_to=date(2020, 1, 1))
    with furnished() as work:
        work.plans.put([early, beside])
        assert work.plans.of_citizens(["b-1"]) == [early, beside, MORNING]
        assert work.plans.of_citizens(["b-2", "b-1"]) == [early, beside, MORNING, NIGHT]
        assert work.plans.of_citizens([]) == []


def test_lines_of_more_citizens_than_a_statement_can_name_are_found(furnished: OpenWork) -> None:
    with furnished() as work:
        assert work.plans.of_citizens([f"x-{number}" for number in range(2000)] + ["b-2"]) == [NIGHT]


def test_notes_lie_from_the_start_up_to_the_end_of_the_window(furnished: OpenWork) -> None:
    first, last = replace(NOTE, id="n-2", at=at(7)), replace(NOTE, id="n-0", at=at(12))
    with furnished() as work:
        work.notes.put([last, first])
        assert work.notes.of_citizens(["b-1"], Window(at(7), at(12))) == [first, NOTE]
        assert work.notes.of_citizens(["b-1"], Window(at(9, 1), at(13))) == [last]
        assert work.notes.of_citizens(["b-2"], Window(at(0), at(23))) == []


def test_notes_of_one_moment_come_by_id(furnished: OpenWork) -> None:
    with furnished() as work:
        work.notes.put([replace(NOTE, id="n-3"), replace(NOTE, id="n-0")])
        found = work.notes.of_citizens(["b-1", "b-2"], Window(at(9), at(10)))
        assert [each.id for each in found] == ["n-0", "n-1", "n-3"]


def test_both_hours_that_october_shows_twice_keep_their_order(furnished: OpenWork) -> None:
    half_past_two = datetime(2026, 10, 25, 2, 30, tzinfo=COPENHAGEN)
    summer, winter = (
        replace(NOTE, id="z", at=half_past_two),
        replace(NOTE, id="a", at=half_past_two.replace(fold=1)),
    )
    with furnished() as work:
        work.notes.put([winter, summer])
        work.commit()
        window = Window(half_past_two, half_past_two + timedelta(hours=12))
        found = work.notes.of_citizens(["b-1"], window)
        assert [each.id for each in found] == ["z", "a"]
        assert found[1].at.timestamp() - found[0].at.timestamp() == 3600


def test_completions_lie_between_two_days_both_included(furnished: OpenWork) -> None:
    others = [replace(DONE, date=DAY + timedelta(days=number)) for number in (-1, 1, 2)]
    with furnished() as work:
        work.completions.put([*others, replace(DONE, planned_help="d-2")])
        found = work.completions.of_help(["d-1"], DAY, DAY + timedelta(days=1))
        assert [each.date for each in found] == [DAY, DAY + timedelta(days=1)]
        assert len(work.completions.of_help(["d-2", "d-1"], date.min, date.max)) == 5
        assert work.completions.of_help([], date.min, date.max) == []
