"""Times as staff say them: little words that are no time, days said apart, hours without a word for time."""

from datetime import datetime

import pytest

from nlu.components.times import find_times, resolve_window

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


@pytest.mark.parametrize(
    "text",
    [
        "Ingrid Holst 730 og 1730",
        "hvad skal Ingrid 730 og 1730",
        "Ingrid 0730, 1730?",
    ],
)
def test_compact_clock_times_beside_a_citizen_need_no_word_for_time(text: str) -> None:
    assert windows(text, bare_hours=True) == [("20 07:30", "20 08:30"), ("19 17:30", "19 18:30")]
    assert windows(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ingrid har drukket 1230",
        "Ingrid fik 450 ml",
        "Ingrid gik 1200 skridt og 500 i alt",
        "Ingrid 2150 Nordhavn",
        "stue 1215 Ingrid",
        "cpr 0101 Ingrid",
        "ring 112 til Ingrid",
        "Ingrid lå på 145",
        "blodtrykket hos Ingrid er faldet til 715",
        "730",
    ],
)
def test_amounts_codes_and_post_codes_are_no_compact_clock_times(text: str) -> None:
    assert windows(text, bare_hours=True) == []


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("hvad skal hun klokken seks i morgen aften nej halv syv", "20 18:30"),
        ("kl. 11, nej øh kl. 12", "19 12:00"),
        ("i morgen nej på torsdag kl. 10", "21 10:00"),
    ],
)
def test_a_time_taken_back_is_the_one_said_after_it(text: str, start: str) -> None:
    assert [found[0] for found in windows(text)] == [start]


def test_a_no_to_something_else_takes_no_time_back() -> None:
    assert len(windows("kl. 11 skal Bo i bad, nej vent, han skal spise kl. 12")) == 2


def test_some_weeks_reach_to_now_in_talk_and_are_whole_weeks_as_a_phrase() -> None:
    assert windows("hvordan har hun sovet sidste 2 uger") == [("05 10:00", "19 10:00")]
    phrase = resolve_window("sidste 2 uger", at=AT)
    assert phrase is not None
    assert (f"{phrase.start:%d %H:%M}", f"{phrase.end:%d %H:%M}") == ("04 00:00", "18 00:00")


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


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("hvem skal jeg besøge i dag klokken 13 til 15", ("19 13:00", "19 15:00")),
        ("i morgen kl. 8 til 10 hos Ebbe", ("20 08:00", "20 10:00")),
        ("på torsdag klokken halv otte til ni", ("21 07:30", "21 09:00")),
        ("i aften kl 7 til 9", ("19 19:00", "19 21:00")),
        ("den 22. januar kl. 22 til 2", ("22 22:00", "23 02:00")),
    ],
)
def test_a_day_before_two_clock_times_is_the_day_of_both(text: str, window: tuple[str, str]) -> None:
    assert windows(text) == [window]


@pytest.mark.parametrize("text", ["i morgen kl. 8 til 2 personer", "i morgen kl. 8 til Ebbe"])
def test_a_til_before_what_is_no_clock_time_ends_nothing(text: str) -> None:
    assert windows(text) == [("20 08:00", "20 09:00")]
