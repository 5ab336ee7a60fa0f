"""The dialogue as a pure state machine: what was heard and what is remembered give the next move.

Nothing here knows Danish, a database or the clock. A conversation belongs to one staff member, and
what it remembers is about one citizen at a time: naming another citizen forgets the first.

    state, move = respond(DialogueState(), heard)      # "Hvad skal Jens kl. 14?"   → ShowPlan(jens, 14–15)
    state, move = respond(state, heard_next)           # "og i aften?"              → ShowPlan(jens, 17–23)
"""

from collections.abc import Iterable
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
    """One sentence, understood. `intent` is None when Rasa did not answer (the simplified mode).

    `topic` holds the words that say what it is about: not who, not when, not mere grammar.
    `asks_when` is set for "hvornår …"; `emergency` when it describes danger to life now; `chosen` is
    the value of the option that it picks, where something was asked back.
    """

    text: str
    intent: Intent | None
    mentions: tuple[Mention, ...] = ()
    windows: tuple[Window, ...] = ()
    topic: tuple[str, ...] = ()
    asks_when: bool = False
    emergency: bool = False
    chosen: str | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked back: which citizen the sentence `heard` is about, of `options` or (none) of all."""

    options: tuple[str, ...]
    heard: Heard


@dataclass(frozen=True, slots=True)
class DialogueState:
    """What a conversation remembers between two sentences; `shown` are the guidance ids last shown."""

    citizen: str | None = None
    intent: Intent | None = None
    windows: tuple[Window, ...] = ()
    shown: tuple[str, ...] = ()
    asked: Asked | None = None

    def at(self, now: datetime, last_said: datetime | None) -> "DialogueState":
        """The state as it still holds `now`: after half an hour of silence nothing is remembered."""
        if last_said is None or now - last_said > FORGET_AFTER:
            return DialogueState()
        return self


@dataclass(frozen=True, slots=True)
class RaiseAlarm:
    """Say 112 first, then the local instruks; `citizen` is who is in danger, where that is known."""

    citizen: str | None
    topic: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShowPlan:
    """Show the help of these citizens in these windows; no window means from now to the end of the shift.

    `topic` narrows it to the help that the words name, if they name any; `asks_when` looks for the next
    time of that help. `with_guidance` asks for the best passages besides: the simplified mode does not
    know which is meant.
    """

    citizens: tuple[str, ...]
    windows: tuple[Window, ...]
    topic: tuple[str, ...] = ()
    asks_when: bool = False
    with_guidance: bool = False


@dataclass(frozen=True, slots=True)
class ShowRound:
    """Show the help of all the asker's citizens in these windows, narrowed to `topic` as a plan is."""

    windows: tuple[Window, ...]
    topic: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FindGuidance:
    """Find how something is done, for one citizen or (None) in the instrukser that hold for all.

    `shown` are the guidance ids that the words may point back at ("hvordan gør jeg det?").
    `asks_leave` is set for "må jeg …": then the answer names who may do it.
    """

    citizen: str | None
    topic: tuple[str, ...]
    shown: tuple[str, ...] = ()
    asks_leave: bool = False


@dataclass(frozen=True, slots=True)
class ShowRecord:
    """Show what approved notes, measurements, completions and the citizen's own data say of a question."""

    citizen: str
    windows: tuple[Window, ...]
    topic: tuple[str, ...]
    text: str


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
    RaiseAlarm
    | ShowPlan
    | ShowRound
    | FindGuidance
    | ShowRecord
    | AskWhichCitizen
    | AskForCitizen
    | NoSuchCitizen
    | Chat
    | SayNotBuilt
)

_CHAT = frozenset({Intent.GREET, Intent.THANK, Intent.ASK_HELP, Intent.OUT_OF_SCOPE})
_GUIDANCE = frozenset({Intent.ASK_HOW_TO, Intent.ASK_PERMISSION})
_NOT_BUILT = frozenset({Intent.REPORT_DONE, Intent.UNDO, Intent.DICTATE, Intent.ASK_HANDOVER})


