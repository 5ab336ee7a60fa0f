"""A misspelt word is taken for the word that was meant, and a word that is one stays."""

import pytest

from nlu.components.spelling import Speller, is_ordinary

SHELF = (
    "barbering",
    "barbér",
    "influenza",
    "kompressionsstrømper",
    "kateter",
    "engangskateter",
    "blodsukker",
    "hofteøvelser",
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("inflensa", "influenza"),
        ("kompresionstrømper", "kompressionsstrømper"),
        ("kompressionstromper", "kompressionsstrømper"),
        ("katteter", "kateter"),
        ("engangskatteter", "engangskateter"),
        ("blosukker", "blodsukker"),
        ("hofteøvlser", "hofteøvelser"),
    ],
)
def test_a_word_spelt_by_ear_or_with_a_slip_is_found(typed: str, meant: str) -> None:
    assert Speller(SHELF).meant(typed) == (meant,)


@pytest.mark.parametrize("word", ["influenza", "katten", "blodet", "bad", "mørket", "liften"])
def test_a_word_that_is_known_or_ordinary_is_never_changed(word: str) -> None:
    assert Speller(SHELF).meant(word) == ()


def test_what_is_near_nothing_means_nothing() -> None:
    assert Speller(SHELF).meant("xylofonist") == ()
    assert Speller(()).meant("inflensa") == ()


@pytest.mark.parametrize("word", ["protesen", "barberes", "kvittér", "fortryd", "frokost", "rollator"])
def test_forms_of_known_words_and_words_of_the_work_are_ordinary(word: str) -> None:
    assert is_ordinary(word)


@pytest.mark.parametrize("word", ["babere", "hvonår", "inflensa", "qwrtz"])
def test_misspellings_are_not_ordinary(word: str) -> None:
    assert not is_ordinary(word)
