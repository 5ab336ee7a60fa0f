"""Whatever comes in, an answer comes out, and the work grows no faster than the message."""

from collections.abc import Iterator, Sequence
from typing import overload

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.components.emergency import find_emergency
from nlu.components.emergency.context import Context
from nlu.components.emergency.cues import load_cues
from nlu.components.emergency.emergency import search
from nlu.components.emergency.tokens import Words, words_of

CUE_WORDS = [
    "ikke",
    "hun",
    "kramper",
    "hvis",
    "trækker",
    "vejret",
    "blod",
    "og",
    "men",
    "112",
    "1,4",
    ",",
    ".",
    "bs",
    "i",
    "går",
]


@given(st.text())
def test_any_text_gets_an_answer(text: str) -> None:
    found = find_emergency(text)
    assert found is None or text[slice(*found.span)] == found.text


@given(st.lists(st.sampled_from(CUE_WORDS), max_size=60))
def test_any_heap_of_cue_words_gets_the_same_answer_twice(words: list[str]) -> None:
    text = " ".join(words)
    assert find_emergency(text) == find_emergency(text)


@pytest.mark.parametrize(
    "text",
    ["\x00", "\ud800", "<b>'; DROP TABLE", "9" * 10_000, "²³½", "١٢٣", "İ", "a\u0301" * 5000, "-1,", "1,4,"],
)
def test_odd_characters_get_an_answer(text: str) -> None:
    assert find_emergency(text) is None


def test_danger_is_found_behind_ten_thousand_characters() -> None:
    found = find_emergency("alt vel. " * 1100 + "han trækker ikke vejret")
    assert found is not None


class CountedClasses(list[int]):
    """The classes of a message, counting how often one is looked at."""

    looks = 0

    @overload
    def __getitem__(self, at: int) -> int: ...
    @overload
    def __getitem__(self, at: slice) -> list[int]: ...
    def __getitem__(self, at: int | slice) -> int | list[int]:  # type: ignore[override]
        seen = list.__getitem__(self, at)
        CountedClasses.looks += len(seen) if isinstance(seen, list) else 1
        return seen

    def __iter__(self) -> Iterator[int]:
        CountedClasses.looks += len(self)
        return super().__iter__()


def looks_at(text: str) -> int:
    lexicon = load_cues()
    read = words_of(text, lexicon)
    words = Words(read.spans, CountedClasses(read.classes), read.pause)
    CountedClasses.looks = 0
    search(words, Context(words, lexicon), lexicon)
    return CountedClasses.looks


HARD: Sequence[str] = [
    "hvis hun kramper ",
    "ikke ",
    "ingen kramper, ",
    "ikke kan få ",
    "er han har ",
    "blod på ",
    "alt vel. ",
]


@pytest.mark.parametrize("piece", HARD)
def test_twice_the_message_is_at_most_about_twice_the_work(piece: str) -> None:
    assert looks_at(piece * 400) <= 2.2 * looks_at(piece * 200)
