"""Danish tells a question from a statement by the order of its words, also where a name is the subject."""

import pytest

from nlu.components.done_cues import (
    asks_to_write,
    is_question,
    says_no_more,
    speaks_of_what_was_done,
    tells_of_a_citizen,
    tells_of_a_question,
    tells_of_an_act,
    tells_of_own_act,
)

NAME = "Bodil"


def names(text: str) -> list[tuple[int, int]]:
    at = text.find(NAME)
    return [(at, at + len(NAME))] if at >= 0 else []


@pytest.mark.parametrize(
    "text",
    [
        "slog Bodil hovedet da hun faldt",
        "hoster Bodil stadig",
        "Bodil sov hun i nat",
        "Bodil creme hvor meget",
        "hende i Bodil, må hun få saft",
        "ham Bodil, skal han i seng nu",
        "Bodil er vågen og vil bede hvor er hendes tæppe",
        "Bodil har lige spist, må hun få pillen nu",
    ],
)
def test_a_verb_before_the_name_or_a_name_said_twice_asks(text: str) -> None:
    assert is_question(text, names=names(text))


@pytest.mark.parametrize(
    "text",
    [
        "gav Bodil medicin",
        "Bodil sov hele natten",
        "Bodil siger hun har ondt",
        "medicinen til Bodil har jeg givet",
        "da Bodil havde spist, ville hun sove",
        "Bodil har det godt",
    ],
)
def test_a_name_before_the_verb_or_a_speaker_left_out_tells(text: str) -> None:
    assert not is_question(text, names=names(text))


@pytest.mark.parametrize("text", ["Bodil sov hele natten", "Bodil spiste kun suppe", "Bodil græd i morges"])
def test_what_a_citizen_did_is_a_statement(text: str) -> None:
    assert tells_of_a_citizen(text, names=names(text))


@pytest.mark.parametrize(
    "text", ["Bodil sov hun i nat", "sov Bodil", "Bodil kl 14", "Bodil spiste?", "Bodil"]
)
def test_what_is_asked_of_a_citizen_is_none(text: str) -> None:
    assert not tells_of_a_citizen(text, names=names(text))


def test_what_was_done_to_a_citizen_leaves_out_who_did_it() -> None:
    assert tells_of_an_act("gav Bodil antibiotika", names=names("gav Bodil antibiotika"))
    assert not tells_of_an_act("fik Bodil sin medicin", names=names("fik Bodil sin medicin"))
    assert not tells_of_an_act("gav Bodil antibiotika?", names=names("gav Bodil antibiotika?"))


def test_that_something_was_done_and_no_more_is_no_observation() -> None:
    assert says_no_more("Bodil har inhaleret", names=names("Bodil har inhaleret"))
    assert not says_no_more("Bodil har inhaleret og hoster", names=names("Bodil har inhaleret og hoster"))


@pytest.mark.parametrize(
    "text", ["Bodil ved ikke hvilken dag det er", "hun spørger hele tiden hvor hendes mand er"]
)
def test_a_question_that_is_told_of_is_an_observation(text: str) -> None:
    assert tells_of_a_question(text)
    assert not is_question(text)


@pytest.mark.parametrize("text", ["jeg ved ikke hvad jeg skal gøre", "ved du hvor Bodil bor"])
def test_ones_own_question_is_asked(text: str) -> None:
    assert is_question(text)
    assert not tells_of_a_question(text)


@pytest.mark.parametrize(
    ("text", "dictated"),
    [
        ("skriv at hun spørger hvor hendes mor er", "hun spørger hvor hendes mor er"),
        ("noter hun ikke ved hvad hun hedder", "hun ikke ved hvad hun hedder"),
    ],
)
def test_an_order_to_write_may_hold_a_question_word(text: str, dictated: str) -> None:
    order = asks_to_write(text)
    assert order is not None
    assert text[order[1] :] == dictated


@pytest.mark.parametrize(
    "text", ["hvordan skriver jeg et notat", "notat på Bodil, hvad stod der?", "skriv du det?"]
)
def test_a_question_about_notes_orders_nothing(text: str) -> None:
    assert asks_to_write(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "vil konen til Bodil have besked hvis hun falder",
        "vil familien vækkes i nat",
        "ringer vi nu eller venter vi til i morgen",
        "er der rengøring hos Bodil i dag eller er det i næste uge",
        "skal hun i bad eller tager vi det på fredag",
        "tager jeg affaldet eller gør du",
        "vil manden med til træning",
        "kom datteren i går",
        "giver vi den nu eller skal den vente",
        "øh får Bodil besøg på lørdag",
        "Bodil bad onsdag??",
    ],
)
def test_a_verb_before_who_does_it_asks(text: str) -> None:
    assert is_question(text, names=names(text))


@pytest.mark.parametrize(
    "text",
    [
        "ville ikke op",
        "vil ingen mad have",
        "Bodil ved ikke om det er nat eller dag",
        "kunne ikke sove",
        "kom ud i haven",
        "Bodil sover eller hviler",
        "hun kastede op eller hostede",
        "Bodil siger hun fryser eller har ondt",
        "kom hjem fra sygehuset",
    ],
)
def test_a_subject_left_out_tells(text: str) -> None:
    assert not is_question(text, names=names(text))


@pytest.mark.parametrize("text", ["Bodil sin medicin har jeg givet", "badet har vi klaret"])
def test_the_object_first_tells_what_the_speaker_did(text: str) -> None:
    assert tells_of_own_act(text)


@pytest.mark.parametrize(
    "text", ["har jeg givet Bodil medicin", "hvad har jeg givet hende", "har vi badet hende?"]
)
def test_a_verb_first_asks_what_the_speaker_did(text: str) -> None:
    assert not tells_of_own_act(text)


def test_only_a_word_of_what_was_done_asks_for_the_record() -> None:
    assert speaks_of_what_was_done("er dråberne givet")
    assert not speaks_of_what_was_done("og dråberne er det begge øjne")
