"""A name that the speaker takes back in the same breath is not asked about."""

import pytest

from nlu.components.follow_ups import taken_back


def names_in(text: str, *names: str) -> list[tuple[int, int]]:
    return [(text.index(name), text.index(name) + len(name)) for name in names]


@pytest.mark.parametrize(
    "text",
    [
        "hvad skal jeg hos erling nej undskyld vagn klokken halv fem",
        "Erling, nej jeg mener Vagn, i aften",
        "har erling øh hov det var vagn fået mad",
        "erling ups forkert vagn kl 8",
        "til Erling – rettelse: til Vagn",
    ],
)
def test_the_name_before_a_word_of_correction_is_taken_back(text: str) -> None:
    first = "Erling" if "Erling" in text else "erling"
    second = "Vagn" if "Vagn" in text else "vagn"
    one, other = names_in(text, first, second)

    assert taken_back(text, [other, one]) == (one,)


@pytest.mark.parametrize(
    "text",
    [
        "hvad skal erling og vagn have i aften",
        "erling ville ikke, nej, og så gik jeg ind til vagn",
        "er det erling eller vagn",
        "erling vagn",
    ],
)
def test_two_names_that_are_both_meant_stay(text: str) -> None:
    assert taken_back(text, names_in(text, "erling", "vagn")) == ()
