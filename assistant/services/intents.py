"""What a sentence wants: Rasa's word, weighed against the words that settle it without Rasa.

Writing is the one thing that cannot be guessed: a question never writes, an order to write down or to
take back is known by its own words, and a report that is only probable is asked about first. The order
of the evidence: words that take back or order to write, a need of advice, an observation, words for
the record, words for all of one's unit, the form of a question (`asked_intents`), and then Rasa.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain.doegnrytmeplan import Outcome
from assistant.domain.heard import Intent
from assistant.services.asked_intents import asked
from assistant.services.intent_evidence import (
    Clues,
    is_of_the_unit,
    record_is_meant,
    seeks_advice,
    trouble_at_work,
)
from nlu.components.done_cues import (
    Report,
    Strength,
    asks_to_write,
    begins_with_a_name,
    denies,
    is_question,
    read_report,
    says_no_more,
    takes_back,
    tells_of_a_citizen,
    tells_of_a_question,
    tells_of_an_act,
    tells_of_own_act,
)
from nlu.components.question_forms import OwnUnit, find_own_unit
from nlu.types import Understanding

# Below this, Rasa's word alone is not enough to write or to take back (contract: undoable, but at once).
_ENOUGH = 0.6
# From here on, Rasa's word for another intent goes before a statement that may be part of something else.
_CONFIDENT = 0.8
_CHAT = frozenset({Intent.GREET, Intent.THANK, Intent.ASK_HELP})
# The words of an order to write are also said of poems and letters; Rasa knows those.
_NO_NOTE = _CHAT | {Intent.OUT_OF_SCOPE, Intent.ASK_HANDOVER}


@dataclass(frozen=True, slots=True)
class Wanted:
    """The intent of a sentence, with the evidence for it."""

    intent: Intent | None
    asks: bool = False
    report: Report | None = None
    sure: bool = True
    """Whether a report may be written at once."""
    order: tuple[int, int] | None = None
    """Where the order to write something down stands."""
    unit: OwnUnit | None = None
    """The words for all citizens of one's unit, which name no help."""


def wanted(
    text: str,
    understood: Understanding | None,
    *,
    names: Sequence[tuple[int, int]],
    clues: Clues,
) -> Wanted:
    """What `text` wants; `understood` is None when Rasa did not answer, `names` are where names stand.

    :param clues: what else is known, such as whether a citizen is named; only then a question can be
        one to the record.
    """
    said = Intent(understood.intent) if understood else None
    confidence = understood.confidence if understood else 0.0
    asks = is_question(text, names=names)
    if takes_back(text) or (said is Intent.UNDO and confidence >= _ENOUGH and not asks):
        return Wanted(Intent.UNDO)
    order = asks_to_write(text, names=names)
    if order is not None and not (said in _NO_NOTE and confidence >= _ENOUGH):
        return Wanted(Intent.DICTATE, order=order)
    if seeks_advice(text, said, confidence, clues):
        return Wanted(Intent.ASK_HOW_TO, asks=True)
    if tells_of_a_question(text) and clues.about_someone and confidence < _CONFIDENT:
        return Wanted(Intent.DICTATE)
    if said is Intent.DICTATE and confidence >= _ENOUGH and not asks:
        report = read_report(text)
        if report is not None and says_no_more(text, names=names):
            return Wanted(Intent.REPORT_DONE, report=report, sure=False)
        if report is None or report.strength is not Strength.COMMANDED:
            return Wanted(Intent.DICTATE)
    if record_is_meant(text, said, clues):
        return Wanted(Intent.ASK_RECORD, asks=True)
    if is_of_the_unit(text, said, asks=asks, clues=clues):
        return Wanted(Intent.ASK_ROUND, asks=asks, unit=find_own_unit(text))
    said = trouble_at_work(text, said, confidence, clues)
    if asks:
        return Wanted(asked(text, said, confidence, clues), asks=True)
    if said is Intent.ASK_RECORD:
        return _told_not_asked(text, names, confidence)
    if said is Intent.REPORT_DONE and confidence < _ENOUGH and tells_of_a_citizen(text, names=names):
        return Wanted(Intent.DICTATE)
    return _report(text, said, confidence)


def _told_not_asked(text: str, names: Sequence[tuple[int, int]], confidence: float) -> Wanted:
    """What Rasa takes for a question to the record: one, unless its word order is that of a statement."""
    if tells_of_own_act(text):
        return _report(text, Intent.REPORT_DONE, confidence)
    names_first = begins_with_a_name(text, names=names)
    if not names_first and not tells_of_an_act(text, names=names):
        return _report(text, Intent.ASK_RECORD, confidence)
    report = read_report(text)
    if report is not None:
        return Wanted(Intent.REPORT_DONE, report=report, sure=False)
    return Wanted(Intent.DICTATE) if names_first else Wanted(Intent.ASK_RECORD, asks=True)


def _report(text: str, said: Intent | None, confidence: float) -> Wanted:
    report = read_report(text)
    from_rasa = said is Intent.REPORT_DONE
    if report is None and from_rasa and denies(text):
        # "Badet er ikke klaret endnu": nothing to record; what is recorded is shown.
        return Wanted(Intent.ASK_RECORD)
    if report is None:
        return Wanted(said, sure=confidence >= _ENOUGH)
    match report.strength:
        case Strength.COMMANDED:
            is_report, sure = not (said is Intent.ASK_HELP and confidence >= _ENOUGH), True
        case Strength.STATED:
            chats = said in _CHAT and confidence >= _ENOUGH
            another = said not in (None, Intent.REPORT_DONE, Intent.CHOOSE) and confidence >= _CONFIDENT
            is_report, sure = not chats and not another, True
        case Strength.HINTED:
            is_report, sure = from_rasa or said is None, from_rasa and confidence >= _ENOUGH
        case _:
            is_report, sure = from_rasa or said is None, False
    return Wanted(Intent.REPORT_DONE, report=report, sure=sure) if is_report else Wanted(said, report=report)


def outcome_of(report: Report | None) -> Outcome:
    """The outcome in the words of the records; without other words, done as planned."""
    return Outcome(report.outcome.value) if report else Outcome.AS_PLANNED
