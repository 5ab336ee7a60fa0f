"""Some words are misspelt only beside others, and some are two that were written as one."""

import pytest

from nlu.components.spelling import respell


@pytest.mark.parametrize(
    ("written", "spelt"),
    [
        ("ka hun tale panodil", "kan hun tåle panodil"),
        ("taler han penicillin", "tåler han penicillin"),
        ("hvad skal han have te middag", "hvad skal han have til middag"),
        ("hvad skal Erna påfredag", "hvad skal Erna på fredag"),
        ("må han gå ud efterfrokost", "må han gå ud efter frokost"),
        ("hvem skal i sen i aften", "hvem skal i seng i aften"),
        ("øjentryk va va det", "øjentryk hvad var det"),
        ("hvornår skal han have nat posen på", "hvornår skal han have natposen på"),
        ("hvordan er huden om kring stomien", "hvordan er huden omkring stomien"),
    ],
)
def test_what_stands_behind_tells_which_word_was_meant(written: str, spelt: str) -> None:
    assert respell(written, keep=[]).text.replace("erna", "Erna") == spelt


@pytest.mark.parametrize(
    "sentence",
    [
        "kan hun tale dansk",
        "hun vil gerne have te og kage",
        "i eftermiddag og formiddag",
        "taler han med sin datter",
        "hun er sen i dag",
        "faldt til ro med det tunge tæppe",
        "hvem skal have mad i nat pose eller ej",
    ],
)
def test_the_same_words_beside_others_stay(sentence: str) -> None:
    assert respell(sentence).text == sentence


@pytest.mark.parametrize("word", ["stropper", "svesker", "savler", "tristhed", "sjal", "skamlen"])
def test_rare_words_of_the_dictionary_are_no_slips(word: str) -> None:
    assert respell(f"hun har {word}").text == f"hun har {word}"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("vener", "vender"),
        ("unde", "under"),
        ("sæng", "seng"),
        ("øjndrober", "øjendråber"),
        ("dagn", "dagen"),
    ],
)
def test_a_word_that_sounds_like_one_of_the_work_is_that_one(written: str, meant: str) -> None:
    assert respell(f"hvor er {written}").text == f"hvor er {meant}"


def test_sar_is_a_wound_only_where_nobody_wrote_the_danish_letters() -> None:
    assert respell("hvad med hans sar").text == "hvad med hans sår"
    assert respell("huden på låret er sar").text == "huden på låret er sar"
