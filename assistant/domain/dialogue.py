"""The dialogue as a pure state machine: what was heard and what is remembered give the next move.

Nothing here knows Danish, a database or the clock. A conversation belongs to one staff member, and
what it remembers is about one citizen at a time: naming another citizen forgets the first.

    state, move = respond(DialogueState(), heard)      # "Hvad skal Jens kl. 14?"   → ShowPlan(jens, 14–15)
    state, move = respond(state, heard_next)           # "og i aften?"              → ShowPlan(jens, 17–23)
"""

from dataclasses import replace

from assistant.domain.dialogue_state import Asked, DialogueState, Wanted
from assistant.domain.heard import Heard, Intent, Mention, ReplyKind
from assistant.domain.moves import (
    AskAgain,
    AskForCitizen,
    AskWhichCitizen,
    Chat,
    FindGuidance,
    LeaveIt,
    MarkDone,
    Move,
    NoSuchCitizen,
    OnlyOne,
    RaiseAlarm,
    SayNotBuilt,
    ShowPlan,
    ShowRecord,
    ShowRound,
    TakeBack,
)
from assistant.domain.recording import write
from assistant.domain.settling import declines, picks_none, settle

_CHAT = frozenset({Intent.GREET, Intent.THANK, Intent.ASK_HELP, Intent.OUT_OF_SCOPE})
_WRITING = frozenset({Intent.REPORT_DONE, Intent.UNDO, Intent.DICTATE})
_GUIDANCE = frozenset({Intent.ASK_HOW_TO, Intent.ASK_PERMISSION})
_NOT_BUILT = frozenset({Intent.ASK_HANDOVER})


def respond(state: DialogueState, heard: Heard) -> tuple[DialogueState, Move]:
    """What to do about a sentence, and what to remember afterwards."""
    if heard.emergency:
        return _alarm(state, heard)
    if state.asked is not None:
        asked, state = state.asked, replace(state, asked=None)
        if declines(asked, heard):
            return state, LeaveIt()
        if picks_none(asked, heard):
            return replace(state, asked=asked), AskAgain(asked)
        settled = settle(asked, heard)
        if settled is not None:
            base = DialogueState() if asked.wants is Wanted.CITIZEN else state
            return _answered(asked.options, *respond(base, settled))
    if heard.reply is ReplyKind.CORRECTION and state.last is not None:
        return _corrected(state, state.last, heard)
    unclear = next((each for each in heard.mentions if not each.certain or len(each.candidates) != 1), None)
    if unclear is not None and heard.intent not in _CHAT:
        return _ask_about(unclear, heard)
    citizens = tuple(dict.fromkeys(each.candidates[0] for each in heard.mentions if each.candidates))
    state, move = _carry_on(_about(state, citizens), heard, citizens)
    if state.asked is None and state.citizen is not None and not isinstance(move, Chat):
        state = replace(state, last=Asked((), heard))
    return state, move


def _answered(namesakes: tuple[str, ...], state: DialogueState, move: Move) -> tuple[DialogueState, Move]:
    """Keep whom else the question could have been about, for "nej, den anden Jens"."""
    if state.last is None or len(namesakes) < 2 or state.citizen not in namesakes:
        return state, move
    return replace(state, last=replace(state.last, options=namesakes)), move


def _corrected(state: DialogueState, last: Asked, heard: Heard) -> tuple[DialogueState, Move]:
    """The last question again, about the other one of that name; what was written is taken back first."""
    named = tuple(each for mention in heard.mentions for each in mention.candidates)
    name = heard.mentions[0].text if heard.mentions else heard.text
    others = tuple(each for each in dict.fromkeys(named or last.options) if each != state.citizen)
    if not others:
        return state, OnlyOne(name)
    repeated = replace(last.heard, mentions=(Mention(name, others),), tasks=())
    ticked = state.ticked if last.heard.report else ()
    if len(others) > 1 and ticked:
        return replace(state, ticked=()), TakeBack(ticked, state.citizen)
    state, move = _answered(named or last.options, *respond(DialogueState(), repeated))
    return state, replace(move, instead_of=ticked) if isinstance(move, MarkDone) else move


def _alarm(state: DialogueState, heard: Heard) -> tuple[DialogueState, Move]:
    """Danger to life waits for no question back: an unclear name leaves the citizen open."""
    if not heard.mentions:
        return replace(state, asked=None), RaiseAlarm(state.citizen, heard.topic)
    named = {each for mention in heard.mentions if mention.certain for each in mention.candidates}
    citizen = next(iter(named)) if len(named) == 1 else None
    return DialogueState(citizen=citizen), RaiseAlarm(citizen, heard.topic)


