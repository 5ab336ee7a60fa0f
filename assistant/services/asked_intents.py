"""What a question wants, where its form says it plainer than Rasa does.

Rasa reads a sentence as a whole and is drawn by its words: "hun vil ikke sove, hvad gør jeg" sounds
like an observation. The form of a question is short and certain, so it goes first; what it leaves open
is Rasa's. A question never writes.
"""

from dataclasses import dataclass

from assistant.domain.heard import Intent
from nlu.components.care_terms import concepts_of
from nlu.components.done_cues import Outcome, Strength, read_report, tells_of_own_act
from nlu.components.question_forms import (
    asks_ability,
    asks_amount,
    asks_choice,
    asks_for_a_rule,
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
    tells_of_trouble,
    wants_advice,
)
from nlu.components.record_facets import asks_record, is_bare_value, kinds_named
from retrieval.related_words import related
from retrieval.words import words

_CHAT = frozenset({Intent.GREET, Intent.THANK, Intent.ASK_HELP})
_TELLS = frozenset({Intent.REPORT_DONE, Intent.DICTATE, Intent.CHOOSE, Intent.UNDO})
_OF_GUIDANCE = frozenset({Intent.ASK_HOW_TO, Intent.ASK_PERMISSION})
# What the words for all of one's unit make a round of, whatever else is said.
_OF_MANY = frozenset(
    {Intent.ASK_PLAN, Intent.ASK_ROUND, Intent.ASK_HELP, Intent.CHOOSE, Intent.OUT_OF_SCOPE, Intent.GREET}
)
# From here on Rasa's word for something outside the work, or for a plan, goes before a need of advice.
_CONFIDENT = 0.8


@dataclass(frozen=True, slots=True)
class Clues:
    """What is known of a question besides its words.

    `about_someone`: a citizen is named, or was spoken of; `named`: in the question itself. `timed`: it
    names a time; `begun`: that time has begun, so that something may be recorded of it.
    """

    about_someone: bool = False
    named: bool = False
    timed: bool = False
    begun: bool = False


def seeks_advice(text: str, said: Intent | None, confidence: float, clues: Clues) -> bool:
    """Whether somebody tells of a need and asks what to do, whatever Rasa makes of what is told.

    "Hvad gør jeg hos Else kl. 8" asks for the plan, and a need outside the work is not one of care.
    """
    if not wants_advice(text):
        return False
    if said is Intent.ASK_PLAN:
        return not clues.timed and confidence < _CONFIDENT
    outside = said in (Intent.OUT_OF_SCOPE, Intent.ASK_HELP) and not clues.about_someone
    return said is not Intent.ASK_PERMISSION and not (outside and confidence >= _CONFIDENT)


def record_is_meant(text: str, said: Intent | None, clues: Clues) -> bool:
    """Whether the words ask for what has been, or name a value alone ("saturation Viggo i dag")."""
    if not clues.about_someone or said in _CHAT or tells_of_own_act(text):
        return False
    return asks_record(text) or (clues.begun and is_bare_value(text) and said is not Intent.ASK_ROUND)


def is_of_the_unit(text: str, said: Intent | None, *, asks: bool, clues: Clues) -> bool:
    """Whether what there is to do is asked of all citizens of one's own unit ("hvad er der på gangen").

    One citizen who is named or stands behind a pronoun is asked about alone.
    """
    if said is None or clues.named or find_own_unit(text) is None or speaks_of_one(text):
        return False
    if asks_when(text) and clues.about_someone:
        return False
    if said in _OF_MANY:
        return said is not Intent.OUT_OF_SCOPE or clues.timed or asks_tasks(text)
    return asks and said is Intent.ASK_HOW_TO and asks_tasks(text) and clues.timed


