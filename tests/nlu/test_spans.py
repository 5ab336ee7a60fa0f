"""Spans that are asked whether they overlap another one."""

from hypothesis import given
from hypothesis import strategies as st

from nlu.spans import Spans

spans = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda each: (min(each), max(each)))


def test_spans_that_touch_do_not_overlap() -> None:
    assert not Spans([(0, 4), (9, 12)]).overlap((4, 9))


def test_no_spans_overlap_nothing() -> None:
    assert not Spans([]).overlap((0, 5))


@given(st.lists(spans), spans)
def test_it_says_what_a_look_at_each_span_says(others: list[tuple[int, int]], one: tuple[int, int]) -> None:
    expected = any(first < one[1] and one[0] < last for first, last in others)
    assert Spans(others).overlap(one) == expected
