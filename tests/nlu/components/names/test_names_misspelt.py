"""Misspelt names: found, never taken for somebody else, and as well whatever their origin."""

from collections import Counter, defaultdict

import pytest

from nlu.components.names import NameIndex, Person
from tests.nlu.components.names.misspelt import misspelt, outcome, roster, share

ROSTER = NameIndex(
    [
        Person("pedersen", ("Ellen Pedersen",)),
        Person("holm", ("Jens Holm",)),
        Person("matias", ("Matias Kjær",)),
        Person("hanna", ("Hanna Aagaard",)),
        Person("ole", ("Ole Hansen",)),
        Person("karin", ("Karin Bach",)),
        Person("karen", ("Karen Dueholm",)),
        Person("yusuf", ("Yusuf Hersi",)),
        Person("ali", ("Ali Rahimi",)),
    ]
)


@pytest.mark.parametrize("file", ["dev.txt", "heldout.txt"])
def test_hand_written_misspellings_are_found_in_every_group(file: str) -> None:
    index, outcomes = roster(), defaultdict[str, Counter[str]](Counter)
    for each in misspelt(file):
        outcomes[each.group][outcome(index, each.sentence, each.citizen)] += 1
    assert {group: counted["wrong"] for group, counted in outcomes.items()} == dict.fromkeys(outcomes, 0)
    assert {group: counted["missed"] for group, counted in outcomes.items()} == dict.fromkeys(outcomes, 0)
    assert min(share(counted, "right") for counted in outcomes.values()) >= 85


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Elen Pedersn kl 8", "pedersen"),
        ("hvad skal elen have", "pedersen"),
        ("hvad skal Mathias have", "matias"),
        ("mathias kær kl 8", "matias"),
        ("jenns holmm kl 8", "holm"),
        ("hvad skal yuusuf have", "yusuf"),
        ("youssef hersi kl 8", "yusuf"),
        ("Hannah kl 8", "hanna"),
        ("hos Aly Rahimi", "ali"),
    ],
)
def test_a_misspelt_name_that_fits_one_citizen_is_taken_and_said_to_be_close(text: str, who: str) -> None:
    (mention,) = ROSTER.find(text)
    assert (mention.candidates, mention.certain, mention.exact) == ((who,), True, False)
    assert mention.distance > 0


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Hvad skal Ellen Petersen have?", ("pedersen",)),
        ("hvad skal ellen petersen have", ("pedersen",)),
        ("hos Petersen", ("pedersen",)),
        ("hvad skal hanne have", ("hanna",)),
        ("hvad skal youssef have", ("yusuf",)),
        ("hvad skal anne-hanna have", ("hanna",)),
        ("Hanne Aagaard kl 8", ("hanna",)),
        ("Jens Hansen kl. 8", ("holm", "ole")),
        ("Frode Holm kl 8", ("holm",)),
        ("H. Holm kl 8", ("holm",)),
        ("jens rahimmi kl 8", ("ali", "holm")),
    ],
)
def test_somebody_elses_name_is_asked_about(text: str, near: tuple[str, ...]) -> None:
    (mention,) = ROSTER.find(text)
    assert (mention.candidates, mention.certain) == (near, False)


def test_the_genitive_of_a_name_that_is_a_word_too_is_somebody_elses_name() -> None:
    (mention,) = NameIndex([Person("maja", ("Maja Dall",))]).find("hvad er majs adresse")
    assert (mention.candidates, mention.certain) == (("maja",), False)


def test_two_that_are_about_equally_near_are_both_given() -> None:
    (mention,) = ROSTER.find("hvad skal karrn have")
    assert mention.candidates == ("karen", "karin")


@pytest.mark.parametrize(
    "text",
    ["hvad skal hun have", "holde øje med ellers", "en hane i haven", "har du haft en god jul", "kl 8"],
)
def test_ordinary_words_are_no_misspelt_names(text: str) -> None:
    assert ROSTER.find(text) == []