def asked(text: str, said: Intent | None, confidence: float, clues: Clues) -> Intent | None:
    """The intent of a question; None where Rasa did not answer and the form tells nothing."""
    if said is None:
        return None
    if asks_place(text) and said is not Intent.ASK_PERMISSION:
        return Intent.ASK_HOW_TO
    if _asks_whom(text, said, confidence, clues) or _asks_what_there_is(text, said, clues):
        return Intent.ASK_ROUND
    if said is Intent.OUT_OF_SCOPE and confidence < _CONFIDENT and _speaks_of_care(text):
        return Intent.ASK_HOW_TO
    if said in _TELLS:
        return _instead_of_telling(text, said, clues)
    if said is Intent.ASK_RECORD and not looks_back(text):
        if not kinds_named(text) and _is_of_the_way_of_help(text):
            return Intent.ASK_HOW_TO
        if clues.timed and not clues.begun and confidence < _CONFIDENT:
            return Intent.ASK_PLAN  # nothing is recorded of what is to come
    if said is Intent.ASK_ROUND and not asks_who(text) and _is_about_one(text, confidence, clues):
        return Intent.ASK_PLAN
    if said is Intent.ASK_PLAN and asks_which(text) and not clues.timed:
        return Intent.ASK_HOW_TO
    if said is Intent.ASK_HOW_TO and clues.about_someone and asks_when(text) and not asks_for_a_rule(text):
        return Intent.ASK_PLAN
    return said


def _is_about_one(text: str, confidence: float, clues: Clues) -> bool:
    """Whether what sounds like a round is about the citizen who is named, or who was spoken of."""
    if clues.named:
        return confidence < _CONFIDENT
    return clues.about_someone and not asks_tasks(text) and find_own_unit(text) is None and asks_what(text)


def _is_of_the_way_of_help(text: str) -> bool:
    """Whether it asks how help is given to somebody, and not what became of it."""
    return asks_amount(text) or asks_choice(text) or asks_liking(text) or asks_ability(text)


def _asks_whom(text: str, said: Intent, confidence: float, clues: Clues) -> bool:
    """Whether "hvem" and a time ask who gets help then ("sig mig hvem der skal vejes på mandag")."""
    if not asks_who(text) or not clues.timed or clues.named or speaks_of_one(text) or looks_back(text):
        return False
    if said is Intent.OUT_OF_SCOPE:
        return confidence < _CONFIDENT
    return said in _CHAT or said in _TELLS or (said is Intent.ASK_PLAN and not clues.about_someone)


def _asks_what_there_is(text: str, said: Intent, clues: Clues) -> bool:
    """Whether it asks what there is to do at a time, of nobody in particular ("næste vagt hvad er der")."""
    of_nobody = not (clues.about_someone or speaks_of_one(text))
    of_all = asks_tasks(text) and not asks_what_happens(text)
    return said is Intent.ASK_PLAN and of_nobody and clues.timed and of_all


def _speaks_of_care(text: str) -> bool:
    """Whether a word is one of care: then the guidance tells whether it is answered ("roskildesyge")."""
    return bool(concepts_of(text)) or any(related(word) for word in words(text))


def trouble_at_work(text: str, said: Intent | None, confidence: float, clues: Clues) -> Intent | None:
    """A need that is told of and not asked about ("bilen sidder fast i sneen"): the guidance may know.

    What Rasa surely takes for a report stays one, unless the trouble itself is all it tells ("hun er ikke
    hjemme"); an observation is looked up where it is drafted.
    """
    if not tells_of_trouble(text):
        return said
    report = read_report(text)
    if said is Intent.REPORT_DONE and report is not None:
        only_hinted = report.strength <= Strength.HINTED and report.outcome is Outcome.NOT_DONE
        return Intent.DICTATE if only_hinted and clues.about_someone else said
    unsure = said in (Intent.REPORT_DONE, Intent.CHOOSE) and confidence < _CONFIDENT
    return Intent.ASK_HOW_TO if said is Intent.OUT_OF_SCOPE or (unsure and report is None) else said


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
        return Intent.ASK_RECORD if clues.about_someone else Intent.ASK_HOW_TO
    if asks_when(text):
        return Intent.ASK_PLAN
    if looks_back(text) and clues.about_someone and (clues.begun or not clues.timed):
        return Intent.ASK_RECORD
    return Intent.ASK_PLAN if clues.timed and not tells_a_condition(text) else Intent.ASK_HOW_TO
