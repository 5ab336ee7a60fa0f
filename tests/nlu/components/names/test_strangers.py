"""People named who are none of the roster are noticed; things, trades, days and places are no people."""

import pytest

from nlu.components.names import NameIndex, Person, is_only_a_word

ROSTER = NameIndex(
    [Person("jens", ("Jens Holm",), ("Møllevej 9",)), Person("dag", ("Dag Thomassen",))],
    colleagues=["Trine Bech"],
)


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
        ("har hun en bo, og har Bo spist", "Bo"),
        ("Frode Rank kl 8", "Frode Rank"),
        ("hvad skal hende på Egevej have", "Egevej"),
        ("ham i bolig 99", "bolig 99"),
        ("hvad skal kjeld have i aften", "kjeld"),
        ("giver man solvej mad nu", "solvej"),
        ("er brian oppe", "brian"),
        ("giv mig lige yvonne for i eftermiddag", "yvonne"),
        ("er xantor blevet vasket", "xantor"),
        ("hvordan løfter jeg xantor over i stolen", "xantor"),
        ("hvad xantor skal have til aftensmad", "xantor"),
        ("så er det xantors medicin", "xantors"),
        ("og xantor?", "xantor"),
        ("hvad skal trine have kl 9", "trine"),
        ("hos tom i morgen", "tom"),
        ("va skal fru kvistgård ha til middag", "kvistgård"),
        ("hvad skal vandgård have", "vandgård"),
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
        "god morgen", "må jeg give zopiclon", "hvad skal hnde have", "hvem skal i badd på lyngtofen",
        "hvornår gives inflensamedicinen", "hvormegt har han drukket", "er køkengulvet vådt",
        "har hun fået penisilin", "hvordan bruger jeg kugledynen", "hos dem på anden sal",
        "står der noget om rollatoren",
    ],
)  # fmt: skip
def test_what_is_no_person_is_no_stranger(text: str) -> None:
    assert [each.text for each in ROSTER.read(text).strangers] == []


@pytest.mark.parametrize(
    "text", ["må trine give det?", "har trine bech målt det", "må Trine godt hjælpe ham"]
)
def test_a_colleague_who_does_something_is_no_stranger(text: str) -> None:
    reading = ROSTER.read(text)
    assert reading.strangers == ()
    assert [each.text.lower() for each in reading.colleagues] in (["trine"], ["trine bech"])


def test_somebody_of_the_roster_is_no_stranger() -> None:
    assert ROSTER.read("hvad skal jens og dag have").strangers == ()


@pytest.mark.parametrize("word", ["lagde", "stod", "riften"])
def test_a_common_word_in_small_letters_is_nobodys_name(word: str) -> None:
    assert is_only_a_word(word)
    assert not is_only_a_word(word.capitalize())


@pytest.mark.parametrize("word", ["frode", "kjeld", "xantor", "storm"])
def test_what_people_are_called_or_no_list_knows_may_be_a_name(word: str) -> None:
    assert not is_only_a_word(word)