def _ask_about(mention: Mention, heard: Heard) -> tuple[DialogueState, Move]:
    if not mention.candidates:
        return DialogueState(), NoSuchCitizen(mention.text)
    return (
        DialogueState(asked=Asked(mention.candidates, heard)),
        AskWhichCitizen(mention.text, mention.candidates),
    )


def _about(state: DialogueState, citizens: tuple[str, ...]) -> DialogueState:
    """The state once the sentence's citizens are known: another citizen clears all of the former."""
    if not citizens or citizens == (state.citizen,):
        return state
    # "hvad med Else?" asks the same of another citizen: the kind and the time of the question go on,
    # and nothing that was said or shown about the former does.
    last = state.last
    if last is not None:
        last = Asked((), replace(last.heard, mentions=(), tasks=(), report=None, dictated=None))
    return DialogueState(
        citizen=citizens[0] if len(citizens) == 1 else None,
        intent=state.intent,
        windows=state.windows,
        last=last,
    )


def _carry_on(state: DialogueState, heard: Heard, citizens: tuple[str, ...]) -> tuple[DialogueState, Move]:
    intent = _meant(state, heard)
    heard = _going_on(state, heard, intent)
    subjects = citizens or ((state.citizen,) if state.citizen else ())
    if intent in _CHAT:
        return state, Chat(intent)
    if intent in _NOT_BUILT:
        return state, SayNotBuilt(intent)
    if intent in _WRITING:
        return write(state, heard, intent, subjects)
    if intent in _GUIDANCE:
        citizen = subjects[0] if subjects else None
        move = FindGuidance(citizen, heard.topic, state.shown, asks_leave=intent is Intent.ASK_PERMISSION)
        return replace(state, citizen=citizen, intent=intent), move
    carried = state.windows if citizens and not heard.windows and not heard.topic else ()
    windows = heard.windows or carried
    if intent is Intent.ASK_RECORD and subjects:
        remembered = replace(state, citizen=subjects[0], intent=intent, windows=windows)
        return remembered, ShowRecord(subjects[0], windows, heard.topic, heard.text)
    if not citizens and (intent is Intent.ASK_ROUND or (intent is Intent.ASK_PLAN and heard.unit)):
        return DialogueState(intent=intent, windows=windows), ShowRound(windows, heard.topic, heard.unit)
    if not subjects:
        return _without_citizen(state, replace(heard, windows=windows), intent)
    remembered = DialogueState(
        citizen=subjects[0] if len(subjects) == 1 else None,
        intent=Intent.ASK_PLAN,
        windows=windows,
        shown=state.shown,
    )
    return remembered, ShowPlan(
        subjects,
        windows,
        heard.topic,
        asks_when=heard.asks_when,
        only_named=heard.asks_one,
        with_guidance=intent is None,
    )


def _going_on(state: DialogueState, heard: Heard, intent: Intent | None) -> Heard:
    """The sentence with what it leaves unsaid: "og i mandags?" asks the same of the record as before."""
    last = state.last.heard if state.last else None
    if last is None or heard.topic or not last.topic:
        return heard
    if intent is Intent.ASK_RECORD and last.intent is Intent.ASK_RECORD:
        return replace(heard, topic=last.topic, text=last.text)
    if heard.asks_when:
        return replace(heard, topic=last.topic)
    if last.asks_when and heard.mentions and not heard.windows:
        return replace(heard, topic=last.topic, asks_when=True, asks_one=True)
    return heard


def _without_citizen(state: DialogueState, heard: Heard, intent: Intent | None) -> tuple[DialogueState, Move]:
    if intent is None:
        return state, FindGuidance(None, heard.topic)
    asking = replace(state, asked=Asked((), heard), windows=heard.windows, intent=intent)
    return asking, AskForCitizen(heard.windows)


def _meant(state: DialogueState, heard: Heard) -> Intent | None:
    """The intent of the sentence; words that only choose or name go on with what was asked before."""
    if heard.intent is Intent.CHOOSE:
        return state.intent or Intent.ASK_PLAN
    # A citizen or a time that is found outweighs what Rasa makes of a few words ("bjoerg kl 21").
    if heard.intent is Intent.OUT_OF_SCOPE and heard.mentions:
        return Intent.ASK_PLAN if heard.windows or not heard.topic else Intent.ASK_HOW_TO
    if heard.intent is Intent.ASK_HANDOVER and heard.mentions:
        return Intent.ASK_RECORD if heard.looks_back else Intent.ASK_PLAN
    if heard.intent in (Intent.GREET, Intent.THANK, Intent.ASK_HELP) and heard.mentions and heard.windows:
        return Intent.ASK_PLAN
    return heard.intent
