"""Who is named in a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.components.names import NameIndex, Person
from nlu.components.names.cues import load_cues

ROSTER = NameIndex(
    [
        Person("else", ("Else Winther",)),
        Person("aase", ("Åse Kjærsgaard",)),
        Person("moerk", ("Kirsten Mørk",)),
        Person("abild", ("Kirsten Abildgaard",)),
        Person("dag", ("Dag Thomassen",)),
        Person("misse", ("Inger-Lise Bruun", "Misse")),
        Person("khatib", ("Mohammad Al-Khatib",)),
        Person("ellen", ("Ellen Pedersen",)),
        Person("jens", ("Jens Holm",)),
        Person("ayse", ("Ayşe Yıldız",)),
        Person("rose", ("Rose Damgaard",)),
        Person("hans", ("Hans Jørgen Toft",)),
        Person("lukasz", ("Łukasz Wójcik",)),
        Person("mai", ("Le Thi Mai", "Fru Mai")),
        Person("liv", ("Liv Storm",)),
        Person("vinther", ("Ruth Vinther",)),
        Person("agerskov", ("Ruth Agerskov",)),
        Person("torsten", ("Torsten Malling",)),
        Person("tor", ("Tor Lauritzen",)),
        Person("have", ("Niclas Have",)),
    ]
)


def named(text: str, taken: list[tuple[int, int]] | None = None) -> list[tuple[str, tuple[str, ...]]]:
    return [(each.text, each.candidates) for each in ROSTER.find(text, taken=taken or [])]


@pytest.mark.parametrize(
    ("text", "mention", "who"),
    [
        ("Hvad skal Else Winther have kl. 8?", "Else Winther", "else"),
        ("hvornår er elses bad", "elses", "else"),
        ("Er Jens' medicin givet?", "Jens'", "jens"),
        ("jens's bad", "jens's", "jens"),
        ("hvad skal aase have", "aase", "aase"),
        ("hvad skal ase have", "ase", "aase"),
        ("ÅSE KJÆRSGAARD kl 21", "ÅSE KJÆRSGAARD", "aase"),
        ("kirsten moerk i morgen", "kirsten moerk", "moerk"),
        ("kirsten mork i morgen", "kirsten mork", "moerk"),
        ("Kirsten M kl. 8", "Kirsten M", "moerk"),
        ("misse kl 12", "misse", "misse"),
        ("Inger Lise kl 12", "Inger Lise", "misse"),
        ("ingerlise kl 12", "ingerlise", "misse"),
        ("al-khatib", "al-khatib", "khatib"),
        ("ayse yildiz", "ayse yildiz", "ayse"),
        ("lukasz wojcik", "lukasz wojcik", "lukasz"),
        ("hos dag", "dag", "dag"),
        ("dag thomassen kl 8", "dag thomassen", "dag"),
        ("hvad skal rose have", "rose", "rose"),
        ("Rose, kl. 9", "Rose", "rose"),
    ],
)
def test_a_citizen_is_found_by_name(text: str, mention: str, who: str) -> None:
    assert named(text) == [(mention, (who,))]


def test_a_first_name_that_two_have_gives_both() -> None:
    assert named("hvad skal kirsten have") == [("kirsten", ("abild", "moerk"))]


def test_two_names_in_one_sentence_are_two_mentions() -> None:
    assert [who for _, who in named("Else og Jens kl. 8")] == [("else",), ("jens",)]


@pytest.mark.parametrize(
    "text",
    ["hvad skal hun i dag", "god morgen", "hans bad", "skal han op af sengen", "145/85", "", "Torben Hald"],
)
def test_a_sentence_that_names_nobody_of_the_roster_gives_nothing(text: str) -> None:
    assert named(text) == []


def test_a_word_that_belongs_to_a_time_is_no_name() -> None:
    assert named("hos hende i dag", taken=[(10, 15)]) == []


def test_a_strange_surname_beside_a_known_first_name_is_told() -> None:
    (mention,) = ROSTER.find("Hvad skal Ellen Petersen have?")
    assert (mention.candidates, mention.other_name) == (("ellen",), "Petersen")


@pytest.mark.parametrize("text", ["Ellen Pedersen kl. 8", "Ellens Bad", "Ellen BT", "Ellen, Bad kl. 8"])
def test_a_word_that_is_no_surname_raises_no_doubt(text: str) -> None:
    assert [each.other_name for each in ROSTER.find(text)] == [None]


@given(st.text(max_size=200))
def test_any_text_gives_spans_of_that_text(text: str) -> None:
    reading = ROSTER.read(text)
    for each in (*reading.mentions, *reading.strangers):
        assert text[slice(*each.span)] == each.text
    assert all(each.candidates for each in reading.mentions)


@pytest.mark.parametrize(
    "text", ["a" * 10_000, "Ø" * 10_000, "jens " * 2_000, "'" * 10_000, "\ud800jens\x00", "<b>jens</b>"]
)
def test_hostile_text_is_read_like_any_other(text: str) -> None:
    assert len(ROSTER.find(text)) <= 1


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Winther, Else kl 8", ["else"]),
        ("K. Mørk kl. 9", ["moerk"]),
        ("fru Winther", ["else"]),
        ("mohammad al khatib", ["khatib"]),
        ("Alkhatib kl 9", ["khatib"]),
        ("hansjørgen", ["hans"]),
        ("hvornår var Hans sidst i bad", ["hans"]),
        ("hvad skal hans have", ["hans"]),
        ("hvornår skal hans strømper på", []),
        ("en rose i vasen", []),
        ("frø mai klokken 8", ["mai"]),
        ("når fru maj får sondemad", ["mai"]),
        ("hvad laver liv i morgen eftermiddag", ["liv"]),
        ("hvornår får storm sondemad", ["liv"]),
        ("Rose forstår ikke mig", ["rose"]),
        ("ruth vinter i aften", ["vinther"]),
        ("skriv at tor sten malling har spist godt", ["torsten"]),
        ("hvad skal else have til aftensmad", ["else"]),
        ("er vinden frisk", []),
        ("Skal hans kone med", []),
    ],
)
def test_names_in_other_shapes_and_words_that_are_names_too(text: str, who: list[str]) -> None:
    assert [each.candidates[0] for each in ROSTER.find(text)] == who


def test_every_list_of_cues_holds_words() -> None:
    cues = load_cues()
    assert all(getattr(cues, name) for name in cues.__slots__)
