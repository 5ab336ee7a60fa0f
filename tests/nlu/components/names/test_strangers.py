"""People named who are none of the roster are noticed; things, trades, days and places are no people."""

import pytest

from nlu.components.names import NameIndex, Person

ROSTER = NameIndex([Person("jens", ("Jens Holm",), ("Møllevej 9",)), Person("dag", ("Dag Thomassen",))])


@pytest.mark.parametrize(
    ("text", "stranger"),
    [
        ("hvad skal frode have kl 9", "frode"),
        ("Hvad skal Torben Hald have i morgen?", "Torben Hald"),
        ("hos Ukendtborger", "Ukendtborger"),
        ("hvad skal Ukendtborger have kl. 9", "Ukendtborger"),
        ("hvad skal xantor have", "xantor"),
        ("og hvad med Benthe?", "Benthe"),
        ("fatima kl 8", "fatima"),
        ("hvornår er nguyens bad", "nguyens"),
        ("har bo fået sin medicin, og har Bo spist", "Bo"),
        ("Frode Rank kl 8", "Frode Rank"),
        ("hvad skal hende på Egevej have", "Egevej"),
        ("ham i bolig 99", "bolig 99"),
    ],
)
def test_a_stranger_is_noticed(text: str, stranger: str) -> None:
    reading = ROSTER.read(text)
    assert reading.mentions == ()
    assert [each.text for each in reading.strangers] == [stranger]
    assert all(text[slice(*each.span)] == each.text for each in reading.strangers)


@pytest.mark.parametrize(
    "text",
    [
        "hvad skal filteret have", "hvad skal sonden have af vand", "hos lægen", "hos Tandlægen",
        "til Mandag", "skal Panodil gives", "med Fragmin kl 8", "hvad skal borgeren have", "på Fyn",
        "til Falck", "hvem skal have insulin i aften", "hvad skal alle have", "datteren Lone har ringet",
        "talt med Frode", "en borger isoleres", "hvad er BT", "hvad skal jeg", "Har hun spist?",
        "HVAD SKAL HUN HAVE", "kl. 8", "min rute i aften", "hvordan tager jeg et sår op", "Skal han i bad",
        "god morgen",
    ],
)  # fmt: skip
def test_what_is_no_person_is_no_stranger(text: str) -> None:
    assert [each.text for each in ROSTER.read(text).strangers] == []


def test_somebody_of_the_roster_is_no_stranger() -> None:
    assert ROSTER.read("hvad skal jens og dag have").strangers == ()
