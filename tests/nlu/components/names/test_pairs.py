"""Nobody who is asked about in one breath with somebody of the roster is passed over."""

import pytest

from nlu.components.names import NameIndex, Person, named_together

ROSTER = NameIndex([Person("e", ("Else Winther",)), Person("j", ("Jens Holm",))])


@pytest.mark.parametrize(
    ("text", "strangers"),
    [
        ("hvad skal viggo og else have til natten", ["viggo"]),
        ("Hvad skal Else og Viggo have?", ["Viggo"]),
        ("else, brian i aften", ["brian"]),
        ("hvad skal else og jens have", []),
        ("hvad skal else have, og er kaffen lavet", []),
    ],
)
def test_a_stranger_joined_to_a_citizen_is_one_more_who_is_asked_about(
    text: str, strangers: list[str]
) -> None:
    assert [each.text for each in named_together(text, ROSTER.read(text))] == strangers
