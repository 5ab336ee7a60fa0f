"""Citizens told by where they live."""

import pytest

from nlu.components.names import NameIndex, Person
from nlu.components.names.addresses import Address, read_address
from nlu.components.names.cues import load_cues

ROSTER = NameIndex(
    [
        Person("jens", ("Jens Holm",), ("Møllevej 9",)),
        Person("kirsten-a", ("Kirsten Abildgaard",), ("Møllevej 4, 1. th.",)),
        Person("kirsten-m", ("Kirsten Mørk",), ("Birkevej 12 B, Lyngkøbing",)),
        Person("zeinab", ("Zeinab Hussein",), ("Lindehaven, bolig 7",)),
        Person("nadja", ("Nadezhda Petrova",), ("Lindehaven, bolig 12",)),
        Person("else", ("Else Winther",), ("Gammel Kærvej 22, 2. tv.",)),
    ]
)


@pytest.mark.parametrize(
    ("text", "mention", "who"),
    [
        ("hvad skal hende på Birkevej have", "Birkevej", ("kirsten-m",)),
        ("hende på birkvej", "birkvej", ("kirsten-m",)),
        ("Birkevej 12b kl 8", "Birkevej 12b", ("kirsten-m",)),
        ("birkevej 12 i aften", "birkevej 12", ("kirsten-m",)),
        ("ham på Møllevej", "Møllevej", ("jens", "kirsten-a")),
        ("moellevej 9", "moellevej 9", ("jens",)),
        ("gammel kærvej kl 8", "gammel kærvej", ("else",)),
        ("bolig 7 kl. 9", "bolig 7", ("zeinab",)),
        ("hende i stue 7", "stue 7", ("zeinab",)),
        ("bolig tolv", "bolig tolv", ("nadja",)),
        ("hende på 12'eren", "12'eren", ("nadja",)),
        ("ham i nummer 9", "nummer 9", ("jens",)),
        ("ham på møllevej ni", "møllevej ni", ("jens",)),
        ("møllevej nummer ni kl 8", "møllevej nummer ni", ("jens",)),
        ("hende på gammel kærvej toogtyve", "gammel kærvej toogtyve", ("else",)),
        ("hende på gammel kærvej to og tyve", "gammel kærvej to og tyve", ("else",)),
        ("hende på birkevej tolv b", "birkevej tolv b", ("kirsten-m",)),
        ("hvad skal nummer ni have", "nummer ni", ("jens",)),
        ("Kirsten på Møllevej i morgen", "Kirsten på Møllevej", ("kirsten-a",)),
        ("Winther, Gammel Kærvej 22", "Winther, Gammel Kærvej 22", ("else",)),
    ],
)
def test_a_citizen_is_found_by_place(text: str, mention: str, who: tuple[str, ...]) -> None:
    assert [(each.text, each.candidates) for each in ROSTER.find(text)] == [(mention, who)]


def test_an_hour_behind_a_street_is_no_house_where_nobody_lives_in_it() -> None:
    (mention,) = ROSTER.find("hende på birkevej otte")
    assert (mention.text, mention.candidates) == ("birkevej", ("kirsten-m",))


def test_a_house_on_the_street_where_nobody_lives_is_asked_about() -> None:
    (mention,) = ROSTER.find("Birkevej 99")
    assert (mention.candidates, mention.certain) == (("kirsten-m",), False)


def test_a_citizen_said_to_live_elsewhere_is_asked_about() -> None:
    (mention,) = ROSTER.find("Jens på Birkevej")
    assert (mention.candidates, mention.certain) == (("jens", "kirsten-m"), False)


@pytest.mark.parametrize(
    "text", ["nummer to", "nr. 2", "den anden", "kl. 12", "2 mg", "i 7 dage", "det var en fejl"]
)
def test_a_number_that_counts_something_is_no_place(text: str) -> None:
    assert ROSTER.find(text) == []


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("Birkevej 12 B, 1. th., Lyngkøbing", Address("birkevej", "12b", None)),
        ("Lindehaven, bolig 7", Address(None, None, ("bolig", "7"))),
        ("Hegnet 4, 1. th.", Address("hegnet", "4", None)),
        ("", Address()),
        ("Ukendt", Address()),
    ],
)
def test_an_address_is_taken_apart(written: str, address: Address) -> None:
    assert read_address(written, load_cues()) == address
