"""Which texts answer, and whether any does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.evidence import judge, load_weights
from retrieval.matching import TextsByWord, match
from retrieval.types import AskedWord, Document

STOCKINGS = Document(("h-1", 1), "Strømper på og af", "1. Rul strømpen op over hælen på højre ben.", own=True)
INSULIN = Document(("h-2", 1), "Insulin", "1. Mål blodsukker. 2. Giv insulin i maven.", own=True)
FIRE = Document(("i-1", 1), "Brand", "1. Red dem, der er i fare. 2. Luk døren. 3. Ring 112.")
OWN, GENERAL = TextsByWord([STOCKINGS, INSULIN]), TextsByWord([FIRE])


def asked(*words: str) -> tuple[AskedWord, ...]:
    return tuple(AskedWord(each, 0.8) for each in words)


def first_of(*words: str) -> str:
    judgement = judge(match(asked(*words), OWN, GENERAL), {}, about_someone=True)
    return judgement.candidates[0].match.document.key[0]


@pytest.mark.parametrize(
    ("words", "best"), [(("strømperne",), "h-1"), (("blodsukkeret",), "h-2"), (("brand", "ringe"), "i-1")]
)
def test_the_text_with_the_words_of_the_question_comes_first(words: tuple[str, ...], best: str) -> None:
    assert first_of(*words) == best


def test_a_text_with_all_words_answers() -> None:
    assert judge(match(asked("strømperne"), OWN, GENERAL), {}, about_someone=True).answered


def test_words_that_no_text_has_are_not_answered() -> None:
    assert not judge(
        match(asked("pacemaker", "telefonnummer"), OWN, GENERAL), {}, about_someone=True
    ).answered


def test_a_word_that_is_missing_makes_an_answer_less_likely() -> None:
    whole = judge(match(asked("strømperne"), OWN, GENERAL), {}, about_someone=True)
    part = judge(match(asked("strømperne", "fabrik"), OWN, GENERAL), {}, about_someone=True)
    assert part.probability < whole.probability


def test_the_side_tells_two_texts_apart() -> None:
    left = Document(("h-l", 1), "Sår", "1. Skyl såret på venstre hæl.", own=True)
    right = Document(("h-r", 1), "Sår", "1. Skyl såret på højre hæl.", own=True)
    for side, best in (("venstre", "h-l"), ("højre", "h-r")):
        words = (AskedWord("sår", 0.6), AskedWord(side, 0.6))
        judgement = judge(match(words, TextsByWord([left, right])), {}, about_someone=True)
        assert judgement.candidates[0].match.document.key[0] == best


def test_meaning_brings_up_a_text_that_shares_no_word() -> None:
    near = {("h-1", 1): 0.80, ("h-2", 1): 0.92, ("i-1", 1): 0.80}
    judgement = judge(match(asked("sukkersyge"), OWN, GENERAL), near, about_someone=True)
    assert judgement.candidates[0].match.document.key[0] == "h-2"


def test_nothing_searched_is_nothing_answered() -> None:
    judgement = judge(match(asked("strømper"), TextsByWord([])), {}, about_someone=False)
    assert not judgement.answered
    assert judgement.candidates == ()


def test_a_mark_that_question_and_text_share_counts_as_a_word() -> None:
    catheter = Document(
        ("h-k", 1), "Topkateter", "1. Vask huden.", own=True, title_marks=frozenset({"catheter"})
    )
    word = AskedWord("kad", 1.0, marks=frozenset({"catheter"}))
    found = match([word], TextsByWord([catheter, INSULIN])).matches[0]
    assert found.document is catheter
    assert found.held[0] > 0.5


@given(st.lists(st.text(min_size=1, max_size=30), max_size=12))
def test_any_words_get_a_probability(words: list[str]) -> None:
    judgement = judge(match(asked(*words), OWN, GENERAL), {}, about_someone=True)
    assert 0 <= judgement.probability <= 1
    assert all(0 <= each.likely <= 1 for each in judgement.candidates)


def test_the_least_that_is_asked_for_decides() -> None:
    found = match(asked("strømperne"), OWN, GENERAL)
    likely = judge(found, {}, about_someone=True).probability
    assert judge(found, {}, about_someone=True, least=likely - 0.001).answered
    assert not judge(found, {}, about_someone=True, least=likely + 0.001).answered


def test_a_kind_of_thing_that_no_instruction_tells_makes_an_answer_less_likely() -> None:
    found = match(asked("strømperne"), OWN, GENERAL)
    how = judge(found, {}, about_someone=True, said=asked("hvordan", "strømperne"))
    price = judge(found, {}, about_someone=True, said=asked("hvad", "koster", "strømperne"))
    assert price.probability < how.probability


def test_a_topic_that_no_text_has_makes_an_answer_less_likely() -> None:
    found = match(asked("hjælpe"), OWN, GENERAL)
    known = judge(found, {}, about_someone=True, said=asked("hjælpe", "insulin"))
    unknown = judge(found, {}, about_someone=True, said=asked("hjælpe", "parkeringsplads"))
    assert unknown.probability < known.probability


def test_the_weights_name_every_feature() -> None:
    plain = judge(match(asked("strømper"), OWN, GENERAL), {}, about_someone=True)
    near = judge(match(asked("strømper"), OWN, GENERAL), {("h-1", 1): 0.9}, about_someone=True)
    for name, found in (("by_words", plain), ("with_vectors", near)):
        weights = load_weights()[name]
        assert weights["answers"].keys() == {*found.features, "always"}
        assert weights["ranks"].keys() == {*found.candidates[0].features, "always"}
        assert 0 < weights["operating_point"]["least"] < 1
