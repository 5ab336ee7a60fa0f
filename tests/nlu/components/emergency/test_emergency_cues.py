"""The cue file is checked when it is loaded: nothing may be silently missing."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from nlu.components.emergency import Sign, cues
from nlu.components.emergency.cues import BadCues, build, load_cues
from nlu.components.emergency.folding import skeleton, skeletons
from nlu.components.emergency.typos import distance

FILE = Path(cues.__file__).with_name("cues.toml")


def table() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text("utf-8"))


def test_every_sign_has_cues() -> None:
    lexicon = load_cues()
    assert {cue.sign for _, cue in lexicon.cues if cue.sign} | set(lexicon.pairs.values()) == set(Sign)


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
        build(broken)


@pytest.mark.parametrize("typed", ["trækker", "traekker", "TRAEKKER", "trekker", "trækkker", "trakker"])
def test_spellings_of_one_word_meet(typed: str) -> None:
    assert skeleton(typed) in skeletons("trækker")


@pytest.mark.parametrize(
    ("typed", "slips"), [("vejret", 0), ("vejert", 1), ("vejre", 1), ("vejrett", 1), ("vaejet", 2)]
)
def test_a_swap_of_neighbours_is_one_slip(typed: str, slips: int) -> None:
    assert distance(typed, "vejret") == slips
