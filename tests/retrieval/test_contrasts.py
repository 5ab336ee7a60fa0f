"""Words that make two texts alike answer different questions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.contrasts import chooses, contrasts, denies
from retrieval.words import words


def against(question: str, title: str, text: str = "") -> int:
    return contrasts(words(question), title, text).against


@pytest.mark.parametrize(
    ("question", "title", "text"),
    [
        ("sår på højre hæl", "Sår", "Skyl såret på venstre hæl."),
        ("insulin om morgenen", "Insulin om aftenen", ""),
        ("lavt blodsukker", "Højt blodsukker", ""),
        ("strømperne af", "Strømper på", ""),
        ("bad om fredagen", "Bad om mandagen", ""),
    ],
)
def test_a_text_on_the_other_one_is_against(question: str, title: str, text: str) -> None:
    assert against(question, title, text) == 1


@pytest.mark.parametrize(
    ("question", "title", "text"),
    [
        ("sår på højre hæl", "Sår", "Skyl såret."),
        ("sår på højre hæl", "Sår", "Først højre, så venstre hæl."),
        ("højre eller venstre", "Sår", "Det venstre ben."),
        ("insulin om morgenen", "Insulin", "Om aftenen i låret."),
        ("skift på tryksår", "Pleje af tryksår", ""),
        ("hvordan får jeg strømperne på", "Strømper på og af", ""),
        ("skal han i bad i morgen", "Bad om aftenen", ""),
        ("hvordan vasker jeg ham", "Venstre side", "Han er lam i venstre side."),
    ],
)
def test_a_text_that_leaves_it_open_is_not_against(question: str, title: str, text: str) -> None:
    assert against(question, title, text) == 0


def test_numbers_that_both_have_are_counted() -> None:
    assert contrasts(words("50 mg morfin"), "Morfin", "Giv 50 mg.").numbers == 1
    assert contrasts(words("50 mg morfin"), "Morfin", "Giv 100 mg.").numbers == 0


def test_a_denial_is_met_by_a_denial() -> None:
    assert contrasts(words("hvad må hun ikke spise"), "Mad", "Hun må ikke få nødder.").denies
    assert not contrasts(words("hvad må hun ikke spise"), "Mad", "Hun må få nødder.").denies
    assert denies(["uden", "salt"])


def test_words_that_choose_are_known() -> None:
    assert chooses("højre")
    assert chooses("aftenen")
    assert chooses("50")
    assert not chooses("strømpe")


@given(st.text(max_size=100), st.text(max_size=100))
def test_any_texts_compare(question: str, text: str) -> None:
    found = contrasts(words(question), text, text)
    assert found.against >= 0
    assert found.numbers >= 0
