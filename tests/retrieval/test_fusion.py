"""Two rankings become one."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval import fusion
from retrieval.fusion import fused

SCORES = st.dictionaries(st.sampled_from("abcdef"), st.floats(-1, 30, allow_nan=False), max_size=6)


def ranked(lexical: dict[str, float], dense: dict[str, float], *, weight: float = 0.5) -> str:
    worth = fused(lexical, dense, weight=weight)
    return "".join(sorted(worth, key=lambda key: (-worth[key], key)))


def test_the_example_in_the_documentation_is_right() -> None:
    assert doctest.testmod(fusion).failed == 0


def test_what_both_sides_put_first_is_first() -> None:
    assert ranked({"a": 3, "b": 9}, {"a": 0.80, "b": 0.90, "c": 0.85})[0] == "b"


def test_meaning_lifts_what_shares_no_word_with_the_question() -> None:
    assert ranked({"a": 1.0, "b": 0.9}, {"a": 0.80, "b": 0.79, "c": 0.95}) == "acb"


def test_one_side_alone_ranks_as_it_does_by_itself() -> None:
    assert ranked({"a": 3, "b": 9, "c": 5}, {}) == "bca"
    assert ranked({}, {"a": 0.3, "b": 0.9, "c": 0.5}) == "bca"


def test_what_has_no_vector_yet_is_judged_by_its_words() -> None:
    assert fused({"a": 9.0, "b": 1.0, "c": 3.0}, {"b": 0.9, "c": 0.8})["a"] == 1.0


def test_the_weight_says_whom_to_believe() -> None:
    lexical, dense = {"a": 9.0, "b": 1.0}, {"a": 0.1, "b": 0.9}
    assert ranked(lexical, dense, weight=0) == "ab"
    assert ranked(lexical, dense, weight=1) == "ba"


@pytest.mark.parametrize("weight", [-0.1, 1.1])
def test_a_weight_outside_0_to_1_is_refused(weight: float) -> None:
    with pytest.raises(ValueError, match="expected 0 to 1"):
        fused({}, {}, weight=weight)


@given(SCORES, SCORES, st.floats(0, 1))
def test_every_document_of_either_side_has_a_worth_from_0_to_1(
    lexical: dict[str, float], dense: dict[str, float], weight: float
) -> None:
    worth = fused(lexical, dense, weight=weight)
    assert set(worth) == set(lexical) | set(dense)
    assert all(-1e-9 <= each <= 1 + 1e-9 for each in worth.values())


@given(SCORES, SCORES)
def test_better_on_both_sides_is_never_worse_together(
    lexical: dict[str, float], dense: dict[str, float]
) -> None:
    worth = fused(lexical, dense)
    both = set(lexical) & set(dense)
    for one in both:
        for other in both:
            if lexical[one] >= lexical[other] >= 0 and dense[one] >= dense[other]:
                assert worth[one] >= worth[other] - 1e-9
