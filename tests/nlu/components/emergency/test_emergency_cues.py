"""The cue file is checked when it is loaded: nothing may be silently missing."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from nlu.components.emergency import Sign, cues
from nlu.components.emergency.cues import BadCues, build, load_cues, merged
from nlu.components.emergency.folding import skeleton, skeletons
from nlu.components.emergency.numbers import classes_of_number, classes_of_spoken
from nlu.components.emergency.typos import distance

FOLDER = Path(cues.__file__).parent


def table(name: str = "cues.toml") -> dict[str, Any]:
    return tomllib.loads((FOLDER / name).read_text("utf-8"))


def test_every_sign_has_cues() -> None:
    lexicon = load_cues()
    told = {cue.sign for _, cue in (*lexicon.cues, *lexicon.findings) if cue.sign}
    assert told | set(lexicon.pairs.values()) == set(Sign) - {Sign.UNNAMED}


def without(name: str) -> Callable[[dict[str, Any]], object]:
    return lambda broken: broken.pop(name)


@pytest.mark.parametrize(
    "spoil",
    [
        without("words"),
        without("cue"),
        without("never_typos"),
        lambda broken: broken["words"].update(NOT=[]),
        lambda broken: broken["words"].update(NOT=["ikke længere"]),
        lambda broken: broken["cue"][0].update(patterns=[]),
        lambda broken: broken["cue"][0].update(source=""),
        lambda broken: broken["cue"][0].update(kind="sure"),
        lambda broken: broken["cue"][0].update(over=["someday"]),
        lambda broken: broken["cue"][0].update(patterns=["NOWHERE vejret"]),
        lambda broken: broken["pair"][0].update(of=["fallen", "nothing"]),
        lambda broken: broken["words"].pop("HUNHAN"),
    ],
)
def test_a_cue_file_that_lacks_something_is_refused(spoil: Callable[[dict[str, Any]], object]) -> None:
    broken = table()
    spoil(broken)
    with pytest.raises(BadCues, match=r"cues\.toml"):
        build(merged(broken, table("plain.toml")), table("findings.toml"))


@pytest.mark.parametrize(
    "spoil",
    [
        without("words"),
        without("finding"),
        without("together"),
        lambda broken: broken["words"].update(NOT=["ikke"]),
        lambda broken: broken["finding"][0].update(reason=""),
        lambda broken: broken["finding"][0].update(kind="sure"),
        lambda broken: broken["finding"][0].update(patterns=["NOWHERE vejret"]),
        lambda broken: broken["together"][0]["of"].append("nothing"),
    ],
)
def test_a_file_of_findings_that_lacks_something_is_refused(
    spoil: Callable[[dict[str, Any]], object],
) -> None:
    broken = table("findings.toml")
    spoil(broken)
    with pytest.raises(BadCues, match=r"\.toml"):
        build(merged(table(), table("plain.toml")), broken)


@pytest.mark.parametrize(
    "spoil", [without("cue"), without("words"), lambda broken: broken["words"].update(NOT=["ikke"])]
)
def test_a_file_of_plain_wordings_that_lacks_something_is_refused(
    spoil: Callable[[dict[str, Any]], object],
) -> None:
    broken = table("plain.toml")
    spoil(broken)
    with pytest.raises(BadCues, match=r"\.toml"):
        build(merged(table(), broken), table("findings.toml"))


def test_a_stem_stands_for_every_word_that_begins_so() -> None:
    lexicon = load_cues()
    assert lexicon.classes(skeleton("koldsvedende")) & lexicon.bits["CLAMMY"]
    assert not lexicon.classes(skeleton("koldskål")) & lexicon.bits["CLAMMY"]


@pytest.mark.parametrize("typed", ["trækker", "traekker", "TRAEKKER", "trekker", "trækkker", "trakker"])
def test_spellings_of_one_word_meet(typed: str) -> None:
    assert skeleton(typed) in skeletons("trækker")


def test_a_letter_before_e_is_no_digraph() -> None:
    assert skeleton("åen") == skeleton("aaen") != skeleton("en")


@pytest.mark.parametrize(("said", "written"), [("enoghalvfjerds", "71"), ("femåtres", "65"), ("fyrre", "40")])
def test_a_number_said_in_words_is_of_the_classes_of_the_number(said: str, written: str) -> None:
    assert classes_of_spoken(skeleton(said)) == classes_of_number(written)


@pytest.mark.parametrize(
    ("typed", "slips"), [("vejret", 0), ("vejert", 1), ("vejre", 1), ("vejrett", 1), ("vaejet", 2)]
)
def test_a_swap_of_neighbours_is_one_slip(typed: str, slips: int) -> None:
    assert distance(typed, "vejret") == slips
