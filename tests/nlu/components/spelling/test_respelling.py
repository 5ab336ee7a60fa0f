"""Everything that reads words is given them as they are spelt; what was written is never lost."""

import pytest

from nlu.components.spelling import respell


@pytest.mark.parametrize(
    ("written", "spelt"),
    [
        ("vornår ska hun ha oejensalve", "hvornår skal hun have øjensalve"),
        ("Hvem mangler i formiddaw?", "Hvem mangler i formiddag?"),
        ("hvormegt har han fåt imorges", "hvor meget har han fået i morges"),
        ("må en hjælber skyle det", "må en hjælper skyle det"),
        ("erna vil ud af doeren", "erna vil ud af døren"),
        ("jeg ka ikk komme frem", "jeg kan ikke komme frem"),
    ],
)
def test_misspelt_and_spoken_words_are_spelt(written: str, spelt: str) -> None:
    assert respell(written).text == spelt


@pytest.mark.parametrize(
    "sentence",
    [
        "Hvad skal der ske i aften kl. 19.30, og hvem gør det?",
        "Fortryd det. Kvittér for frokosten, og notér, at protesen sad skævt.",
        "Slimen er gul, og filteret skal vaskes efter frakken er lagt på plads.",
        "",
        "🙂 <b>x</b> 0xdeadbeef",
    ],
)
def test_what_is_spelt_right_stays(sentence: str) -> None:
    assert respell(sentence).text == sentence


def test_names_and_times_that_were_read_already_are_kept() -> None:
    text = "hvad ska babere have"

    assert respell(text, keep=[(9, 15)]).text == "hvad skal babere have"


def test_the_way_back_leads_to_the_words_as_they_were_written() -> None:
    said = respell("skriw at hun ha sovet")
    begin = said.text.index("hun")

    assert said.original[slice(*said.original_span((begin, len(said.text))))] == "hun ha sovet"
    assert said.new_span((0, 5)) == (0, len("skriv"))
