"""The dialogue as a pure state machine: what was heard and what is remembered give the next move.

Nothing here knows Danish, a database or the clock. A conversation belongs to one staff member, and
what it remembers is about one citizen at a time: naming another citizen forgets the first.

    state, move = respond(DialogueState(), heard)      # "Hvad skal Jens kl. 14?"   → ShowPlan(jens, 14–15)
    state, move = respond(state, heard_next)           # "og i aften?"              → ShowPlan(jens, 17–23)
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from assistant.domain.window import Window

# A pronoun half an hour later is no longer about the same citizen: the carer is in another home.
FORGET_AFTER = timedelta(minutes=30)


class Intent(StrEnum):
    """What a sentence wants; the values are the intents of `nlu/rasa/domain.yml`."""

    ASK_PLAN = "ask_plan"
    ASK_ROUND = "ask_round"
    ASK_HOW_TO = "ask_how_to"
    ASK_PERMISSION = "ask_permission"
    ASK_RECORD = "ask_record"
    REPORT_DONE = "report_done"
    UNDO = "undo"
    DICTATE = "dictate"
    ASK_HANDOVER = "ask_handover"
    CHOOSE = "choose"
    GREET = "greet"
    THANK = "thank"
    ASK_HELP = "ask_help"
    OUT_OF_SCOPE = "out_of_scope"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a citizen: `candidates` are the ids they fit, none for a name nobody has.

    `certain` is false where the words fit only in part ("Ellen Petersen" beside an Ellen Pedersen).
    """

    text: str
    candidates: tuple[str, ...]
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Heard:
    """One sentence, understood. `intent` is None when Rasa did not answer (the simplified mode)."""

    text: str
    intent: Intent | None
    mentions: tuple[Mention, ...] = ()
    windows: tuple[Window, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked back: which of these citizens (`options`) the sentence `heard` is about."""

    options: tuple[str, ...]
    heard: Heard


@dataclass(frozen=True, slots=True)
class DialogueState:
    """What a conversation remembers between two sentences."""

    citizen: str | None = None
    intent: Intent | None = None
    windows: tuple[Window, ...] = ()
    asked: Asked | None = None

    def at(self, now: datetime, last_said: datetime | None) -> "DialogueState":
        """The state as it still holds `now`: after half an hour of silence nothing is remembered."""
        if last_said is None or now - last_said > FORGET_AFTER:
            return DialogueState()
        return self


@dataclass(frozen=True, slots=True)
class ShowPlan:
    """Show the help of these citizens in these windows; no window means from now to the end of the shift.

    `with_guidance` asks for the best passages besides: the simplified mode does not know which is meant.
    """

    citizens: tuple[str, ...]
    windows: tuple[Window, ...]
    with_guidance: bool = False


@dataclass(frozen=True, slots=True)
class ShowRound:
    """Show the help of all the asker's citizens in these windows."""

    windows: tuple[Window, ...]


@dataclass(frozen=True, slots=True)
class FindGuidance:
    """Find how something is done, for one citizen or (None) in the instrukser that hold for all."""

    citizen: str | None
    question: str


@dataclass(frozen=True, slots=True)
class AskWhichCitizen:
    """Ask back whom `name` means; `options` are citizen ids, and nothing is guessed."""

    name: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskForCitizen:
    """Ask back whom the question is about: it names nobody, and nobody was spoken of."""

    windows: tuple[Window, ...]


@dataclass(frozen=True, slots=True)
class NoSuchCitizen:
    """Say that nobody of that name is among the citizens this person may see."""

    name: str


@dataclass(frozen=True, slots=True)
class Chat:
    """Answer a greeting, thanks, a question about the assistant, or one outside its work."""

    intent: Intent


@dataclass(frozen=True, slots=True)
class SayNotBuilt:
    """Say plainly that this kind of request is understood but cannot be met yet."""

    intent: Intent


Move = (
    ShowPlan | ShowRound | FindGuidance | AskWhichCitizen | AskForCitizen | NoSuchCitizen | Chat | SayNotBuilt
)

_CHAT = frozenset({Intent.GREET, Intent.THANK, Intent.ASK_HELP, Intent.OUT_OF_SCOPE})
_GUIDANCE = frozenset({Intent.ASK_HOW_TO, Intent.ASK_PERMISSION})
_NOT_BUILT = frozenset(
    {Intent.ASK_RECORD, Intent.REPORT_DONE, Intent.UNDO, Intent.DICTATE, Intent.ASK_HANDOVER}
)


def respond(state: DialogueState, heard: Heard) -> tuple[DialogueState, Move]:
    """What to do about a sentence, and what to remember afterwards."""
    if state.asked is not None:
        chosen = _chosen(state.asked, heard)
        if chosen is not None:
            return respond(DialogueState(), chosen)
        state = replace(state, asked=None)
    unclear = next((each for each in heard.mentions if not each.certain or len(each.candidates) != 1), None)
    if unclear is not None and heard.intent not in _CHAT:
        return _ask_about(unclear, heard)
    citizens = tuple(dict.fromkeys(each.candidates[0] for each in heard.mentions if each.candidates))
    return _carry_on(_about(state, citizens), heard, citizens)


def _chosen(asked: Asked, heard: Heard) -> Heard | None:
    """The sentence asked about, now with the citizen chosen; None when this answers something else."""
    named = {each for mention in heard.mentions for each in mention.candidates}
    fitting = tuple(option for option in asked.options if option in named)
    if not fitting or named - set(asked.options):
        return None
    if heard.intent not in (None, Intent.CHOOSE) and heard.windows:
        return None  # "Hvad skal Kirsten Mørk i morgen?": a whole question of its own
    settled = tuple(
        replace(each, candidates=fitting, certain=True) if each.candidates == asked.options else each
        for each in asked.heard.mentions
    )
    return replace(asked.heard, mentions=settled or (Mention(heard.mentions[0].text, fitting),))


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
    # and nothing that was said about the former does.
    return DialogueState(
        citizen=citizens[0] if len(citizens) == 1 else None, intent=state.intent, windows=state.windows
    )


def _carry_on(state: DialogueState, heard: Heard, citizens: tuple[str, ...]) -> tuple[DialogueState, Move]:
    intent = _meant(state, heard)
    subjects = citizens or ((state.citizen,) if state.citizen else ())
    if intent in _CHAT:
        return state, Chat(intent)
    if intent in _NOT_BUILT:
        return state, SayNotBuilt(intent)
    if intent in _GUIDANCE:
        citizen = subjects[0] if subjects else None
        return replace(state, citizen=citizen, intent=intent), FindGuidance(citizen, heard.text)
    windows = heard.windows or (state.windows if citizens and not heard.windows and _is_bare(heard) else ())
    if intent is Intent.ASK_ROUND and not citizens:
        return DialogueState(intent=intent, windows=windows), ShowRound(windows)
    if not subjects:
        if intent is None:
            return state, FindGuidance(None, heard.text)
        return replace(state, asked=None, windows=windows, intent=intent), AskForCitizen(windows)
    remembered = DialogueState(
        citizen=subjects[0] if len(subjects) == 1 else None, intent=Intent.ASK_PLAN, windows=windows
    )
    return remembered, ShowPlan(subjects, windows, with_guidance=intent is None)


def _meant(state: DialogueState, heard: Heard) -> Intent | None:
    """The intent of the sentence; words that only choose or name go on with what was asked before."""
    if heard.intent is Intent.CHOOSE:
        return state.intent or Intent.ASK_PLAN
    if heard.intent is Intent.OUT_OF_SCOPE and heard.mentions:
        # A citizen of the roster is named: that is found in the roster, and outweighs what Rasa
        # makes of a few words ("bjoerg kl 21").
        return Intent.ASK_PLAN if heard.windows else Intent.ASK_HOW_TO
    return heard.intent


def _is_bare(heard: Heard) -> bool:
    """Whether a sentence names a citizen and little else ("hvad med Else?")."""
    return len(heard.text.split()) <= 4
