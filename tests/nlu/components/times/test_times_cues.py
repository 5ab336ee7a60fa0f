"""The cue file: every group says what it is for, none is empty, and no word is in two."""

import tomllib
from datetime import datetime
from types import SimpleNamespace
from typing import Any

import pytest

from nlu.components.times.factory import create, register
from nlu.components.times.holidays import KEYS
from nlu.components.times.lexicon import CUES, BadCues, load
from nlu.components.times.model import DEFAULT_SHIFTS
from nlu.components.times.typos import Typos


@pytest.fixture
def groups() -> dict[str, dict[str, Any]]:
    return tomllib.loads(CUES.read_text(encoding="utf-8"))


def test_a_group_without_words_is_refused(groups: dict[str, dict[str, Any]]) -> None:
    groups["NOW"]["forms"] = []
    with pytest.raises(BadCues, match="NOW is empty"):
        load(groups)


def test_a_missing_group_is_refused(groups: dict[str, dict[str, Any]]) -> None:
    del groups["WEEKDAY"]
    with pytest.raises(BadCues, match="WEEKDAY"):
        load(groups)


def test_a_group_without_reason_is_refused(groups: dict[str, dict[str, Any]]) -> None:
    groups["NOW"]["reason"] = ""
    with pytest.raises(BadCues, match="reason"):
        load(groups)


def test_a_word_in_two_groups_is_refused(groups: dict[str, dict[str, Any]]) -> None:
    groups["NOW"]["forms"].append("mandag")
    with pytest.raises(BadCues, match="mandag"):
        load(groups)


def test_every_feast_of_the_cues_has_its_days(groups: dict[str, dict[str, Any]]) -> None:
    assert set(groups["HOLIDAY"]["values"]) <= KEYS


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("eftermidag", "eftermiddag"),
        ("eftermiddagg", "eftermiddag"),
        ("eftremiddag", "eftermiddag"),
        ("rftermiddag", None),
    ],
)
def test_one_slip_after_the_first_letter_of_a_long_word_is_mended(written: str, meant: str | None) -> None:
    assert Typos.of({"eftermiddag"}).mend(written) == meant


def test_short_words_are_never_mended() -> None:
    assert Typos.of({"morgen"}).mend("jorgen") is None


def test_the_component_records_times_on_a_document_that_says_when_it_was_asked() -> None:
    at = datetime.fromisoformat("2027-01-19T10:00:00+01:00")
    doc = SimpleNamespace(text="i aften", _=SimpleNamespace(asked_at=at, shifts=DEFAULT_SHIFTS, times=()))
    create(None, "rytme_times")(doc)
    assert [m.text for m in doc._.times] == ["i aften"]


def test_a_document_without_a_moment_gets_no_times() -> None:
    doc = SimpleNamespace(text="i aften", _=SimpleNamespace(asked_at=None, shifts=DEFAULT_SHIFTS, times=()))
    assert create(None, "rytme_times")(doc)._.times == ()


def test_spacy_knows_the_component_once_it_is_registered() -> None:
    spacy = pytest.importorskip("spacy", reason="spaCy is not installed; the component works without it")
    register()
    nlp = spacy.blank("da")
    nlp.add_pipe("rytme_times")
    assert nlp("i aften")._.times == ()
