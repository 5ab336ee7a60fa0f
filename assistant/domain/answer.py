"""What an answer is made of: plan lines, quotes and records, each with its source (contract §3)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from assistant.domain.citizen import Citizen
from assistant.domain.dialogue_state import Asked, Ticked
from assistant.domain.doegnrytmeplan import Completion, Occurrence
from assistant.domain.note import Measurement
from assistant.domain.window import Window


class AnswerKind(StrEnum):
    """The kinds of contract §3; the value stands in the answer's `kind`."""

    PLAN = "plan"
    ROUND = "round"
    GUIDANCE = "guidance"
    RECORD = "record"
    HANDOVER = "handover"
    DRAFT = "draft"
    DONE = "done"
    CLARIFY = "clarify"
    NOT_FOUND = "not_found"
    NOT_ALLOWED = "not_allowed"
    EMERGENCY = "emergency"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Task:
    """[DK] opgave: planned help on one day, with what became of it and the guidance in force."""

    occurrence: Occurrence
    guidance: tuple[str, ...] = ()
    completion: Completion | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A verbatim piece of a revision in force. `score` is 1.0 where a plan line names the guidance."""

    guidance: str
    revision: int
    title: str
    quote: str
    score: float
    approved_by: str | None = None
    citizen: str | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """One way to go on from a question asked back; the meaning of `value` is in contract §3."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class TakenValue:
    """[DK] målt værdi: a measurement with the approved note that it stands in."""

    note: str
    at: str
    measurement: Measurement


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to one question. `text` is what is said or read aloud; the rest is its evidence.

    `simplified` tells that Rasa did not answer and only citizen, time and search were used. `asked`,
    `ticked` and `told` are for the conversation alone: what the answer asks back, what it wrote or took
    back, and from when to when the record is that it shows.
    """

    kind: AnswerKind
    text: str
    citizen: Citizen | None = None
    window: Window | None = None
    tasks: tuple[Task, ...] = ()
    passages: tuple[Quote, ...] = ()
    options: tuple[Option, ...] = ()
    notes: tuple[str, ...] = ()
    measurements: tuple[TakenValue, ...] = ()
    completions: tuple[tuple[str, date, str], ...] = ()
    draft: dict[str, Any] | None = None
    handover: dict[str, Any] | None = None
    simplified: bool = False
    asked: Asked | None = None
    ticked: tuple[Ticked, ...] | None = None
    told: Window | None = None
