"""Picking one of several options: by place, by words of its label, by its value; never by a guess."""

from pathlib import Path

import pytest

from nlu.components.choices import extreme, picks, reply_of

FOLDER = Path(__file__).parents[3] / "data" / "done_cues"
OPTIONS = {
    "AB": {
        "kirsten-a": "Kirsten Abildgaard, Møllevej 4, 85 år",
        "kirsten-m": "Kirsten Mørk, Engen 12, 76 år",
    },
    "T": {
        "t-1": "08.00–08.10 Morgenmedicin",
        "t-2": "09.00–09.40 Brusebad",
        "t-3": "14.00–14.30 Kaffe og toilet",
    },
}


def replies() -> list[tuple[str, str, str]]:
    lines = (FOLDER / "choices.txt").read_text("utf-8").splitlines()
    split = [[part.strip() for part in line.split("|")] for line in lines if line.strip()]
    return [(options, pick, text) for options, pick, text in split]


@pytest.mark.parametrize(("options", "pick", "text"), replies(), ids=lambda each: each)
def test_a_reply_picks_the_option_it_means(options: str, pick: str, text: str) -> None:
    offered = OPTIONS[options]
    assert picks(text, list(offered), list(offered.values())) == (None if pick == "-" else int(pick))


@pytest.mark.parametrize("text", ["ja", "Ja tak", "jo", "ja gør det", "ok", "det er rigtigt"])
def test_agreement_is_heard(text: str) -> None:
    assert reply_of(text).says_yes


@pytest.mark.parametrize("text", ["nej", "Nej tak!", "glem det", "lad være", "ingen af dem", "niks"])
def test_declining_is_heard(text: str) -> None:
    assert reply_of(text).says_no


@pytest.mark.parametrize("text", ["ja det er klaret hos Jens", "nej hvad skal hun kl 14", "okay og så?", ""])
def test_a_sentence_of_its_own_neither_agrees_nor_declines(text: str) -> None:
    reply = reply_of(text)
    assert not reply.says_yes and not reply.says_no


@pytest.mark.parametrize("text", ["nummer to", "den første", "3", "ja tak, den første"])
def test_a_place_in_a_list_is_heard(text: str) -> None:
    assert reply_of(text).place


def test_the_oldest_and_the_youngest_are_told_apart() -> None:
    assert (extreme("den ældste"), extreme("hende den yngste"), extreme("den ældste søn")) == (1, -1, None)


def test_wanting_several_is_heard() -> None:
    assert reply_of("begge to").several and reply_of("dem alle sammen").several
