"""The dialogue as a pure state machine: what was heard and what is remembered give the next move.

Nothing here knows Danish, a database or the clock. A conversation belongs to one staff member, and
what it remembers is about one citizen at a time: naming another citizen forgets the first.

    state, move = respond(DialogueState(), heard)      # "Hvad skal Jens kl. 14?"   → ShowPlan(jens, 14–15)
    state, move = respond(state, heard_next)           # "og i aften?"              → ShowPlan(jens, 17–23)
"""

from dataclasses import replace

from assistant.domain.corrections import NobodyElse, corrected
from assistant.domain.deciding import CHAT, WRITING, decide
from assistant.domain.dialogue_state import Asked, DialogueState, Wanted
from assistant.domain.ellipsis import complete
from assistant.domain.following import follow
from assistant.domain.heard import Heard, Intent, Mention, ReplyKind, named_citizens
from assistant.domain.leaning import NO_LEANING, FollowUp
from assistant.domain.moves import (
    Acknowledge,
    AskAgain,
    AskForCitizen,
    AskWhichCitizen,
    Chat,
    LeaveIt,
    MarkDone,
    Move,
    NoMore,
    NoSuchCitizen,
    OnlyOne,
    RaiseAlarm,
    SayNotBuilt,
    TakeBack,
)
from assistant.domain.settling import declines, picks_none, settle, still_unclear


def respond(state: DialogueState, heard: Heard) -> tuple[DialogueState, Move]:
    """What to do about a sentence, and what to remember afterwards."""
    if heard.emergency:
        return _alarm(state, heard)
    asked, state = state.asked, replace(state, asked=None)
    if asked is not None:
        answered = _answer_to(asked, state, heard)
        if answered is not None:
            return answered
    if heard.reply is ReplyKind.CORRECTION:
        of_citizen = asked is not None and asked.wants is Wanted.CITIZEN
        last = asked if of_citizen or state.last is None else state.last
        if last is not None:
            return _corrected(state, last, heard)
    unclear = next((each for each in heard.mentions if _is_unclear(each, heard)), None)
    if unclear is not None and heard.intent not in CHAT:
        return _ask_about(unclear, heard)
    if heard.leans.follow is FollowUp.AGAIN and state.last is not None:
        return _again(state, state.last)
    return _carry_on(_about(state, named_citizens(heard)), heard)


def _answer_to(asked: Asked, state: DialogueState, heard: Heard) -> tuple[DialogueState, Move] | None:
    """What follows from an answer to what was asked back; None where the sentence is no answer to it."""
    if declines(asked, heard):
        return state, LeaveIt()
    if heard.leans.follow is FollowUp.AGAIN:
        return replace(state, asked=asked), AskAgain(asked, repeated=True)
    if picks_none(asked, heard):
        return replace(state, asked=asked), AskAgain(asked)
    settled = settle(asked, heard)
    if settled is None:
        unclear = still_unclear(asked, heard)
        return _ask_about(unclear, replace(heard, mentions=(unclear,))) if unclear is not None else None
    if asked.wants is Wanted.CITIZEN and not set(asked.options) <= set(state.among):
        state = DialogueState(windows=state.windows)
    return _answered(asked.options, *respond(state, settled))


def _answered(namesakes: tuple[str, ...], state: DialogueState, move: Move) -> tuple[DialogueState, Move]:
    """Keep whom else the question could have been about, for "nej, den anden Jens"."""
    if state.last is None or len(namesakes) < 2 or state.citizen not in namesakes:
        return state, move
    return replace(state, last=replace(state.last, options=namesakes)), move


def _corrected(state: DialogueState, last: Asked, heard: Heard) -> tuple[DialogueState, Move]:
    """The last question again, as it was meant; what was written is taken back first."""
    try:
        meant = corrected(state.citizen, last, heard)
    except NobodyElse as nobody:
        return state, OnlyOne(str(nobody))
    if heard.leans.not_this and not meant.mentions:
        return replace(state, asked=Asked((), meant)), AskForCitizen(meant.windows)
    ticked = state.ticked if last.heard.report and not heard.leans.adds else ()
    if ticked and any(len(each.candidates) > 1 for each in meant.mentions):
        return replace(state, ticked=()), TakeBack(ticked, state.citizen)
    named = tuple(each for mention in heard.mentions for each in mention.candidates)
    base = state if named_citizens(meant) == (state.citizen,) else DialogueState(windows=state.windows)
    state, move = _answered(named or last.options, *respond(base, replace(meant, reply=None)))
    return state, replace(move, instead_of=ticked) if isinstance(move, MarkDone) else move


