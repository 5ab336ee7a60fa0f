"""What one sentence says, once understood: the words of the dialogue machine, without any Danish."""

from dataclasses import dataclass
from enum import StrEnum

from assistant.domain.doegnrytmeplan import Outcome
from assistant.domain.leaning import NO_LEANING, Leaning
from assistant.domain.window import Window


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
class Report:
    """What staff say became of planned help; `reason` are their own words.

    `parts` are the words that name the help, one group for each of several ("bad | medicin"). Unless
    it is `sure`, nothing is written before it is confirmed.
    """

    outcome: Outcome
    reason: str | None = None
    parts: tuple[tuple[str, ...], ...] = ()
    sure: bool = True

    @property
    def lacks_reason(self) -> bool:
        """Help not given, or given otherwise, is recorded with its reason (contract §3)."""
        return self.outcome is not Outcome.AS_PLANNED and not self.reason


class ReplyKind(StrEnum):
    """How a sentence answers what was asked back, where it is nothing else."""

    YES = "yes"
    NO = "no"
    SEVERAL = "several"
    """ "begge": more than may be picked at once."""
    PLACE = "place"
    """ "nummer to": a place in a list, whether or not one was offered."""
    CORRECTION = "correction"
    """ "nej, den anden Jens", "jeg mener kl. 16": the last question, with a part of it changed."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One sentence, understood. `intent` is None when Rasa did not answer (the simplified mode).

    `topic` holds the words that say what it is about: not who, not when, not mere grammar.
    `asks_when` is set for "hvornår …"; `emergency` when it describes danger to life now; `chosen` is
    the value of the option that it picks, where something was asked back.

    `asks` tells a question by its form, `asks_one` one about one thing only ("skal Else i bad",
    "hvornår …"). `looks_back` is set for what lies behind; `unit` is the care unit that it names.

    `report` is set where it reports of planned help, with the `tasks` (planned help ids) that were
    picked for it; `dictated` are the words of an observation without the order to write them down.

    `leans` is how it leans on what was said before.
    """

    text: str
    intent: Intent | None
    mentions: tuple[Mention, ...] = ()
    windows: tuple[Window, ...] = ()
    topic: tuple[str, ...] = ()
    asks_when: bool = False
    emergency: bool = False
    chosen: str | None = None
    reply: ReplyKind | None = None
    asks: bool = False
    asks_one: bool = False
    looks_back: bool = False
    unit: str | None = None
    report: Report | None = None
    tasks: tuple[str, ...] = ()
    dictated: str | None = None
    leans: Leaning = NO_LEANING

    @property
    def names_topic(self) -> bool:
        """Whether it says itself what it is about."""
        return bool(self.topic) and not self.leans.bare


def named_citizens(heard: Heard) -> tuple[str, ...]:
    """The citizens that are named for sure, each once."""
    return tuple(dict.fromkeys(each.candidates[0] for each in heard.mentions if len(each.candidates) == 1))