def respond(state: DialogueState, heard: Heard) -> tuple[DialogueState, Move]:
    """What to do about a sentence, and what to remember afterwards."""
    if heard.emergency:
        return _alarm(state, heard)
    if state.asked is not None:
        settled = _settled(state.asked, heard)
        if settled is not None:
            return respond(DialogueState(), settled)
        state = replace(state, asked=None)
    unclear = next((each for each in heard.mentions if not each.certain or len(each.candidates) != 1), None)
    if unclear is not None and heard.intent not in _CHAT:
        return _ask_about(unclear, heard)
    citizens = tuple(dict.fromkeys(each.candidates[0] for each in heard.mentions if each.candidates))
    return _carry_on(_about(state, citizens), heard, citizens)


def remember_shown(state: DialogueState, guidance: Iterable[str]) -> DialogueState:
    """The state once an answer has shown these texts: "hvordan gør jeg det?" points back at them."""
    shown = tuple(guidance)
    return replace(state, shown=shown) if shown else state


def _alarm(state: DialogueState, heard: Heard) -> tuple[DialogueState, Move]:
    """Danger to life waits for no question back: an unclear name leaves the citizen open."""
    if not heard.mentions:
        return replace(state, asked=None), RaiseAlarm(state.citizen, heard.topic)
    named = {each for mention in heard.mentions if mention.certain for each in mention.candidates}
    citizen = next(iter(named)) if len(named) == 1 else None
    return DialogueState(citizen=citizen), RaiseAlarm(citizen, heard.topic)


def _settled(asked: Asked, heard: Heard) -> Heard | None:
    """The sentence asked about, now with the citizen chosen; None when this says something else."""
    named = {each for mention in heard.mentions for each in mention.candidates}
    if heard.chosen is not None:
        named = {heard.chosen}
    elif heard.intent not in (None, Intent.CHOOSE) and (heard.windows or (heard.topic and not asked.options)):
        return None  # "Hvad skal Kirsten Mørk i morgen?": a whole question of its own
    fitting = tuple(each for each in asked.options if each in named) or (
        () if asked.options else tuple(named)
    )
    if not fitting or named - set(fitting):
        return None
    mentions = tuple(
        replace(each, candidates=fitting, certain=True) if each.candidates == asked.options else each
        for each in asked.heard.mentions
    )
    return replace(asked.heard, mentions=mentions or (Mention(heard.text, fitting),))


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
        move = FindGuidance(citizen, heard.topic, state.shown, asks_leave=intent is Intent.ASK_PERMISSION)
        return replace(state, citizen=citizen, intent=intent), move
    carried = state.windows if citizens and not heard.windows and not heard.topic else ()
    windows = heard.windows or carried
    if intent is Intent.ASK_RECORD and subjects:
        remembered = replace(state, citizen=subjects[0], intent=intent, windows=windows)
        return remembered, ShowRecord(subjects[0], windows, heard.topic, heard.text)
    if intent is Intent.ASK_ROUND and not citizens:
        return DialogueState(intent=intent, windows=windows), ShowRound(windows, heard.topic)
    if not subjects:
        return _without_citizen(state, replace(heard, windows=windows), intent)
    remembered = DialogueState(
        citizen=subjects[0] if len(subjects) == 1 else None,
        intent=Intent.ASK_PLAN,
        windows=windows,
        shown=state.shown,
    )
    return remembered, ShowPlan(
        subjects, windows, heard.topic, asks_when=heard.asks_when, with_guidance=intent is None
    )


def _without_citizen(state: DialogueState, heard: Heard, intent: Intent | None) -> tuple[DialogueState, Move]:
    if intent is None:
        return state, FindGuidance(None, heard.topic)
    asking = replace(state, asked=Asked((), heard), windows=heard.windows, intent=intent)
    return asking, AskForCitizen(heard.windows)


def _meant(state: DialogueState, heard: Heard) -> Intent | None:
    """The intent of the sentence; words that only choose or name go on with what was asked before."""
    if heard.intent is Intent.CHOOSE:
        return state.intent or Intent.ASK_PLAN
    if heard.intent is Intent.OUT_OF_SCOPE and heard.mentions:
        # A citizen of the roster is named: that is found in the roster, and outweighs what Rasa
        # makes of a few words ("bjoerg kl 21").
        return Intent.ASK_PLAN if heard.windows or not heard.topic else Intent.ASK_HOW_TO
    return heard.intent
