"""What the dialogue does about sentences that want something of the last answer: "hvorfor?", "og så?"."""

from assistant.domain.dialogue_state import DialogueState
from assistant.domain.ellipsis import GUIDANCE
from assistant.domain.heard import Heard, Intent, ReplyKind
from assistant.domain.leaning import FollowUp
from assistant.domain.moves import (
    Acknowledge,
    AskForCitizen,
    Chat,
    ExplainWhy,
    FindGuidance,
    Move,
    NoMore,
    ShowBeside,
    ShowRecord,
)

_AGREES = frozenset({ReplyKind.YES, ReplyKind.NO})


def follow(state: DialogueState, heard: Heard, citizens: tuple[str, ...]) -> Move | None:
    """The move that a follow-up of its own kind asks for, or None where the sentence is something else.

    "Gentag" is None too: the last question is answered anew.
    """
    if acknowledges(heard):
        return Acknowledge(bool(state.ticked))
    if heard.reply is ReplyKind.PLACE and not (heard.mentions or heard.windows):
        return Chat(Intent.CHOOSE)
    match heard.leans.follow:
        case FollowUp.WHY:
            return _why(state, heard, citizens)
        case FollowUp.MORE | FollowUp.NEXT | FollowUp.BEFORE if state.last is not None:
            return _beside(state, state.last.heard, heard)
        case _:
            return None


def acknowledges(heard: Heard) -> bool:
    """Whether it takes in what was said, agrees or declines, and asks nothing."""
    if heard.mentions or heard.windows or heard.intent is Intent.UNDO:
        return False
    return heard.reply in _AGREES or heard.leans.follow is FollowUp.ACKNOWLEDGE


def _why(state: DialogueState, heard: Heard, citizens: tuple[str, ...]) -> Move | None:
    """Why something is done; why something happened is a question to the record."""
    happened = heard.intent is Intent.ASK_RECORD and (heard.topic or heard.mentions or heard.looks_back)
    if happened or (not heard.topic and state.last is None):
        return None
    if len(citizens) != 1:
        among = citizens or state.among
        return AskForCitizen(heard.windows, among) if len(among) > 1 else None
    topic = heard.topic if heard.names_topic else ()
    if citizens[0] != state.citizen and state.citizen is not None:
        return ExplainWhy(citizens[0], topic)
    found_by_topic = state.last is not None and state.last.heard.intent in GUIDANCE and state.last.heard.topic
    shown = state.shown[:1] if found_by_topic else state.shown
    return ExplainWhy(citizens[0], topic, shown, state.tasks, refers=heard.leans.refers)


def _beside(state: DialogueState, last: Heard, heard: Heard) -> Move:
    """More of a guidance, what was recorded before, or the help before or after the window shown."""
    if heard.leans.follow is FollowUp.MORE and last.intent in GUIDANCE:
        return FindGuidance(state.citizen, last.topic, state.shown, further=True, heard=last)
    before = heard.leans.follow is FollowUp.BEFORE
    if heard.leans.follow is not FollowUp.NEXT and last.intent is Intent.ASK_RECORD:
        if before and state.citizen is not None and state.told is not None:
            return ShowRecord(state.citizen, (), last.topic, last.text, before=state.told.start)
        return NoMore()
    if last.intent is Intent.ASK_ROUND:
        return ShowBeside((), state.seen, before=before, unit=last.unit)
    about = (state.citizen,) if state.citizen else state.among
    topic = last.topic if last.asks_when else ()
    return ShowBeside(about, state.seen, before=before, topic=topic) if about else NoMore()
