"""What a question wants, where its form says it plainer than Rasa does.

Rasa reads a sentence as a whole and is drawn by its words: "hun vil ikke sove, hvad gør jeg" sounds
like an observation. The form of a question is short and certain, so it goes first; what it leaves open
is Rasa's. A question never writes.
"""

from assistant.domain.heard import Intent
from assistant.services.intent_evidence import CONFIDENT, Clues
from nlu.components.care_terms import concepts_of
from nlu.components.done_cues import speaks_of_what_was_done
from nlu.components.question_forms import (
    asks_ability,
    asks_access,
    asks_amount,
    asks_choice,
    asks_for_a_rule,
    asks_how,
    asks_leave,
    asks_liking,
    asks_place,
    asks_tasks,
    asks_what,
    asks_what_happens,
    asks_when,
    asks_which,
    asks_who,
    find_own_unit,
    looks_back,
    speaks_of_one,
    tells_a_condition,
)
from nlu.components.record_facets import kinds_named
from retrieval.related_words import related
from retrieval.words import words

_CHAT = frozenset({Intent.GREET, Intent.THANK, Intent.ASK_HELP})
_TELLS = frozenset({Intent.REPORT_DONE, Intent.DICTATE, Intent.CHOOSE, Intent.UNDO})


def asked(text: str, said: Intent | None, confidence: float, clues: Clues) -> Intent | None:
    """The intent of a question; None where Rasa did not answer and the form tells nothing."""
    if said is None:
        return None
    if said is not Intent.ASK_PERMISSION and (asks_place(text) or asks_access(text)):
        return Intent.ASK_HOW_TO
    if _asks_whom(text, said, confidence, clues) or _asks_what_there_is(text, said, clues):
        return Intent.ASK_ROUND
    if said is Intent.OUT_OF_SCOPE and _speaks_of_care(text):
        return Intent.ASK_HOW_TO if confidence < CONFIDENT or clues.about_someone else said
    if said in _TELLS:
        return _instead_of_telling(text, said, clues)
    if said in _CHAT and clues.about_someone and asks_ability(text):
        return Intent.ASK_HOW_TO  # "må hun godt få rigtig kaffe nu"
    if said is Intent.ASK_RECORD and not looks_back(text):
        if not kinds_named(text) and _is_of_the_way_of_help(text):
            return Intent.ASK_HOW_TO
        if clues.timed and not clues.begun and confidence < CONFIDENT:
            return Intent.ASK_PLAN  # nothing is recorded of what is to come
    if said is Intent.ASK_ROUND and not asks_who(text) and _is_about_one(text, confidence, clues):
        return Intent.ASK_PLAN
    if said is Intent.ASK_PLAN and _is_a_rule(text, clues):
        return Intent.ASK_HOW_TO
    if said is Intent.ASK_HOW_TO and clues.about_someone and asks_when(text) and not asks_for_a_rule(text):
        return Intent.ASK_PLAN
    return said


def _is_a_rule(text: str, clues: Clues) -> bool:
    """Whether it asks which, how, or when somebody is to be told, and not what there is to do."""
    if asks_when(text):
        return asks_for_a_rule(text) and tells_a_condition(text)
    return asks_how(text) or (asks_which(text) and not clues.timed)


def _is_about_one(text: str, confidence: float, clues: Clues) -> bool:
    """Whether what sounds like a round is about the citizen who is named, or who was spoken of."""
    if clues.named:
        return confidence < CONFIDENT
    return clues.about_someone and not asks_tasks(text) and find_own_unit(text) is None and asks_what(text)


def _is_of_the_way_of_help(text: str) -> bool:
    """Whether it asks how help is given to somebody, and not what became of it."""
    return asks_amount(text) or asks_choice(text) or asks_liking(text) or asks_ability(text)


def _asks_whom(text: str, said: Intent, confidence: float, clues: Clues) -> bool:
    """Whether "hvem" and a time ask who gets help then ("sig mig hvem der skal vejes på mandag")."""
    if not asks_who(text) or not clues.timed or clues.named or speaks_of_one(text) or looks_back(text):
        return False
    if said is Intent.OUT_OF_SCOPE:
        return confidence < CONFIDENT
    return said in _CHAT or said in _TELLS or (said is Intent.ASK_PLAN and not clues.about_someone)


def _asks_what_there_is(text: str, said: Intent, clues: Clues) -> bool:
    """Whether it asks what there is to do at a time, of nobody in particular ("næste vagt hvad er der")."""
    of_nobody = not (clues.about_someone or speaks_of_one(text))
    of_all = asks_tasks(text) and not asks_what_happens(text)
    return said is Intent.ASK_PLAN and of_nobody and clues.timed and of_all


def _speaks_of_care(text: str) -> bool:
    """Whether a word is one of care: then the guidance tells whether it is answered ("roskildesyge")."""
    return bool(concepts_of(text)) or any(related(word) for word in words(text))


def _instead_of_telling(text: str, said: Intent, clues: Clues) -> Intent:
    """What is asked in a sentence that Rasa takes for a report, a note or a choice."""
    if asks_leave(text):
        return Intent.ASK_PERMISSION
    if said is Intent.CHOOSE:
        return Intent.ASK_HOW_TO if asks_ability(text) and clues.about_someone else said
    if said is Intent.UNDO:
        return Intent.ASK_RECORD if clues.named else Intent.ASK_HELP  # "hvordan fortryder man"
    if said is Intent.REPORT_DONE:
        # "Er badet klaret?" is for the record; "håndsprit ok?" names nobody and asks how it is done.
        of_the_record = clues.about_someone and speaks_of_what_was_done(text)
        return Intent.ASK_RECORD if of_the_record else Intent.ASK_HOW_TO
    if asks_when(text):
        return Intent.ASK_PLAN
    if looks_back(text) and clues.about_someone and (clues.begun or not clues.timed):
        return Intent.ASK_RECORD
    return Intent.ASK_PLAN if clues.timed and not tells_a_condition(text) else Intent.ASK_HOW_TO
