"""Which words of the texts a word of a question may stand for."""

import pytest

from retrieval.related_words import related
from retrieval.vocabulary import Vocabulary
from retrieval.word_forms import basic_form, root


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("strømpe", "kompressionsstrømper"),
        ("stroemper", "strømperne"),
        ("posen", "kateterpose"),
        ("natpose", "posen"),
        ("vejning", "vejes"),
        ("stukket", "stikuheld"),
        ("faldet", "fald"),
        ("barbering", "barberer"),
        ("skefuld", "skeer"),
    ],
)
def test_a_word_stands_for_another_of_its_family_or_compound(asked: str, written: str) -> None:
    assert written in Vocabulary([written, "hovedgærde"]).like(asked)


@pytest.mark.parametrize(
    ("asked", "written"), [("bad", "seng"), ("sonde", "stomi"), ("venstre", "højre"), ("mad", "medicin")]
)
def test_a_word_does_not_stand_for_a_strange_one(asked: str, written: str) -> None:
    assert Vocabulary([written]).like(asked) == {}


def test_the_last_part_of_a_compound_says_more_than_the_first() -> None:
    likes = Vocabulary(["kateterpose", "posetømning"]).like("pose")
    assert likes["kateterpose"] > likes["posetømning"]


def test_the_word_itself_is_surest_then_its_forms_then_its_family() -> None:
    likes = Vocabulary(["veje", "vejer", "vejning", "vejeskema"]).like("veje")
    assert likes["veje"] > likes["vejer"] > likes["vejning"] > likes["vejeskema"]


def test_a_word_of_ten_thousand_letters_costs_no_more_than_a_long_one() -> None:
    assert Vocabulary(["strømper"]).like("a" * 10_000) == {}


def test_forms_of_strong_verbs_have_their_infinitive() -> None:
    assert [basic_form(each) for each in ("stukket", "drak", "traadt", "strømpe")] == [
        "stikke",
        "drikke",
        "træde",
        "strømpe",
    ]


def test_what_is_made_of_a_verb_has_its_root() -> None:
    assert root("inhalation") == root("inhalerer")
    assert root("tømning") == root("tømmer")


def test_words_of_one_meaning_are_related_whatever_their_inflection() -> None:
    assert "tablet" in related("pillerne")
    assert related("strømpebukser") == ()
