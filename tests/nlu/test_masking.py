"""What Rasa is sent: no citizen's name, of each time its tense, and the way back to the words as written."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.masking import CARE_UNIT_WORD, CITIZEN_WORD, Tense, mask, tense_of
from nlu.types import Entity, Understanding

AT = datetime(2026, 11, 23, 14, 10, tzinfo=timezone(timedelta(hours=1)))
HOUR = timedelta(hours=1)


def span_of(words: str, text: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


@pytest.mark.parametrize(
    ("text", "citizens", "times", "sent"),
    [
        ("Har Lone Vang noget kl. 16?", ["Lone Vang"], [("kl. 16", Tense.FUTURE)],
         "Har borgernavn noget fremtidspunkt?"),
        ("fik pavia bad i går", ["pavia"], [("i går", Tense.PAST)], "fik borgernavn bad fortidspunkt"),
        ("hvad skal Khadija og Fru Mai nu", ["Khadija", "Fru Mai"], [("nu", Tense.NOW)],
         "hvad skal borgernavn og borgernavn nutidspunkt"),
        ("pavas hæl", ["pavas"], [], "borgernavn hæl"),
        ("Jens' strømper", ["Jens'"], [], "borgernavn strømper"),
        ("tak for hjælpen", [], [], "tak for hjælpen"),
        ("Raj?", ["Raj"], [], "borgernavn?"),
    ],
)  # fmt: skip
def test_a_citizen_and_a_time_are_each_one_word(
    text: str, citizens: list[str], times: list[tuple[str, Tense]], sent: str
) -> None:
    masked = mask(
        text,
        citizens=[span_of(each, text) for each in citizens],
        times=[(span_of(words, text), tense) for words, tense in times],
    )
    assert masked.text == sent


def test_a_mask_is_a_word_of_its_own_also_where_the_text_has_no_space() -> None:
    assert (
        mask("else8bad", citizens=[(0, 4)], times=[((4, 5), Tense.NOW)]).text == "borgernavn nutidspunkt bad"
    )


def test_a_name_that_holds_a_time_word_is_a_citizen() -> None:
    text = "hvad skal Dag Nu have"
    masked = mask(text, citizens=[span_of("Dag Nu", text)], times=[(span_of("Nu", text), Tense.NOW)])
    assert masked.text == "hvad skal borgernavn have"


def test_a_care_unit_is_a_word_of_its_own_kind() -> None:
    text = "Hvad sker der på Egeparken i aften?"
    masked = mask(
        text,
        citizens=[],
        times=[(span_of("i aften", text), Tense.FUTURE)],
        care_units=[span_of("Egeparken", text)],
    )
    assert masked.text == "Hvad sker der på afdelingsnavn fremtidspunkt?"


def test_what_stands_in_the_name_of_a_care_unit_is_no_citizen() -> None:
    text = "nyt fra plejecenter Solbakken"
    unit = span_of("plejecenter Solbakken", text)
    masked = mask(text, citizens=[span_of("Solbakken", text)], times=[], care_units=[unit])
    assert masked.text == "nyt fra afdelingsnavn"


def test_no_part_of_a_name_is_left_where_two_mentions_overlap() -> None:
    assert mask("Inger Lise Bruun op", citizens=[(0, 10), (6, 16)], times=[]).text == "borgernavn op"


@pytest.mark.parametrize("number", ["010203-1234", "0102031234", "010203 1234"])
def test_what_looks_like_a_cpr_number_is_never_sent(number: str) -> None:
    assert mask(f"hvad skal {number} have", citizens=[], times=[]).text == f"hvad skal {CITIZEN_WORD} have"


def test_what_rasa_found_is_told_in_the_words_as_written() -> None:
    text = "Har Lone Vangs sår fået ny forbinding kl. 16?"
    times = [(span_of("kl. 16", text), Tense.FUTURE)]
    masked = mask(text, citizens=[span_of("Lone Vangs", text)], times=times)
    found = [
        ("citizen", CITIZEN_WORD, "Lone Vangs"),
        ("task", "ny forbinding", "ny forbinding"),
        ("time", Tense.FUTURE.value, "kl. 16"),
    ]
    understood = Understanding(
        masked.text,
        "ask_record",
        0.9,
        tuple(Entity(kind, seen, span_of(seen, masked.text), 0.8) for kind, seen, _ in found),
    )

    told = masked.unmask(understood)

    assert told.text == text
    assert (told.intent, told.confidence) == ("ask_record", 0.9)
    assert [(each.kind, each.text) for each in told.entities] == [(kind, words) for kind, _, words in found]
    assert [text[slice(*each.span)] for each in told.entities] == [words for _, _, words in found]


def test_words_that_reach_into_a_mask_hold_all_that_it_stands_for() -> None:
    masked = mask("bad hos Lone Vang kl. 8", citizens=[(8, 17)], times=[((18, 23), Tense.FUTURE)])
    assert masked.original_span((4, 10)) == (4, 17)
    assert masked.original_span((10, 21)) == (8, 23)


@pytest.mark.parametrize("span", [(-1, 2), (2, 2), (0, 5)])
def test_a_span_outside_the_text_is_refused(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="not inside a text of 4"):
        mask("else", citizens=[span], times=[])


@pytest.mark.parametrize(
    ("start", "end", "tense"),
    [
        (AT - HOUR, AT, Tense.PAST),
        (AT - HOUR, AT + HOUR, Tense.NOW),
        (AT, AT + HOUR, Tense.NOW),
        (AT + HOUR, AT + 2 * HOUR, Tense.FUTURE),
    ],
)
def test_the_tense_of_a_time_is_seen_from_the_moment_of_asking(
    start: datetime, end: datetime, tense: Tense
) -> None:
    assert tense_of(start, end, at=AT) is tense


@given(st.data(), st.text("abæ 1.?", min_size=1, max_size=30))
def test_every_word_left_unmasked_is_found_again_where_it_stood(data: st.DataObject, text: str) -> None:
    spans = st.integers(0, len(text) - 1).flatmap(
        lambda begin: st.tuples(st.just(begin), st.integers(begin + 1, len(text)))
    )
    citizens = data.draw(st.lists(spans, max_size=3))
    times = data.draw(st.lists(st.tuples(spans, st.sampled_from(Tense)), max_size=3))

    masked = mask(text, citizens=citizens, times=times)

    assert len(masked.stands_for) == len(masked.text)
    begins = [begin for begin, _ in masked.stands_for]
    assert begins == sorted(begins)
    assert masked.original_span((0, len(masked.text))) == (0, len(text))
    hidden = {(begin, end) for begin, end in masked.stands_for if masked.stands_for.count((begin, end)) > 1}
    for position, span in enumerate(masked.stands_for):
        if span not in hidden:
            assert text[slice(*span)] == masked.text[position]


def test_rasa_is_trained_on_the_words_that_are_sent() -> None:
    rasa = Path(__file__).resolve().parents[2] / "nlu" / "rasa"
    copies = (rasa / "components" / "masked_copies.py").read_text("utf-8")
    assert all(f'"{word}"' in copies for word in (CITIZEN_WORD, *(each.value for each in Tense)))
    assert f'"{CITIZEN_WORD}"' in (rasa / "components" / "danish_words.py").read_text("utf-8")
    assert CARE_UNIT_WORD in (rasa / "data" / "round.yml").read_text("utf-8")
