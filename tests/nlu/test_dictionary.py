"""The words of a Danish spelling dictionary, for everything that must know a rare word from a slip."""

import pytest

from nlu.dictionary import dictionary_words


@pytest.mark.parametrize("word", ["sveske", "sjal", "abekat", "abdomen"])
def test_rare_words_are_known(word: str) -> None:
    assert word in dictionary_words()


@pytest.mark.parametrize("word", ["babere", "strømberne", "Sjal", ""])
def test_slips_and_capitals_are_not(word: str) -> None:
    assert word not in dictionary_words()
