"""Which words of a text are time mentions: marked sentences, every [mention] and nothing else."""

import re
from datetime import datetime

import pytest

from nlu.components.times import Kind, find_times

AT = datetime.fromisoformat("2027-01-19T10:00:00+01:00")


def marked(sentence: str) -> tuple[str, list[str]]:
    return re.sub(r"[\[\]]", "", sentence), re.findall(r"\[(.*?)\]", sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "hvad skal Jens [i morgen kl 8]?",
        "Signe [onsdag eftermiddag]",
        "[den 22/1 om eftermiddagen] hos Ebbe",
        "besøg [mellem 14 og 16 på fredag]",
        "hos Jens [kl. 8] og [kl. 14]",
        "hos Jens [kl. 8] og [14]",
        "[i dag] og [i morgen]",
        "[klokken ni her til aften], hvem er det så",
        "Otto [kl. 3 i nat]",
        "[natten til lørdag] hos Esther",
        "[dagvagten i dag]",
        "[fredag den 22. januar kl. 14.30]",
        "[på fredag otte dage]",
        "[efter 9.30 men før 11 på torsdag]",
        "hvad skal der ske [hele dagen]",
        "Signe var oppe to gange [i nat]",
        "[kl. 8], [12] og [18] hos Jens",
        "[aftenvagten i aftes]",
        "Hvor er Jens [i dag fra 10-12]",
        "jeg skal nå det [inden jeg går hjem]",
        "I [I MORGEN] I",
    ],
)
def test_words_that_belong_together_are_one_mention(sentence: str) -> None:
    text, mentions = marked(sentence)
    assert [m.text for m in find_times(text, at=AT)] == mentions


@pytest.mark.parametrize(
    "sentence",
    [
        "Dag Thomassen [kl 8]",
        "August Berg [i morgen]",
        "Hvad skal Maj have [den 5. maj]",
        "Morgen, Nat og Aften skal i bad [i aften]",
        "hans søn kommer [på søndag]",
        "man skal spørge [kl. 14]",
        "bolig 6 [i aften]",
        "pumpen står på 125 [i nat]",
        "2 tabletter [kl. 8]",
        "blodtryk 145 over 85 [i morges]",
        "nu kan han ikke finde den [kl. 8]",
        "morgenmedicin og aftensmad [på fredag]",
        "hver mandag og to gange om dagen",
        "om tirsdage og hverdage",
        "smerter på en skala fra 0 til 10",
        "hvordan de sidste timer har været",
        "før dagens første tablet",
        "kaffe til de to [i aften]",
        "Marts Hansen [i dag]",
        "den anden sko og den første borger på anden sal",
        "lav overlevering til nattevagten",
        "godaften og god morgen",
        "ring 86 12 14 30 eller 86121430",
        "en halv panodil og kvart tablet",
        "mellem 2 og 3 tabletter",
        "fra 8 til 10 dråber",
    ],
)
def test_other_words_are_no_mention(sentence: str) -> None:
    text, mentions = marked(sentence)
    assert [m.text for m in find_times(text, at=AT)] == mentions


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("kl. 14", Kind.CLOCK),
        ("i aften", Kind.PART_OF_DAY),
        ("på fredag", Kind.DAY),
        ("næste uge", Kind.PERIOD),
        ("aftenvagten", Kind.SHIFT),
        ("om en time", Kind.RELATIVE),
        ("mellem 14 og 16", Kind.INTERVAL),
    ],
)
def test_a_mention_says_what_kind_of_words_it_is(text: str, kind: Kind) -> None:
    assert [m.kind for m in find_times(text, at=AT)] == [kind]


def test_a_day_said_apart_is_shared_by_the_clock_times_of_its_clause() -> None:
    found = find_times("I morgen skal Jens op kl. 8 og i seng kl. 21", at=AT)
    assert [(m.text, m.start.isoformat()) for m in found] == [
        ("kl. 8", "2027-01-20T08:00:00+01:00"),
        ("kl. 21", "2027-01-20T21:00:00+01:00"),
    ]


def test_a_day_is_not_shared_with_the_next_sentence() -> None:
    found = find_times("Hvad skete der i går? Hvad skal Jens kl. 14?", at=AT)
    assert [m.start.isoformat() for m in found] == ["2027-01-18T00:00:00+01:00", "2027-01-19T14:00:00+01:00"]


def test_the_last_of_two_joined_times_lends_its_day_to_the_first() -> None:
    found = find_times("kl. 8 og kl. 14 i morgen", at=AT)
    assert [m.start.isoformat() for m in found] == ["2027-01-20T08:00:00+01:00", "2027-01-20T14:00:00+01:00"]


def test_a_span_counts_code_points_of_the_text_as_given() -> None:
    text = "👵🏽 Åse i ga\u030ar aftes"
    (found,) = find_times(text, at=AT)
    assert text[slice(*found.span)] == found.text == "i ga\u030ar aftes"
