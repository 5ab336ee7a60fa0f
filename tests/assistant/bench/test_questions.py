"""The questions of the bench: varied enough to stand for a day's work, and about people who exist."""

from collections import Counter

from assistant.bench.questions import EXPECTED, varied, whole_roster
from assistant.demo.district import demo_staff


def test_there_are_at_least_40_questions_of_every_topic() -> None:
    topics = Counter(each.topic for each in varied())

    assert topics.total() >= 40
    assert set(topics) == set(EXPECTED)
    assert min(topics[each] for each in ("plan", "how_to", "clarify", "not_found", "follow_up")) >= 3


def test_every_asker_works_in_the_demo_district() -> None:
    staff = {each["id"] for each in demo_staff()}

    assert {each.staff for each in varied() + whole_roster()} <= staff


def test_a_thread_is_the_conversation_of_one_person() -> None:
    askers: dict[str, set[str]] = {}
    for each in varied():
        askers.setdefault(each.thread, set()).add(each.staff)

    assert all(len(staff) == 1 for staff in askers.values())


def test_a_follow_up_never_begins_a_conversation() -> None:
    begun: set[str] = set()
    for each in varied():
        assert each.topic != "follow_up" or each.thread in begun
        begun.add(each.thread)