def _again(state: DialogueState, last: Asked) -> tuple[DialogueState, Move]:
    """The last question once more; what was written is not written twice."""
    if last.heard.intent in WRITING:
        return state, Acknowledge(bool(state.ticked))
    return _carry_on(state, replace(last.heard, leans=NO_LEANING, reply=None))


def _alarm(state: DialogueState, heard: Heard) -> tuple[DialogueState, Move]:
    """Danger to life waits for no question back: an unclear name leaves the citizen open."""
    if not heard.mentions:
        return replace(state, asked=None), RaiseAlarm(state.citizen, heard.topic)
    named = {each for mention in heard.mentions if mention.certain for each in mention.candidates}
    citizen = next(iter(named)) if len(named) == 1 else None
    return DialogueState(citizen=citizen), RaiseAlarm(citizen, heard.topic)


def _ask_about(mention: Mention, heard: Heard) -> tuple[DialogueState, Move]:
    if not mention.candidates:
        asked = replace(heard, mentions=())
        unknown = DialogueState(intent=heard.intent, windows=heard.windows, last=Asked((), asked))
        return unknown, NoSuchCitizen(mention.text)
    return (
        DialogueState(asked=Asked(mention.candidates, heard)),
        AskWhichCitizen(mention.text, mention.candidates),
    )


def _is_unclear(mention: Mention, heard: Heard) -> bool:
    """Whether it must be asked whom a name means; not where the same one is named for sure beside it."""
    sure = {each.candidates for each in heard.mentions if each.certain and len(each.candidates) == 1}
    return (not mention.certain or len(mention.candidates) != 1) and mention.candidates not in sure


def _about(state: DialogueState, citizens: tuple[str, ...]) -> DialogueState:
    """The state once the sentence's citizens are known: another citizen clears all of the former."""
    if not citizens or citizens == (state.citizen,):
        return state
    # "hvad med Else?" asks the same of another citizen: the kind and the time of the question go on,
    # and nothing that was said or shown about the former does.
    last = state.last
    if last is not None:
        last = Asked((), replace(last.heard, mentions=(), tasks=(), report=None, dictated=None))
    one_of_several = set(citizens) <= set(state.among)
    return DialogueState(
        citizen=citizens[0] if len(citizens) == 1 else None,
        intent=state.intent,
        windows=state.windows,
        last=last,
        shown=state.shown if one_of_several else (),
        tasks=state.tasks if one_of_several else (),
        seen=state.seen,
    )


def _carry_on(state: DialogueState, heard: Heard) -> tuple[DialogueState, Move]:
    """The move for a sentence whose citizens are clear, and the question to go on from afterwards."""
    before = state.last
    whom = named_citizens(heard)
    subjects = whom or ((state.citizen,) if state.citizen else ())
    move = follow(state, heard, subjects or (state.among if len(state.among) == 1 else ()))
    if move is not None:
        return _kept(state, heard, move), move
    heard = complete(state, heard)
    if heard.intent is Intent.ASK_PLAN and _only_when(state, heard, subjects):
        heard = replace(heard, intent=Intent.ASK_ROUND)
    state, move = decide(state, heard, named_citizens(heard) or subjects)
    if state.asked is None and not isinstance(move, Chat | SayNotBuilt | NoMore):
        state = replace(state, last=Asked(_namesakes(before, state.citizen), heard))
    return state, move


def _kept(state: DialogueState, heard: Heard, move: Move) -> DialogueState:
    """The state after a follow-up: the question before stays the one to go on from."""
    return replace(state, asked=Asked((), heard)) if isinstance(move, AskForCitizen) else state


def _namesakes(before: Asked | None, citizen: str | None) -> tuple[str, ...]:
    """Whom else the name could mean, as long as it is about the same citizen."""
    return before.options if before is not None and citizen in before.options else ()


def _only_when(state: DialogueState, heard: Heard, subjects: tuple[str, ...]) -> bool:
    """Whether it says only a time ("resten af vagten?") where nobody was spoken of: then all are meant."""
    nobody = not (subjects or state.among or state.faded or heard.leans.of_person or heard.mentions)
    fresh = state.last is None and state.intent is None
    return nobody and fresh and heard.leans.elliptical and bool(heard.windows) and not heard.topic
