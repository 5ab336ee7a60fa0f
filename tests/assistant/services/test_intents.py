"""What a sentence wants: its form goes before what Rasa makes of its words."""

import pytest

from assistant.domain.heard import Intent
from assistant.services.asked_intents import Clues
from assistant.services.intents import Wanted, wanted
from nlu.types import Understanding

ABOUT_SOMEONE = Clues(about_someone=True)
TODAY = Clues(about_someone=True, timed=True, begun=True)
TOMORROW = Clues(about_someone=True, timed=True)


def want(text: str, said: Intent, *, sure: float = 0.7, clues: Clues = ABOUT_SOMEONE) -> Wanted:
    name = text.find("Bodil")
    names = [(name, name + len("Bodil"))] if name >= 0 else []
    return wanted(text, Understanding(text, said.value, sure), names=names, clues=clues)


@pytest.mark.parametrize(
    ("text", "said", "meant"),
    [
        ("Bodil vil ikke sove, hvad gør man?", Intent.DICTATE, Intent.ASK_HOW_TO),
        ("Bodils ilt, må jeg skrue op når hun puster?", Intent.DICTATE, Intent.ASK_PERMISSION),
        ("gigtgel Bodil hvor meget", Intent.ASK_RECORD, Intent.ASK_HOW_TO),
        ("hvor meget drak Bodil", Intent.ASK_HOW_TO, Intent.ASK_RECORD),
        ("hvilken sang skal Bodil høre", Intent.ASK_PLAN, Intent.ASK_HOW_TO),
        ("hvilken dag skal Bodil i bad", Intent.ASK_PLAN, Intent.ASK_PLAN),
        ("hvornår tændes Bodils alarm", Intent.ASK_HOW_TO, Intent.ASK_PLAN),
        ("hvornår skal jeg ringe om Bodil", Intent.ASK_HOW_TO, Intent.ASK_HOW_TO),
        ("hvordan ser såret ud på Bodil", Intent.ASK_HOW_TO, Intent.ASK_RECORD),
        ("Bodil sov hele natten", Intent.ASK_RECORD, Intent.DICTATE),
        ("Bodil ved ikke hvilken dag det er", Intent.ASK_PLAN, Intent.DICTATE),
        ("er Bodils bad klaret?", Intent.REPORT_DONE, Intent.ASK_RECORD),
        ("bilen sidder fast i sneen", Intent.OUT_OF_SCOPE, Intent.ASK_HOW_TO),
        ("hvem vinder kampen", Intent.OUT_OF_SCOPE, Intent.OUT_OF_SCOPE),
        ("skriv at Bodil spørger hvor hun er", Intent.ASK_PLAN, Intent.DICTATE),
    ],
)
def test_the_form_of_a_sentence_goes_first(text: str, said: Intent, meant: Intent) -> None:
    assert want(text, said).intent is meant


def test_a_value_beside_a_name_and_a_time_that_has_begun_is_for_the_record() -> None:
    assert want("saturation Bodil i dag", Intent.ASK_PLAN, clues=TODAY).intent is Intent.ASK_RECORD
    assert want("saturation Bodil i morgen", Intent.ASK_PLAN, clues=TOMORROW).intent is Intent.ASK_PLAN


def test_nothing_is_asked_of_the_record_about_what_is_to_come() -> None:
    asked = want("jeg vil vide hvad Bodil får i aften", Intent.ASK_RECORD, clues=TOMORROW)
    assert asked.intent is Intent.ASK_PLAN


def test_a_question_about_a_status_that_names_nobody_asks_how_it_is_done() -> None:
    asked = want("opkast hos borger, håndsprit ok?", Intent.REPORT_DONE, clues=Clues())
    assert asked.intent is Intent.ASK_HOW_TO


@pytest.mark.parametrize("text", ["Bodil har inhaleret", "gav Bodil antibiotika"])
def test_an_act_that_only_word_order_tells_is_asked_about_before_it_is_written(text: str) -> None:
    said = Intent.DICTATE if "har" in text else Intent.ASK_RECORD
    report = want(text, said)
    assert report.intent is Intent.REPORT_DONE
    assert not report.sure


@pytest.mark.parametrize("said", list(Intent))
@pytest.mark.parametrize("text", ["er badet klaret?", "hvad gør jeg når badet er klaret", "fik Bodil bad"])
def test_a_question_never_writes_whatever_rasa_says(text: str, said: Intent) -> None:
    writes = (Intent.REPORT_DONE, Intent.DICTATE, Intent.UNDO)
    assert want(text, said, sure=0.99).intent not in writes
