"""Whatever the text, times are found without failing, in bounds, and soon."""

import time
from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nlu.components.times import find_times, resolve_window
from nlu.components.times.lexicon import lexicon

AT = datetime.fromisoformat("2027-01-19T10:00:00+01:00")
WORDS = [
    "kl.",
    "8",
    "14.30",
    "halv",
    "ni",
    "kvart",
    "i",
    "over",
    "om",
    "på",
    "fredag",
    "den",
    "5.",
    "maj",
    "og",
    "til",
    "fra",
    "mellem",
    "efter",
    "før",
    "siden",
    "for",
    "to",
    "timer",
    "uger",
    "år",
    "sidste",
    "næste",
    "imorgen",
    "inat",
    "natten",
    "aftenvagten",
    "vagten",
    "resten",
    "af",
    "hele",
    "uge",
    "48",
    "jul",
    "22/1",
    "99999",
    "måned",
    "hver",
    "nu",
    ",",
    "-",
    "første",
    "mandag",
    "marts",
    "24",
    "2027",
    "var",
    "et",
    "en",
    "dage",
    "døgn",
    "igen",
    "nej",
    "kvartal",
    "hverdag",
    "gmt",
    "15h",
    "1730",
    "fre",
    "før",
    "sommer",
]
moments = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=st.just(UTC))


def sound(text: str, at: datetime) -> None:
    last = 0
    for found in find_times(text, at=at):
        start, end = found.span
        assert last <= start < end <= len(text)
        assert text[start:end] == found.text
        assert found.start.tzinfo is not None
        assert found.start.astimezone(UTC) < found.end.astimezone(UTC)
        last = end
    resolve_window(text, at=at)
    find_times(text, at=at, bare_hours=True)


@given(st.text(max_size=200))
@example("kl. 8\u0000\ud800")
@example("i ga\u030ar" * 3)
def test_any_text_is_read_without_failing(text: str) -> None:
    sound(text, AT)


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), moments)
def test_any_heap_of_time_words_at_any_moment_gives_sound_mentions(text: str, at: datetime) -> None:
    sound(text, at)


@pytest.mark.parametrize(
    "unit",
    [
        "a ", "kl. 8 ", "den ", "fra 8 til ", "mellem 8 og ", "1/1 ", "2 dage før ", "å", "1.", "uge 5 og ",
        "marts til ", "dagen efter ", "næste fredag igen ", "730 og ", "kl. 8 nej ", "15h", "1 time før ",
        "i dag for en uge ", "Q2", "man-", "jul 18, fre ",
    ],
)  # fmt: skip
def test_ten_thousand_hostile_characters_cost_little(unit: str) -> None:
    text = (unit * 10_000)[:10_000]
    find_times(text, at=AT)
    # about 0.02 on a free machine; the bound is for a slow one
    assert min(_seconds(text) for _ in range(3)) < 0.1


def test_a_question_costs_less_than_a_millisecond() -> None:
    text = "Hvad skal der ske hos Jens Holm på fredag om eftermiddagen kl. 14.30?"
    find_times(text, at=AT)
    assert min(_seconds(text) for _ in range(20)) < 0.002


def _seconds(text: str) -> float:
    started = time.process_time()
    find_times(text, at=AT, bare_hours=True)
    return time.process_time() - started


def test_a_longer_text_costs_in_proportion() -> None:
    texts = ["hvad skal Jens have i morgen, spurgte hun " * n for n in (20, 200)]
    for text in texts:
        find_times(text, at=AT)
    short, long = (min(_seconds(text) for _ in range(3)) for text in texts)
    assert long < 30 * short


def test_the_cues_are_read_once() -> None:
    assert lexicon() is lexicon()
