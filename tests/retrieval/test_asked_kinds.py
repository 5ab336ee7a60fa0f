"""What kind of thing is asked for, and told."""

import pytest

from retrieval.asked_kinds import kinds_asked, kinds_of_one, kinds_told, rare_kinds
from retrieval.words import words

ASKED = [
    ("hvor længe skal den sidde", "duration"),
    ("hvor meget pulver skal der i", "amount"),
    ("hvor tit skal hun vendes", "frequency"),
    ("hvornår skal jeg ringe", "moment"),
    ("hvem skal jeg ringe til", "person"),
    ("hvor ligger nøglen", "storage"),
    ("hvor skal plasteret sidde", "place"),
    ("hvor mange minutter skal den sidde", "minutes"),
    ("hvilken ugedag er hun i bad", "weekday"),
    ("hvor mange milligram er der i", "strength"),
    ("hvor bredt er bindet", "length"),
    ("hvem har syet protesen", "past"),
    ("hvornår skal liften have eftersyn", "service"),
    ("hvad koster en kørestol", "price"),
    ("hvilket firma leverer ilten", "maker"),
    ("hvad hedder datteren", "name"),
    ("hvad er telefonnummeret til vagten", "phone"),
    ("hvor gammel er liften", "age"),
    ("hvornår fik hun pacemakeren", "past"),
    ("hvilken farve sejl", "colour"),
    ("hvilket ben er såret på", "side"),
    ("hvor varmt skal vandet være", "temperature"),
    ("hvilken størrelse kateter", "size"),
    ("hvorfor må han ikke drikke", "reason"),
]
TOLD = [
    ("Lad den sidde i fem minutter.", "duration"),
    ("Skift plaster hver tredje dag.", "frequency"),
    ("Ring på 12345678.", "phone"),
    ("Mål kl. 7.30.", "moment"),
    ("Det blå sejl bruges.", "colour"),
    ("Begynd med venstre arm.", "side"),
    ("Vandet skal være 37 grader.", "temperature"),
    ("Sengen blev købt i 2019.", "past"),
    ("Nøglen hænger i køkkenskabet.", "storage"),
    ("Hun kommer i bad om mandagen.", "weekday"),
]


@pytest.mark.parametrize(("question", "kind"), ASKED)
def test_a_question_asks_for_a_kind_of_thing(question: str, kind: str) -> None:
    assert kind in kinds_asked(words(question))


@pytest.mark.parametrize("question", ["hvordan vasker jeg hende", "strømper", "hun er faldet", ""])
def test_a_question_for_the_way_of_doing_it_asks_for_no_kind(question: str) -> None:
    assert kinds_asked(words(question)) == frozenset()


@pytest.mark.parametrize(("sentence", "kind"), TOLD)
def test_a_sentence_tells_a_kind_of_thing(sentence: str, kind: str) -> None:
    assert kind in kinds_told(sentence)


@pytest.mark.parametrize("kind", ["price", "phone", "maker", "colour", "temperature"])
def test_a_sentence_without_it_does_not_tell_it(kind: str) -> None:
    assert kind not in kinds_told("Rul strømpen op over hælen.")


def test_prices_are_rare_and_amounts_are_for_one_citizen() -> None:
    assert "price" in rare_kinds()
    assert "amount" in kinds_of_one()
    assert rare_kinds().isdisjoint(kinds_of_one())
