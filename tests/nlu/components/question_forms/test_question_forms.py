"""The form of a question tells what sort of answer it asks for, however it is said."""

from collections.abc import Callable

import pytest

from nlu.components.question_forms import (
    asks_amount,
    asks_for_a_rule,
    asks_leave,
    asks_what,
    asks_when,
    asks_which,
    asks_who,
    looks_back,
    tells_of_trouble,
    wants_advice,
)

# Each form with sentences that have it, and sentences beside them that have not.
FORMS: list[tuple[Callable[[str], bool], list[str], list[str]]] = [
    (
        wants_advice,
        [
            "Aslak vil ikke i seng, hvad gør jeg?",
            "hun går rundt og leder efter sin hat hvad gør man altså",
            "hvad skal jeg sige til hende når hun græder",
            "han har slået hovedet, hvem skal jeg ringe til",
            "hvad jeg gør hvis posen går i stykker",
            "blodtrykket er 190 skal jeg ringe til nogen",
            "hvad goer vi naar doeren er laast",
        ],
        ["hvad skal jeg hos Else kl 8", "hvad skal hun have i aften", "hvad kan du", "hej hvad gør du", ""],
    ),
    (
        asks_leave,
        ["må jeg selv give den", "Bodils ilt, må jeg skrue op?", "har vi lov til at gå ind"],
        ["må Bodil få kaffe", "hun må ikke gå alene"],
    ),
    (
        asks_amount,
        ["gigtgel Bodil hvor meget", "hvor mange skefulde skal der i"],
        ["hvor bor hun", "meget bedre i dag"],
    ),
    (
        asks_which,
        ["hvilken sang skal vi synge for Bodil", "hvilket øje skal dryppes først"],
        ["hvilken dag skal hun i bad", "hvilke opgaver har jeg", "hvilken borger er den næste"],
    ),
    (asks_when, ["hvilken dag skal Bodil vejes", "hvornår får han mad"], ["hvad får han kl. 12"]),
    (asks_what, ["hvad får han kl. 12", "hvordan gør jeg"], ["får han mad kl. 12"]),
    (asks_who, ["hvem kommer med brænde"], ["hvad kommer efter badet"]),
    (
        asks_for_a_rule,
        ["hvornår skal jeg ringe til lægen", "hvornår er pulsen for høj"],
        ["hvornår skal Bodil vejes", "hvornår måles pulsen? jeg mener hos Bodil"],
    ),
    (looks_back, ["hvor meget drak hun", "har hun sovet"], ["hvor meget skal hun drikke"]),
    (
        tells_of_trouble,
        [
            "alarmen bliver ved at bippe",
            "bilen sidder fast i en drive",
            "Bodils pose lækker",
            "jeg har mistet nøglen",
            "vi kan ikke komme ind",
        ],
        ["Bodil er træt og vil ikke spise", "pumpen er tjekket", "nøglen hænger ved døren"],
    ),
]


@pytest.mark.parametrize(
    ("has_form", "text"),
    [(form, text) for form, these, _ in FORMS for text in these],
    ids=lambda each: each if isinstance(each, str) else each.__name__,
)
def test_a_sentence_has_the_form(has_form: Callable[[str], bool], text: str) -> None:
    assert has_form(text)


@pytest.mark.parametrize(
    ("has_form", "text"),
    [(form, text) for form, _, others in FORMS for text in others],
    ids=lambda each: each if isinstance(each, str) else each.__name__,
)
def test_a_sentence_beside_it_has_not(has_form: Callable[[str], bool], text: str) -> None:
    assert not has_form(text)


@pytest.mark.parametrize("text", ["", "?", "🙂", "\x00", "hvad gør jeg " * 5000, "مرحبا"])
def test_any_text_is_read_without_an_error(text: str) -> None:
    assert [form(text) for form, *_ in FORMS]
