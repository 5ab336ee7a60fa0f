"""The written sentences: the developed ones, the held-out third, and the sentences Rasa is trained on."""

import hashlib
import json
import re
from pathlib import Path

import pytest

from nlu.components.emergency import find_emergency

ROOT = Path(__file__).parents[4]
DATA = ROOT / "tests" / "data" / "emergency"
FROZEN = {
    "heldout.jsonl": "cbc4f7fe0e94807dcb7a05b978bb4251e67f3aea5b03beb51de2290df89bbb69",
    "heldout2.jsonl": "30915bfb4c3239fd2fb7812c61e7a2cfeea964529eed81f5186626c01d3c553f",
    "heldout3.jsonl": "0725dd92d8e465091a0b1cdcf0b7cc75a8666c32c5cd9826cb83fbc52b6caece",
}
# Written for Rasa as questions of guidance; whoever writes them stands in smoke or gas.
DANGER_AMONG_THE_ORDINARY = {
    "der lugter af gas i opgangen",
    "røg i lejligheden",
    "brand i køkkenet hvordan slukker jeg",
}


def rows(name: str) -> list[dict[str, object]]:
    lines = (DATA / name).read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def wrong(name: str, *, emergency: bool) -> tuple[int, int, list[str]]:
    """How many are wrong, of how many, and which; sentences held out are counted and not shown."""
    asked = [str(row["text"]) for row in rows(name) if row["emergency"] is emergency]
    missed = [text for text in asked if (find_emergency(text) is not None) is not emergency]
    return len(missed), len(asked), [] if name in FROZEN else missed


# As at the last measurement; the figures stand in the docstring of `emergency.py`.
@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("dev.jsonl", 4),
        ("dev2.jsonl", 0),
        ("dev3.jsonl", 13),
        ("dev4.jsonl", 10),
        ("dev5.jsonl", 13),
        ("dev6.jsonl", 2),
        ("dev7.jsonl", 11),
        ("heldout.jsonl", 0),
        ("heldout2.jsonl", 14),
        ("heldout3.jsonl", 3),
    ],
)
def test_no_more_emergencies_are_missed_than_at_the_last_measurement(name: str, most: int) -> None:
    missed, _, which = wrong(name, emergency=True)
    assert missed <= most, which


@pytest.mark.parametrize(
    "name", ["heldout.jsonl", "heldout3.jsonl", *sorted(path.name for path in DATA.glob("dev*.jsonl"))]
)
def test_false_alarms_stay_below_two_percent(name: str) -> None:
    alarms, asked, which = wrong(name, emergency=False)
    assert alarms <= 0.02 * asked, which


def test_false_alarms_at_sentences_of_another_author_are_no_more_than_at_the_last_measurement() -> None:
    alarms, _, _ = wrong("heldout2.jsonl", emergency=False)
    assert alarms <= 7  # mostly idioms, written to be mistaken


@pytest.mark.parametrize("name", sorted(FROZEN))
def test_the_heldout_sentences_are_as_they_were_frozen(name: str) -> None:
    assert hashlib.sha256((DATA / name).read_bytes()).hexdigest() == FROZEN[name]


def test_no_sentence_is_both_developed_on_and_held_out() -> None:
    developed = {row["text"] for path in DATA.glob("dev*.jsonl") for row in rows(path.name)}
    assert not developed & {row["text"] for name in FROZEN for row in rows(name)}


@pytest.mark.parametrize("folder", ["data", "tests/nlu"])
def test_ordinary_questions_written_for_rasa_raise_no_alarm(folder: str) -> None:
    alarms = []
    for path in sorted((ROOT / "nlu" / "rasa" / folder).glob("*.yml")):
        if path.stem != "dictation":  # holds emergencies on purpose: they are caught before Rasa
            for line in re.findall(r"^ {6}- (.+)$", path.read_text("utf-8"), re.MULTILINE):
                text = re.sub(r"\[([^\]]*)\]\([a-z_]+\)", r"\1", line)
                alarms += [text] if find_emergency(text) and text not in DANGER_AMONG_THE_ORDINARY else []
    assert alarms == []


def test_no_question_of_the_work_raises_an_alarm_that_is_not_expected() -> None:
    questions = [
        json.loads(line)
        for path in sorted((ROOT / "tests" / "data" / "questions").glob("dev*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]
    alarms = [row["text"] for row in questions if find_emergency(row["text"])]
    assert alarms == [row["text"] for row in questions if row["expect"]["kind"] == "emergency"]
