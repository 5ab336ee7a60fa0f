"""Findings that are danger together, and the second opinion on what no list holds."""

import json

import pytest

from nlu.components.emergency import evidence, find_emergency, judge
from nlu.components.emergency.features import stretches
from nlu.components.emergency.tokens import Words

TOGETHER = [
    ("hun er helt grå i huden og svarer underligt", {"pale", "mind_clouded"}),
    ("fatma ligger og ryster og er kold og svaret underligt", {"shaking", "mind_clouded"}),
    ("hun har to morfinplastre på og er så sløv", {"overdose", "mind_dull"}),
    ("ben og arme ryster på ham og det er seks minutter siden", {"shaking", "lasting"}),
    ("iltflasken er tom og hun hvæser", {"device_off", "breath_noisy"}),
]


@pytest.mark.parametrize(("text", "findings"), TOGETHER)
def test_two_findings_that_belong_together_are_an_alarm_that_names_them(
    text: str, findings: set[str]
) -> None:
    found = find_emergency(text)
    assert found is not None
    assert set(found.findings) == findings
    assert text[slice(*found.span)] == found.text


@pytest.mark.parametrize(
    "text",
    [
        "hun er bleg",
        "hun er lidt sløv og bleg i dag",
        "han er ikke bleg og ikke sløv",
        "hvis hun er grå og svarer underligt",
        "han var bleg og forvirret i går",
        "han er bleg og sløv som han plejer",
        "kolde hænder og lidt træt",
        "anfaldet stoppede efter to minutter og hun sover",
    ],
)
def test_one_finding_or_a_cancelled_one_is_no_alarm(text: str) -> None:
    assert find_emergency(text) is None


@pytest.mark.parametrize(
    "text", ["han vælter ud over sengen, han trækker ikke vejret", "ryster over det hele, hun er bevidstløs"]
)
def test_over_is_not_taken_for_a_rehearsal(text: str) -> None:
    assert find_emergency(text) is not None


def test_an_alarm_is_never_doubtful_besides() -> None:
    assert not judge("han trækker ikke vejret").doubtful


def test_few_words_get_no_second_opinion() -> None:
    assert judge("kan ikke finde nøglen").emergency is None


def test_without_weights_the_second_opinion_refuses_to_start(monkeypatch: pytest.MonkeyPatch) -> None:
    evidence.load_evidence.cache_clear()
    monkeypatch.setattr(json, "loads", lambda _: {"weights": {}})
    with pytest.raises(ValueError, match="train"):
        evidence.load_evidence()


@pytest.mark.parametrize("size", [0, 1, 40, 41, 200])
def test_every_word_is_in_a_stretch(size: int) -> None:
    words = Words([(0, 0)] * size, [0] * size, [0] * size, [""] * size)
    assert {at for first, last in stretches(words) for at in range(first, last)} == set(range(size))
