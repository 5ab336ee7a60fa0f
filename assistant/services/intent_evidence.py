"""What settles a sentence before its form as a question is looked at: advice, the record, the unit, trouble.

Each is asked for in words of its own that outweigh what Rasa makes of the whole (`intents` has the order).
"""

from dataclasses import dataclass

from assistant.domain.heard import Intent
from nlu.components.done_cues import Outcome, Strength, read_report, tells_of_own_act
from nlu.components.question_forms import (
    asks_tasks,
    asks_when,
    find_own_unit,
    speaks_of_one,
    tells_a_condition,
    tells_of_trouble,
    wants_advice,
)
from nlu.components.record_facets import asks_record, asks_who_did, is_bare_value

_CHAT = frozenset({Intent.GREET, Intent.THANK, Intent.ASK_HELP})
_OF_WHAT_IS_DONE = frozenset({Intent.ASK_HOW_TO, Intent.ASK_PERMISSION, Intent.ASK_PLAN, Intent.ASK_ROUND})
# What the words for all of one's unit make a round of, whatever else is said.
_OF_MANY = frozenset(
    {Intent.ASK_PLAN, Intent.ASK_ROUND, Intent.ASK_HELP, Intent.CHOOSE, Intent.OUT_OF_SCOPE, Intent.GREET}
)
# From here on Rasa's word for something outside the work, or for a plan, goes before a need of advice.
CONFIDENT = 0.8


@dataclass(frozen=True, slots=True)
class Clues:
    """What is known of a question besides its words.

    `about_someone`: a citizen is named, or was spoken of; `named`: in the question itself. `timed`: it
    names a time; `begun`: that time has begun, so that something may be recorded of it; `over`: it has
    ended. `colleague`: somebody of staff is named as who did something.
    """

    about_someone: bool = False
    named: bool = False
    timed: bool = False
    begun: bool = False
    over: bool = False
    colleague: bool = False


def seeks_advice(text: str, said: Intent | None, confidence: float, clues: Clues) -> bool:
    """Whether somebody tells of a need and asks what to do, whatever Rasa makes of what is told.

    "Hvad gør jeg hos Else kl. 8" asks for the plan, and a need outside the work is not one of care.
    """
    if not wants_advice(text):
        return False
    if said is Intent.ASK_PLAN:
        return not clues.timed and (confidence < CONFIDENT or tells_a_condition(text))
    outside = said in (Intent.OUT_OF_SCOPE, Intent.ASK_HELP) and not clues.about_someone
    return said is not Intent.ASK_PERMISSION and not (outside and confidence >= CONFIDENT)


def record_is_meant(text: str, said: Intent | None, clues: Clues) -> bool:
    """Whether the words ask for what has been, or name a value alone ("saturation Viggo i dag")."""
    if clues.about_someone and asks_who_did(text):
        return True
    if not clues.about_someone or said in _CHAT or tells_of_own_act(text):
        return False
    # What a colleague did at a time that is over stands in no plan: "hvilken skulder satte Birte plaster på".
    if clues.colleague and clues.over and said in _OF_WHAT_IS_DONE:
        return True
    return asks_record(text) or (clues.begun and is_bare_value(text) and said is not Intent.ASK_ROUND)


def is_of_the_unit(text: str, said: Intent | None, *, asks: bool, clues: Clues) -> bool:
    """Whether what there is to do is asked of all citizens of one's own unit ("hvad er der på gangen").

    One citizen who is named or stands behind a pronoun is asked about alone.
    """
    if said is None or clues.named or find_own_unit(text) is None or speaks_of_one(text):
        return False
    if tells_a_condition(text):
        return False  # "og hvis jeg er bagud på ruten"
    if asks_when(text) and clues.about_someone:
        return False
    if said in _OF_MANY:
        return said is not Intent.OUT_OF_SCOPE or clues.timed or asks_tasks(text)
    return asks and said is Intent.ASK_HOW_TO and asks_tasks(text) and clues.timed


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
    unsure = said in (Intent.REPORT_DONE, Intent.CHOOSE) and confidence < CONFIDENT
    return Intent.ASK_HOW_TO if said is Intent.OUT_OF_SCOPE or (unsure and report is None) else said
