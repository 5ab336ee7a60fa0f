"""Guidance is split into passages that can be cited and quoted word for word."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.guidance import Guidance, Kind
from retrieval.passages import FITS, LONGEST, Passage, split

STOCKINGS = """## Sådan gør du
1. Smør benet aftenen før.
2. Rul strømpen op over hælen.

## Kontakt
Ring til sygeplejersken ved sår.
"""


def instruks(text: str) -> Guidance:
    return Guidance("i-1", Kind.INSTRUKS, None, "Strømper", text, revision=3)


def texts(text: str) -> list[str]:
    return [each.text for each in split(instruks(text))]


def test_each_heading_begins_a_passage_that_knows_where_it_stands() -> None:
    steps, contact = split(instruks(STOCKINGS))
    assert steps.text == "1. Smør benet aftenen før.\n2. Rul strømpen op over hælen."
    assert contact == Passage(
        "i-1",
        3,
        1,
        "Kontakt",
        STOCKINGS.index("Ring"),
        len(STOCKINGS) - 1,
        "Ring til sygeplejersken ved sår.",
    )
    assert (steps.heading, steps.position) == ("Sådan gør du", 0)


def test_a_passage_is_embedded_under_its_title_and_heading() -> None:
    contact = split(instruks(STOCKINGS))[1]
    assert contact.with_context("Strømper") == "Strømper\nKontakt\nRing til sygeplejersken ved sår."
    assert split(instruks("Rul op."))[0].with_context("Strømper") == "Strømper\nRul op."


def test_a_long_list_is_parted_between_steps_never_within_one() -> None:
    steps = [f"{number}. " + "Vask hænder grundigt. " * 5 for number in range(1, 12)]
    found = texts("\n".join(steps))
    assert len(found) > 1
    assert all(len(each) <= FITS for each in found)
    assert [line.strip() for each in found for line in each.splitlines()] == [each.strip() for each in steps]


def test_a_step_keeps_what_is_written_under_it() -> None:
    text = "1. " + "Gør klar. " * 45 + "\n   - håndklæde\n   - creme\n2. " + "Vask nu. " * 40
    first, second = texts(text)
    assert first.endswith("- creme")
    assert second.startswith("2. Vask nu.")


def test_a_paragraph_without_end_is_cut_after_a_sentence() -> None:
    found = texts("Vend borgeren hver anden time. " * 100)
    assert all(len(each) <= LONGEST and each.endswith(".") for each in found)


def test_a_word_without_end_is_cut_all_the_same() -> None:
    assert [len(each) for each in texts("x" * 2500)] == [1000, 1000, 500]


@pytest.mark.parametrize("text", ["", " \n", "## Kun en overskrift", "---"])
def test_every_guidance_has_a_passage(text: str) -> None:
    assert len(split(instruks(text))) == 1


def test_a_heading_within_a_step_is_part_of_the_step() -> None:
    assert texts("1. Først\n   ## Husk\n   Ring.") == ["1. Først\n   ## Husk\n   Ring."]


def test_a_heading_with_nothing_under_it_is_a_passage_itself() -> None:
    assert texts("# Kateter\n## Ring altid\n## Sådan gør du\nTøm posen.") == ["## Ring altid", "Tøm posen."]
    assert texts("Tøm posen.\n\n## Ring altid") == ["Tøm posen.", "## Ring altid"]


def test_a_ruler_under_a_paragraph_makes_no_heading_of_it() -> None:
    assert texts("Ring 112.\nHold ro.\n---\nSkriv notat.") == ["Ring 112.\nHold ro.\n---\nSkriv notat."]


def test_other_line_ends_are_left_as_they_are() -> None:
    assert texts("## A\r\n1. Vask\r\n2. Tør\r\n## B\r\nSluk") == ["1. Vask\r\n2. Tør", "Sluk"]


MARKDOWN = st.lists(
    st.sampled_from(
        ["# A", "## B\n", "1. Vask", "2. Tør", "- creme", "   - nej", "> citat", "| a | b |\n|---|---|",
         "", "tekst  ", "```", "---", "\r", "\x0b", "\u2028", "Titel\n===", "[a]: /b", "<div>", "    kode",
         "\t", "x" * 400]
    )
    | st.text(max_size=30),
    max_size=25,
).map("\n".join)  # fmt: skip


@given(MARKDOWN)
def test_passages_are_verbatim_in_order_and_do_not_overlap(text: str) -> None:
    found = split(instruks(text))
    assert [each.position for each in found] == list(range(len(found)))
    assert all(each.text == text[each.start : each.end] for each in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


@given(MARKDOWN)
def test_nothing_but_headings_is_left_out(text: str) -> None:
    ends = [0, *(each.end for each in split(instruks(text)))]
    starts = [*(each.start for each in split(instruks(text))), len(text)]
    left_out = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    lines = [line.strip() for each in left_out for line in re.split(r"\r\n?|\n", each) if line.strip()]
    assert all(line.startswith("#") for line in lines)
