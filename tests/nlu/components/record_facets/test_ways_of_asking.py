"""How a question asks of the record: how big, held against what, how a citizen was, who wants to know."""

import pytest

from nlu.components.record_facets import record_facets, tells_size, without_aside


@pytest.mark.parametrize(
    "text",
    [
        "hvor stort er mærket på låret",
        "hvor bredt er såret nu",
        "hvad måler vablen",
        "hvor dybt er tryksåret på hælen",
        "hvilken størrelse har bylden",
        "hvor stor er blæren",
        "størrelsen på såret",
        "hvor mange cm er riften",
    ],
)
def test_the_size_of_something_is_asked_for(text: str) -> None:
    assert record_facets(text).size


def test_a_note_tells_a_size_by_a_length_with_its_unit() -> None:
    assert tells_size("Riften er 1,5 cm lang.")
    assert not tells_size("Riften er blevet mindre, smerter 2.")


@pytest.mark.parametrize(
    "text",
    [
        "er det mere end i mandags",
        "lavere end sidste uge",
        "højere end da han kom hjem",
        "hvordan er det i forhold til i går",
        "sammenlignet med forrige uge",
        "er han tungere end på sygehuset",
        "er den højere end før jul",
        "er det et bedre tal end for en måned siden",
    ],
)
def test_a_time_may_be_there_only_to_compare_with(text: str) -> None:
    assert record_facets(text).compared


@pytest.mark.parametrize(
    "text",
    [
        "nogen skrev om hans knæ",
        "der stod noget om katten",
        "jeg læste noget om en rift",
        "en kollega skrev det vist",
        "aftenvagten skrev noget om hende",
        "nogen sagde noget om fisken",
        "jeg har læst om et fald",
        "nogen har noteret det",
    ],
)
def test_somebody_is_sure_that_it_was_written(text: str) -> None:
    assert record_facets(text).asserted


def test_whether_something_was_written_is_not_sure() -> None:
    assert not record_facets("er der skrevet noget om hans knæ").asserted


@pytest.mark.parametrize(
    "text",
    [
        "hvordan havde Ebbe det i går aftes",
        "hvordan har Ebbe haft det i nat",
        "hvordan var han i morges da han stod op",
        "hvordan var Ebbe i formiddags",
        "hvordan havde han det efter badet i går",
        "hvordan har hun været i dag",
        "hvordan virkede hun i går",
        "hvordan var Ebbe efter træningen i går",
    ],
)
def test_how_a_citizen_was_is_asked(text: str) -> None:
    assert record_facets(text).wellbeing


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("hvor stort er såret, sønnen spørger", "hvor stort er saaret"),
        ("konen vil vide hvor meget Ebbe vejer", "hvor meget ebbe vejer"),
        ("lægen spørger hvad blodtrykket var", "hvad blodtrykket var"),
        ("hun spørger selv hvad hun vejede", "hvad hun vejede"),
        ("hvordan har Ebbe sovet, fysioterapeuten spørger", "hvordan har ebbe sovet"),
        ("søsteren spørger om han har spist", "om han har spist"),
        ("hvad var hans puls, vagtlægen spørger", "hvad var hans puls"),
        ("svigerdatteren vil gerne vide om han faldt", "om han faldt"),
        ("hvad sagde Ebbe til datteren", "hvad sagde Ebbe til datteren"),
        ("spørger han efter sin kone", "spørger han efter sin kone"),
    ],
)
def test_who_wants_to_know_is_nothing_the_question_is_about(text: str, left: str) -> None:
    assert without_aside(text) == left
