"""Sentences that ask who did what was spoken of, or whether it was done."""

import pytest

from nlu.components.record_facets import asks_who_did, only_asks_of_doing, speaks_of_doing

WHO_DID = [
    "hvem aflæste den",
    "hvem hjalp hende tilbage",
    "og hvem smurte ham i går",
    "hvem har noteret det",
    "hvem fandt hende",
]
NOT_WHO_DID = [
    "hvem skal have det",
    "hvem vender ham i nat",
    "hvem måtte hun ringe til",
    "hvem har hun",
    "hvem er det",
    "hvem har jeg i aften",
    "hvornår hentede de ham",
]


@pytest.mark.parametrize("text", WHO_DID)
def test_who_did_something_to_what_was_spoken_of_is_known_by_the_past_and_a_pronoun(text: str) -> None:
    assert asks_who_did(text)


@pytest.mark.parametrize("text", NOT_WHO_DID)
def test_who_is_to_do_it_or_who_somebody_is_asks_nothing_of_the_kind(text: str) -> None:
    assert not asks_who_did(text)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("blev den skiftet i formiddags", ["skiftet"]),
        ("er det klaret", ["klaret"]),
        ("hvem satte det", ["satte"]),
        ("hvornår blev det gjort", ["gjort"]),
    ],
)
def test_a_verb_that_fits_any_help_leaves_what_it_is_to_what_was_shown(text: str, topic: list[str]) -> None:
    assert only_asks_of_doing(text, topic, refers=False)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("blev dropstativet flyttet", ["dropstativet", "flyttet"]),
        ("hvad gjorde de ved det", ["gjorde"]),
        ("fik han kaffe", ["kaffe"]),
        ("hvem fulgte ham ind", ["fulgte"]),
    ],
)
def test_a_sentence_with_a_thing_of_its_own_asks_about_that(text: str, topic: list[str]) -> None:
    assert not only_asks_of_doing(text, topic, refers=False)


def test_several_things_may_be_asked_about_beside_other_words() -> None:
    assert speaks_of_doing("blev de lagt på natbordet")
    assert not speaks_of_doing("hvad gjorde de")
    assert not speaks_of_doing("sov hun på sofaen")
