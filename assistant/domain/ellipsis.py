"""What a sentence leaves unsaid, taken from the question before: "og i nat?", "hvad med Else?"."""

from dataclasses import replace

from assistant.domain.dialogue_state import DialogueState
from assistant.domain.heard import Heard, Intent

GUIDANCE = frozenset({Intent.ASK_HOW_TO, Intent.ASK_PERMISSION})
_CHAT = frozenset({Intent.GREET, Intent.THANK, Intent.ASK_HELP, Intent.OUT_OF_SCOPE})
_WRITING = frozenset({Intent.REPORT_DONE, Intent.UNDO, Intent.DICTATE})
_QUESTIONS = frozenset({Intent.ASK_PLAN, Intent.ASK_ROUND, Intent.ASK_RECORD}) | GUIDANCE


def complete(state: DialogueState, heard: Heard) -> Heard:
    """The sentence with nothing left unsaid, as far as the question before can tell.

        complete(after("hvad vejer Rosa"), "og i mandags?")   # → record, "vejer", Monday
        complete(after("hvordan drypper jeg Rosa"), "kl. 20?")   # → plan at 20: a time asks for help

    Whom it is about is not added: that is the citizen of the state.
    """
    last = state.last.heard if state.last else None
    if last is not None and _goes_on(heard):
        return _repeated(state, last, heard)
    return _filled(state, last, replace(heard, intent=_meant(state, heard)))


def _goes_on(heard: Heard) -> bool:
    """Whether it asks the question before of another citizen, time or topic; a few words tell Rasa little."""
    if not heard.leans.elliptical or heard.report is not None or heard.intent is Intent.UNDO or heard.unit:
        return False
    if heard.topic:
        return heard.intent not in _CHAT and heard.intent is not Intent.DICTATE
    return bool(heard.mentions or heard.windows)


def _repeated(state: DialogueState, last: Heard, heard: Heard) -> Heard:
    intent = _intent_again(state, last, heard)
    same = intent is last.intent or (last.intent is Intent.ASK_ROUND and intent is Intent.ASK_PLAN)
    goes_on = same and not heard.topic
    carries_windows = intent is not Intent.ASK_RECORD or last.intent is Intent.ASK_RECORD
    # "Hvem skal have insulin?" – "og Else?" asks for her insulin, and not for all her help.
    one_of_a_round = goes_on and last.intent is Intent.ASK_ROUND and bool(heard.mentions and last.topic)
    return replace(
        heard,
        intent=intent,
        text=last.text if goes_on and intent is Intent.ASK_RECORD else heard.text,
        topic=last.topic if goes_on else heard.topic,
        windows=heard.windows or (state.windows if carries_windows else ()),
        asks_when=heard.asks_when or (same and last.asks_when and not heard.windows),
        asks_one=heard.asks_one or (goes_on and last.asks_one) or one_of_a_round,
        unit=last.unit if intent is Intent.ASK_ROUND else None,
        mentions=heard.mentions or (last.mentions if len(last.mentions) > 1 else ()),
    )


def _intent_again(state: DialogueState, last: Heard, heard: Heard) -> Intent:
    """What it asks for: what was asked before, unless a time or a topic cannot be asked about like that."""
    before = last.intent if last.intent in _QUESTIONS else state.intent
    if before not in _QUESTIONS or before is None:
        return Intent.ASK_PLAN
    if heard.topic and heard.intent is Intent.ASK_RECORD:
        return Intent.ASK_RECORD
    if before is Intent.ASK_ROUND and heard.mentions:
        return Intent.ASK_PLAN
    if heard.topic:
        return before
    asks_of_a_time = bool(heard.windows) and (before in GUIDANCE or heard.leans.lies_ahead)
    of_another_without_topic = bool(heard.mentions) and before in GUIDANCE and not last.names_topic
    if before is not Intent.ASK_ROUND and (asks_of_a_time or of_another_without_topic):
        return Intent.ASK_PLAN
    return before


def _meant(state: DialogueState, heard: Heard) -> Intent | None:
    """The intent of the sentence; words that only choose or name go on with what was asked before."""
    if heard.intent is Intent.CHOOSE:
        return state.intent or Intent.ASK_PLAN
    if heard.intent is Intent.OUT_OF_SCOPE and _measures_what_was_shown(state, heard):
        return Intent.ASK_HOW_TO
    # A citizen or a time that is found outweighs what Rasa makes of a few words ("bjoerg kl 21").
    if heard.intent is Intent.OUT_OF_SCOPE and heard.mentions:
        return Intent.ASK_PLAN if heard.windows or not heard.topic else Intent.ASK_HOW_TO
    if heard.intent is Intent.ASK_HANDOVER and (heard.mentions or state.citizen):
        return _handed_over(heard)
    if heard.intent in (Intent.GREET, Intent.THANK, Intent.ASK_HELP) and heard.mentions and heard.windows:
        return Intent.ASK_PLAN
    return heard.intent


def _handed_over(heard: Heard) -> Intent:
    """What is asked of one citizen in words of a handover: what was, what comes, or what to look out for."""
    if heard.looks_back:
        return Intent.ASK_RECORD
    return Intent.ASK_PLAN if heard.mentions or heard.windows else Intent.ASK_HOW_TO


def _measures_what_was_shown(state: DialogueState, heard: Heard) -> bool:
    """Whether it asks only for a measure of the guidance that was shown: "hvilken side nu"."""
    shown = state.last is not None and state.last.heard.intent in GUIDANCE and bool(state.shown)
    return shown and heard.asks and heard.leans.bare and (bool(heard.topic) or heard.leans.detail)


def _filled(state: DialogueState, last: Heard | None, heard: Heard) -> Heard:
    """A whole question with its topic or time, where those alone are left unsaid."""
    if heard.intent in _CHAT or heard.intent in _WRITING:
        return heard
    if last is not None and heard.intent is Intent.ASK_RECORD and heard.leans.of_doing:
        return _of_what_was_spoken_of(state, last, heard)
    if last is not None and last.topic:
        names_nothing = not heard.topic and not heard.leans.own_part
        if heard.intent is Intent.ASK_RECORD and last.intent is Intent.ASK_RECORD and names_nothing:
            heard = replace(heard, topic=last.topic, text=last.text)
        elif heard.asks_when and not heard.names_topic:
            heard = replace(heard, topic=last.topic, leans=replace(heard.leans, bare=True))
    if heard.mentions and not heard.windows and not heard.topic and heard.intent not in GUIDANCE:
        heard = replace(heard, windows=state.windows)
    if last is not None and heard.intent is last.intent is Intent.ASK_ROUND and not heard.windows:
        points_back = heard.leans.refers or heard.unit is not None
        heard = replace(heard, windows=state.windows if points_back else ())
    return heard


def _of_what_was_spoken_of(state: DialogueState, last: Heard, heard: Heard) -> Heard:
    """Who did what was spoken of: what the record showed is shown again, since it says by whom it is."""
    heard = replace(heard, topic=last.topic)
    if last.intent is Intent.ASK_RECORD:
        # With a topic the question itself leads to what was shown, and not the help shown before it.
        leans = replace(heard.leans, of_doing=not last.topic)
        heard = replace(heard, text=last.text, windows=heard.windows or state.windows, leans=leans)
    return heard
