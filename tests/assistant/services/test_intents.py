"""What a sentence wants: its form goes before what Rasa makes of its words."""

import pytest

from assistant.domain.heard import Intent
from assistant.services.intent_evidence import Clues
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


NOBODY = Clues()
AHEAD = Clues(timed=True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hvad mangler vi på etagen", Intent.ASK_PLAN),
        ("hvad er der på min rute i aften", Intent.CHOOSE),
        ("hvad ligger der på listen nu", Intent.ASK_HELP),
        ("hvad har vi i weekenden på plejehjemmet", Intent.OUT_OF_SCOPE),
        ("hvem skal op på afdelingen", Intent.ASK_PLAN),
        ("hvad sker der i huset i aften", Intent.ASK_PLAN),
        ("hele gangen kl 15", Intent.CHOOSE),
        ("hvad skal vi på afsnittet inden frokost", Intent.ASK_HOW_TO),
    ],
)
def test_what_there_is_in_the_unit_is_a_round_whatever_rasa_says(text: str, said: Intent) -> None:
    for clues in (AHEAD, TOMORROW):  # also where a citizen was spoken of before
        wants = want(text, said, clues=clues)
        assert wants.intent is Intent.ASK_ROUND
        assert wants.unit is not None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hvad skal hun på gangen", Intent.ASK_PLAN),
        ("må Bodil gå alene på gangen", Intent.ASK_PERMISSION),
        ("hvor er brandslukkeren på gangen", Intent.ASK_HOW_TO),
        ("overlevering for afdelingen", Intent.ASK_HANDOVER),
    ],
)
def test_a_place_where_one_citizen_is_makes_no_round(text: str, said: Intent) -> None:
    named = Clues(about_someone=True, named="Bodil" in text)
    assert want(text, said, clues=named).intent is said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sig mig hvem der skal vejes på mandag", Intent.ASK_HELP),
        ("kan du sige hvem i morgen bad får", Intent.ASK_HELP),
        ("hvem på fredag træning skal have", Intent.CHOOSE),
        ("vil gerne vide hvem der skal have insulin kl 18", Intent.DICTATE),
        ("hvem er det nu der skal vendes kl 2", Intent.ASK_PLAN),
        ("ved du hvem der får rent sengetøj på torsdag", Intent.ASK_HELP),
        ("hvem skal i seng først i aften", Intent.OUT_OF_SCOPE),
        ("hej hvem tager medicin kl 12", Intent.GREET),
    ],
)
def test_who_gets_something_at_a_time_is_a_round(text: str, said: Intent) -> None:
    assert want(text, said, clues=AHEAD).intent is Intent.ASK_ROUND


@pytest.mark.parametrize(
    "text",
    [
        "Bodil sæbe eller kun vand?",
        "hvilken saft kan Bodil lide",
        "hvor skal Bodils natpose hænge i aften",
        "vil Bodil helst have lyset tændt?",
        "gaze eller plaster på Bodils albue?",
        "hvor er det Bodils stok skal stå, den væltede sidst",
        "hvilken musik foretrækker Bodil",
        "hvor stikker man Bodil om aftenen",
    ],
)
def test_how_it_is_to_be_is_for_the_guidance_and_not_for_the_record(text: str) -> None:
    for said in (Intent.ASK_RECORD, Intent.ASK_HOW_TO):
        assert want(text, said).intent is Intent.ASK_HOW_TO


@pytest.mark.parametrize(
    "text",
    [
        "vil konen til Bodil have besked hvis hun falder i nat eller venter vi",
        "vil familien vækkes i nat hvis Bodil bliver dårlig",
        "ringer vi til Bodils søn nu eller venter vi til i morgen",
        "er der rengøring hos Bodil i dag eller er det i næste uge, jeg kan ikke holde rede på det",
        "Bodil støvsugning fredag d 3 marts??",
        "skal Bodil vejes i dag eller tager vi det på mandag",
        "vil datteren til Bodil med til lægen på torsdag",
        "giver vi Bodil den nu eller skal den vente",
    ],
)
@pytest.mark.parametrize("said", [Intent.DICTATE, Intent.REPORT_DONE, Intent.ASK_RECORD])
def test_a_question_is_never_drafted(text: str, said: Intent) -> None:
    assert want(text, said, sure=0.95, clues=TOMORROW).intent not in (Intent.DICTATE, Intent.REPORT_DONE)


@pytest.mark.parametrize("said", [Intent.GREET, Intent.ASK_ROUND, Intent.ASK_PLAN])
def test_who_did_something_to_somebody_spoken_of_is_for_the_record(said: Intent) -> None:
    assert want("hvem hjalp hende op", said).intent is Intent.ASK_RECORD
    assert want("hvem hjalp hende op", said, clues=NOBODY).intent is not Intent.ASK_RECORD


def test_what_a_colleague_did_at_a_time_that_is_over_stands_in_no_plan() -> None:
    over = Clues(about_someone=True, named=True, timed=True, begun=True, over=True, colleague=True)
    running = Clues(about_someone=True, named=True, timed=True, begun=True, colleague=True)
    asked = "hvilket ben lagde Birte bind på hos Ebbe"
    assert want(asked, Intent.ASK_PLAN, sure=0.9, clues=over).intent is Intent.ASK_RECORD
    assert want(asked, Intent.ASK_PLAN, sure=0.9, clues=running).intent is Intent.ASK_PLAN
