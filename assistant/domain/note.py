"""[DK] notat: what staff wrote about a citizen, with the fields that were read out of it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

Span = tuple[int, int]


class NoteStatus(StrEnum):
    """A draft is never a note until a person approves it."""

    DRAFT = "draft"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class NotedCondition:
    """[DK] tilstand as a note states it (contract §4); `span` counts code points of the text."""

    code: str
    key: str
    title: str
    kind: str
    status: str
    certainty: str = "certain"
    severity: int | None = None
    text: str | None = None
    span: Span | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Measurement:
    """[DK] måling: one value, in the unit of contract §4; blood pressure has two."""

    kind: str
    unit: str
    value: float | None = None
    systolic: float | None = None
    diastolic: float | None = None
    time: str | None = None
    text: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class FollowUp:
    """[DK] opfølgning: something still to be done, by `for_whom`, on the day `due`."""

    text: str
    due: date | None = None
    for_whom: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """[DK] notat (observationsnotat) about one citizen."""

    id: str
    citizen: str
    author: str
    at: datetime
    text: str
    conditions: tuple[NotedCondition, ...] = ()
    measurements: tuple[Measurement, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    status: NoteStatus = NoteStatus.APPROVED
