"""The move for a sentence with nothing left unsaid: its citizens, times and kind are known."""

from dataclasses import replace

from assistant.domain.dialogue_state import Asked, DialogueState
from assistant.domain.ellipsis import GUIDANCE
from assistant.domain.heard import Heard, Intent, named_citizens
from assistant.domain.moves import (
    AskForCitizen,
    Chat,
    FindGuidance,
    Move,
    SayNotBuilt,
    ShowPlan,
    ShowRecord,
    ShowRound,
)
from assistant.domain.recording import write

CHAT = frozenset({Intent.GREET, Intent.THANK, Intent.ASK_HELP, Intent.OUT_OF_SCOPE})
WRITING = frozenset({Intent.REPORT_DONE, Intent.UNDO, Intent.DICTATE})
_NOT_BUILT = frozenset({Intent.ASK_HANDOVER})


def decide(state: DialogueState, heard: Heard, subjects: tuple[str, ...]) -> tuple[DialogueState, Move]:
    """The move for a sentence with nothing left unsaid."""
    intent = heard.intent
    if intent in CHAT:
        return state, Chat(intent)
    if intent in _NOT_BUILT:
        return state, SayNotBuilt(intent)
    if intent in WRITING:
        return write(state, heard, intent, subjects)
    if intent in GUIDANCE:
        return _guide(state, heard, subjects)
    named = bool(named_citizens(heard))
    if not named and (intent is Intent.ASK_ROUND or (intent is Intent.ASK_PLAN and heard.unit)):
        return (
            DialogueState(intent=intent, windows=heard.windows),
            ShowRound(heard.windows, heard.topic, heard.unit),
        )
    if not subjects and heard.leans.of_person and len(state.among) == 1:
        subjects = state.among
    if not subjects:
        return _without_citizen(state, heard)
    if intent is Intent.ASK_RECORD:
        remembered = replace(state, citizen=subjects[0], intent=intent, windows=heard.windows, among=())
        about = state.last.heard.topic if state.last is not None else ()
        shown, of_doing = state.shown, heard.leans.of_doing
        return remembered, ShowRecord(
            subjects[0], heard.windows, heard.topic, heard.text, about, state.tasks, shown, of_doing
        )
    remembered = DialogueState(
        citizen=subjects[0] if len(subjects) == 1 else None,
        intent=Intent.ASK_PLAN,
        windows=heard.windows,
        shown=state.shown,
    )
    return remembered, _plan(state, heard, subjects)


def _plan(state: DialogueState, heard: Heard, subjects: tuple[str, ...]) -> ShowPlan:
    points_back = heard.asks_when and not heard.names_topic
    return ShowPlan(
        subjects,
        heard.windows,
        heard.topic,
        asks_when=heard.asks_when,
        only_named=heard.asks_one,
        with_guidance=heard.intent is None,
        carried=points_back,
        shown=state.shown if points_back else (),
    )


def _guide(state: DialogueState, heard: Heard, subjects: tuple[str, ...]) -> tuple[DialogueState, Move]:
    """How something is done; what was shown last is what "det" stands for."""
    if not subjects and len(state.among) == 1:
        subjects = state.among
    citizen = subjects[0] if subjects else None
    if citizen is None and not state.among and heard.leans.of_person and heard.asks and heard.asks_one:
        return _without_citizen(state, heard)  # "må han få noget at sove på": one of them must be meant
    last = state.last.heard if state.last else None
    move = FindGuidance(
        citizen,
        heard.topic,
        state.shown,
        asks_leave=heard.intent is Intent.ASK_PERMISSION,
        tasks=state.tasks,
        about=last.topic if last is not None else (),
        refers=heard.leans.refers,
        bare=not heard.names_topic,
        detail=heard.leans.detail,
        among=() if subjects else state.among,
        instead=_plan_instead(state, heard, citizen),
        heard=heard,
    )
    return replace(state, citizen=citizen, intent=heard.intent, among=() if citizen else state.among), move


def _plan_instead(state: DialogueState, heard: Heard, citizen: str | None) -> ShowPlan | None:
    """The plan of another citizen that the question goes on to, for where nothing is written."""
    return (
        ShowPlan((citizen,), state.windows) if citizen and heard.leans.elliptical and heard.mentions else None
    )


def _without_citizen(state: DialogueState, heard: Heard) -> tuple[DialogueState, Move]:
    if heard.intent is None:
        return state, FindGuidance(None, heard.topic)
    asking = replace(state, asked=Asked((), heard), windows=heard.windows, intent=heard.intent)
    among = state.among if heard.leans.of_person or heard.intent is Intent.ASK_RECORD else ()
    return asking, AskForCitizen(heard.windows, among)
