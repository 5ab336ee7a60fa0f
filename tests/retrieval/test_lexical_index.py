"""Search by words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.lexical_index import LexicalIndex, Segment
from retrieval.types import Document
from retrieval.words import fold, stem, terms, words

STOCKINGS = Document(("h-1", 1), "Kompressionsstrømper på og af", "1. Rul strømpen op over hælen.", own=True)
INSULIN = Document(
    ("h-2", 1), "Insulin før morgenmad", "1. Mål blodsukker. 2. Giv insulin i maven.", own=True
)
STOCKINGS_FOR_ALL = Document(("i-20", 1), "Instruks: Kompressionsstrømper", "1. Strømper på før kl. 9.")
LIFT = Document(("i-3", 1), "Instruks: Forflytning med lift", "1. I skal være to om liften.")
INDEX = LexicalIndex(Segment([STOCKINGS, INSULIN]), Segment([STOCKINGS_FOR_ALL, LIFT]))


@pytest.mark.parametrize(
    ("question", "best"),
    [
        ("strømperne", "h-1"),
        ("stroemper", "h-1"),
        ("komprisionsstrømper", "h-1"),
        ("blodsukkeret", "h-2"),
        ("liften", "i-3"),
        ("insulinen", "h-2"),
    ],
)
def test_other_forms_and_spellings_of_a_word_find_its_text(question: str, best: str) -> None:
    assert INDEX.search([question])[0].key[0] == best


def test_the_citizens_own_text_goes_before_the_general_one() -> None:
    assert [each.key[0] for each in INDEX.search(["kompressionsstrømper"])][:2] == ["h-1", "i-20"]


def test_a_text_that_lacks_the_rare_words_covers_little_of_the_question() -> None:
    (best, *_) = INDEX.search(["giv", "pacemaker"])
    assert best.coverage < 0.5


def test_a_question_without_a_topic_finds_nothing() -> None:
    assert INDEX.search([]) == []


def test_two_segments_are_searched_as_one() -> None:
    together = LexicalIndex(Segment([STOCKINGS, INSULIN, STOCKINGS_FOR_ALL, LIFT]))
    assert INDEX.search(["strømper", "lift"]) == together.search(["strømper", "lift"])


def test_an_empty_index_finds_nothing() -> None:
    assert LexicalIndex(Segment([])).search(["strømper"]) == []


@given(st.text(max_size=300))
def test_any_question_gets_hits_in_order_with_coverage_from_0_to_1(question: str) -> None:
    hits = INDEX.search(words(question))
    assert [each.rank_score for each in hits] == sorted((each.rank_score for each in hits), reverse=True)
    assert all(0 <= each.coverage <= 1.000001 for each in hits)


def test_words_are_composed_lower_case_and_without_punctuation() -> None:
    assert words("Åse, KÅD 145/85!") == ["åse", "kåd", "145", "85"]


def test_folding_and_stemming_join_the_forms_of_a_word() -> None:
    assert fold("strømper") == "stroemper"
    assert stem("strømperne") == stem("strømper")


def test_the_terms_of_a_word_are_its_stem_and_n_grams() -> None:
    assert terms("kateter")[0].startswith("=")
    assert "kate" in terms("kateter")
