"""Cases made of answerable ones, to learn from."""

from pathlib import Path

import pytest

from assistant.evaluation.guidance_cases import ANSWERABLE, Case
from assistant.evaluation.made_cases import made_of

WORLDS = (Path(__file__).parents[2] / "data" / "questions",)


@pytest.fixture(scope="module")
def made() -> list[Case]:
    own = Case("a", "dev", "d10", "hvordan barberer jeg ham", ANSWERABLE, ("k10-1",), ("textbook",))
    general = Case("b", "dev5", None, "hvem ringer jeg til ved fald", ANSWERABLE, ("i-2",), ("textbook",))
    absent = Case("c", "dev", "d01", "hvad koster bindene", "detail_absent", (), ("textbook",))
    legs = Case("d", "dev5", "c08", "hvordan vikler jeg benet", ANSWERABLE, ("g08a",), ("textbook",))
    return made_of([own, general, absent, legs], WORLDS)


def test_what_answers_is_taken_away_and_then_nothing_answers(made: list[Case]) -> None:
    hidden = {each.id: each for each in made if each.without}
    assert hidden["a-hidden"].without == ("k10-1",)
    assert all(each.kind != ANSWERABLE and not each.guidance for each in hidden.values())


def test_a_question_is_asked_in_another_world(made: list[Case]) -> None:
    elsewhere = next(each for each in made if each.id == "a-elsewhere")
    assert elsewhere.world == "dev5"
    assert elsewhere.kind != ANSWERABLE


def test_a_question_to_all_is_asked_about_someone_as_well(made: list[Case]) -> None:
    assert [each.citizen for each in made if each.id == "b-about"] == ["c08"]
    assert not [each for each in made if each.id == "a-about"]


def test_every_made_case_says_of_which_it_was_made(made: list[Case]) -> None:
    assert {each.made_of for each in made} == {"a", "b", "c", "d"}


def test_the_same_cases_are_made_again(made: list[Case]) -> None:
    own = Case("a", "dev", "d10", "hvordan barberer jeg ham", ANSWERABLE, ("k10-1",), ("textbook",))
    assert made_of([own], WORLDS)[0] == made[0]
