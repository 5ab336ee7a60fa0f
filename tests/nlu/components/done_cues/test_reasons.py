"""What is the reason of a report, what only says the same once more, and where the help is named."""

import pytest

from nlu.components.done_cues import Outcome, read_report


@pytest.mark.parametrize(
    "text",
    [
        "Ebbe fik ikke sit bad, sæt det som ikke udført",
        "hun har ikke fået dråberne, meld det som ikke givet",
        "turen er ikke blevet til noget, kan du sætte den som ikke udført",
        "Ebbe kom ikke op i dag, marker som ikke udført",
        "vi nåede ikke rengøringen, sæt den som ikke lavet",
        "insulinen er ikke givet, registrer det som ikke givet",
        "Ebbe blev ikke vejet, kan du skrive det som ikke udført",
        "han er ikke kommet i seng, sæt den som ikke udført",
    ],
)
def test_saying_it_twice_gives_no_reason(text: str) -> None:
    report = read_report(text)
    assert report is not None
    assert report.outcome is Outcome.NOT_DONE
    assert report.reason is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Ebbe var indlagt, sæt badet som ikke udført", "Ebbe var indlagt"),
        ("han ville ikke op, sæt det som ikke udført", "han ville ikke op"),
        ("liften er i stykker, sæt badet som ikke udført", "liften er i stykker"),
        ("hun sov, meld medicinen som ikke givet", "hun sov"),
        ("hun fik ikke sovet så sæt badet som ikke udført", "hun fik ikke sovet"),
        ("Ebbe var ikke hjemme, kan du melde den som ikke udført", "Ebbe var ikke hjemme"),
        ("han har feber, vil du sætte turen som ikke udført", "han har feber"),
        ("hun havde gæster, sæt rengøringen som ikke lavet", "hun havde gæster"),
    ],
)
def test_what_stood_in_the_way_is_the_reason(text: str, reason: str) -> None:
    report = read_report(text)
    assert report is not None
    assert report.reason is not None
    assert text[slice(*report.reason)] == reason


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ebbes gåtur blev kun til postkassen fordi det regnede, meld den som ændret", "gåtur"),
        ("badet hos Ebbe blev kun en etagevask fordi han frøs, sæt det som ændret", "badet"),
        ("Ebbes frokost blev bare halv fordi han havde kvalme, registrer som ændret", "frokost"),
        ("træningen blev kun ti minutter da han var træt, sæt den som anderledes", "træningen"),
        (
            "rengøringen nåede vi kun halvdelen af fordi støvsugeren brød sammen, meld den ændret",
            "rengøringen",
        ),
        ("Ebbes vending blev kortere fordi han jamrede, sæt den som ændret", "vending"),
        ("aftensmaden blev kun suppe fordi han ikke kunne tygge, sæt den som ændret", "aftensmaden"),
        ("luftningen blev kun rundt om bilen fordi hunden haltede, meld den som ændret", "luftningen"),
    ],
)
def test_a_reason_does_not_swallow_the_name_of_the_help(text: str, named: str) -> None:
    report = read_report(text)
    assert report is not None
    assert report.outcome is Outcome.CHANGED
    assert report.reason is not None
    assert report.named_in is not None
    assert named in text[slice(*report.named_in)]
