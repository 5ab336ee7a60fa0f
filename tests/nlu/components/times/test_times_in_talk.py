"""Times as staff say them: little words that are no time, days said apart, hours without a word for time."""

from datetime import datetime

import pytest

from nlu.components.times import find_times

AT = datetime.fromisoformat("2027-01-19T10:00:00+01:00")  # a Tuesday


def windows(text: str, *, bare_hours: bool = False) -> list[tuple[str, str]]:
    found = find_times(text, at=AT, bare_hours=bare_hours)
    return [(f"{m.start:%d %H:%M}", f"{m.end:%d %H:%M}") for m in found]


@pytest.mark.parametrize(
    "text",
    [
        "har Bodil brug for hjælp til kl. 14",
        "har Bodil brug for hjælp her til kl. 14",
        "hvad er der til kl. 14",
        "er der noget til kl. 14",
        "hvad skal hun til kl. 14",
        "hvad skal Tage Bruun til kl. 14",
        "hvem skal jeg ind til kl. 14",
    ],
)
def test_a_til_that_another_word_asks_for_ends_nothing(text: str) -> None:
    assert windows(text) == [("19 14:00", "19 15:00")]


@pytest.mark.parametrize(
    "text",
    [
        "til kl. 14",
        "hun arbejder til kl. 14",
        "hvem er der til kl. 14",
        "Tage Bruun sover til kl. 14",
        "hvad skal jeg nå til kl. 14",
        "jeg er hos Tage ind til kl. 14",
    ],
)
def test_a_til_after_lasting_or_alone_is_the_end(text: str) -> None:
    assert windows(text) == [("19 10:00", "19 14:00")]


@pytest.mark.parametrize(
    "text", ["kl. 14 hos Ebbe, hvad er det nu", "hvad skal Ebbe nu kl. 14", "lige nu kl. 14 hos Ebbe"]
)
def test_a_now_beside_another_time_only_fills(text: str) -> None:
    assert windows(text) == [("19 14:00", "19 15:00")]


def test_a_now_joined_to_another_time_or_after_a_past_one_is_kept() -> None:
    now = ("19 10:00", "19 11:00")
    assert windows("hvad skal Ebbe nu og kl. 14") == [now, ("19 14:00", "19 15:00")]
    assert windows("han faldt i går hvad gør jeg nu") == [("18 00:00", "19 00:00"), now]


@pytest.mark.parametrize(
    "text",
    [
        "i morgen hos Gerda om aftenen",
        "om aftenen hos Gerda i morgen",
        "I morgen skal hun i bad om aftenen",
    ],
)
def test_a_part_of_the_day_takes_the_day_said_apart(text: str) -> None:
    assert windows(text) == [("20 17:00", "20 23:00")]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("i går faldt hun, hvad skal hun have om aftenen", ("19 17:00", "19 23:00")),
        ("om aftenen plejer han at sove, hvad skal han i morgen", ("19 17:00", "19 23:00")),
    ],
)
def test_a_part_of_the_day_takes_no_day_of_another_sentence(text: str, part: tuple[str, str]) -> None:
    assert part in windows(text)


def test_a_part_of_the_day_that_is_one_more_time_leaves_the_others_as_they_are() -> None:
    assert windows("kl. 14 og om aftenen") == [("19 14:00", "19 15:00"), ("19 17:00", "19 23:00")]
    assert windows("i morgen og om aftenen") == [("20 00:00", "21 00:00"), ("20 17:00", "20 23:00")]


@pytest.mark.parametrize(("text", "start"), [("stampe 21", "19 21:00"), ("Otto Lund 8?", "19 20:00")])
def test_a_name_and_a_number_are_an_hour_where_the_caller_says_so(text: str, start: str) -> None:
    assert [each[0] for each in windows(text, bare_hours=True)] == [start]
    assert windows(text) == []


@pytest.mark.parametrize(
    "text",
    ["bolig 12", "mosevej 3", "puls 18", "insulin 8", "de to 3", "Otto 25", "21", "hvad med Otto 8"],
)
def test_other_numbers_are_no_bare_hours(text: str) -> None:
    assert windows(text, bare_hours=True) == []


@pytest.mark.parametrize(
    "text",
    ["Sov Signe i nat?", "i går", "i morges", "sidste uge", "nyt om Signe i nat", "for en time siden"],
)
def test_a_mention_says_when_it_looks_back(text: str) -> None:
    assert [m.past for m in find_times(text, at=AT)] == [True]


@pytest.mark.parametrize(
    "text", ["i nat", "nu", "i dag", "hvad var det, hun skal kl. 14", "hun faldt, hvad nu", "på fredag"]
)
def test_a_mention_of_what_is_still_to_be_done_is_not_past(text: str) -> None:
    assert [m.past for m in find_times(text, at=AT)] == [False]
