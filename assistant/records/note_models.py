"""The records of notes and what was read out of them, as contract §1 and §4 write them.

In a file the spans may be left out, and so may the code or the key of a condition, its title and
its kind; what is left out stays empty in the domain and is left out again on the way out.
"""

from typing import Annotated, Literal

from pydantic import Field

from assistant.domain.note import FollowUp, Measurement, Note, NotedCondition, NoteStatus
from assistant.records.fields import (
    ClockText,
    Confidence,
    Day,
    Identifier,
    Instant,
    Number,
    OptionalIdentifier,
    OptionalWords,
    Severity,
    Span,
    Words,
    one_of,
)
from assistant.records.model import RecordModel
from assistant.services.record_checks import UNITS

ConditionKind = Annotated[str, one_of("helbredstilstand", "funktionsevnetilstand")]
ConditionStatus = Annotated[str, one_of("present", "absent", "worse", "better", "unchanged", "resolved")]
Certainty = Annotated[str, one_of("certain", "suspected")]
MeasurementKind = Annotated[str, one_of(*UNITS)]
MeasurementUnit = Annotated[str, one_of(*dict.fromkeys(UNITS.values()))]
Actor = Annotated[
    str,
    one_of(
        *("nurse", "care_helper", "care_assistant", "therapist", "manager", "doctor", "visitator"),
        *("day", "evening", "night"),
    ),
]
NoteStatusName = Annotated[str, one_of(*NoteStatus)]


class ConditionModel(RecordModel):
    """One of `conditions`."""

    code: OptionalIdentifier = None
    key: OptionalIdentifier = None
    title: OptionalWords = None
    kind: ConditionKind | None = None
    status: ConditionStatus
    certainty: Certainty = "certain"
    severity: Severity | None = None
    text: OptionalWords = None
    span: Span | None = None
    confidence: Confidence | None = None

    def part(self) -> NotedCondition:
        """The domain's condition."""
        return NotedCondition(
            code=self.code or "",
            key=self.key or "",
            title=self.title or "",
            kind=self.kind or "",
            status=self.status,
            certainty=self.certainty,
            severity=self.severity,
            text=self.text,
            span=self.span,
            confidence=self.confidence,
        )


class MeasurementModel(RecordModel):
    """One of `measurements`."""

    kind: MeasurementKind
    value: Number | None = None
    systolic: Number | None = None
    diastolic: Number | None = None
    unit: MeasurementUnit
    time: ClockText | None = None
    text: OptionalWords = None
    span: Span | None = None

    def part(self) -> Measurement:
        """The domain's measurement."""
        return Measurement(
            kind=self.kind,
            unit=self.unit,
            value=self.value,
            systolic=self.systolic,
            diastolic=self.diastolic,
            time=self.time,
            text=self.text,
            span=self.span,
        )


class FollowUpModel(RecordModel):
    """One of `follow_ups`."""

    text: Words
    due: Day | None = None
    for_whom: Actor | None = Field(default=None, alias="for")
    span: Span | None = None

    def part(self) -> FollowUp:
        """The domain's follow-up."""
        return FollowUp(self.text, self.due, self.for_whom, self.span)


class NoteModel(RecordModel):
    """`note`."""

    type: Literal["note"]
    id: Identifier
    citizen: Identifier
    author: Identifier
    at: Instant
    text: Words
    conditions: list[ConditionModel] = []  # noqa: RUF012 -- pydantic copies it
    measurements: list[MeasurementModel] = []  # noqa: RUF012
    follow_ups: list[FollowUpModel] = []  # noqa: RUF012
    status: NoteStatusName = NoteStatus.APPROVED.value

    def record(self) -> Note:
        """The domain's note."""
        return Note(
            id=self.id,
            citizen=self.citizen,
            author=self.author,
            at=self.at,
            text=self.text,
            conditions=tuple(each.part() for each in self.conditions),
            measurements=tuple(each.part() for each in self.measurements),
            follow_ups=tuple(each.part() for each in self.follow_ups),
            status=NoteStatus(self.status),
        )
