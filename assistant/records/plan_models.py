"""The records of guidance, plan lines and completions, as contract §1 writes them."""

from typing import Annotated, Literal, Self

from pydantic import model_validator

from assistant.domain.doegnrytmeplan import DAILY, Completion, Outcome, PlannedHelp
from assistant.domain.staff import Role
from assistant.records.fields import (
    ClockTime,
    Day,
    Identifier,
    Instant,
    OptionalIdentifier,
    OptionalWords,
    Revision,
    Words,
    expected,
    one_of,
)
from assistant.records.model import RecordModel
from assistant.records.people_models import RoleName
from knowledge.guidance import Guidance, Kind, Status

KindName = Annotated[str, one_of(*Kind)]
StatusName = Annotated[str, one_of(*Status)]
OutcomeName = Annotated[str, one_of(*Outcome)]


class GuidanceModel(RecordModel):
    """`guidance`: one revision of it."""

    type: Literal["guidance"]
    id: Identifier
    kind: KindName
    citizen: Identifier | None = None
    title: Words
    text: Words
    status: StatusName = Status.PUBLISHED.value
    revision: Revision = 1
    valid_from: Day | None = None
    valid_to: Day | None = None
    review_by: Day | None = None
    approved_by: OptionalWords = None
    fsiii: OptionalIdentifier = None

    @model_validator(mode="after")
    def _is_for_whom_its_kind_says(self) -> Self:
        if (self.kind == Kind.HANDLEANVISNING.value) != (self.citizen is not None):
            raise expected("a citizen on a handleanvisning, and null on an instruks", field="citizen")
        return self

    def record(self) -> Guidance:
        """The revision as the rest of the program knows it."""
        return Guidance(
            id=self.id,
            kind=Kind(self.kind),
            citizen=self.citizen,
            title=self.title,
            text=self.text,
            status=Status(self.status),
            revision=self.revision,
            valid_from=self.valid_from,
            valid_to=self.valid_to,
            review_by=self.review_by,
            approved_by=self.approved_by,
            fsiii=self.fsiii,
        )


class PlannedHelpModel(RecordModel):
    """`planned_help`: one line of a døgnrytmeplan."""

    type: Literal["planned_help"]
    id: Identifier
    citizen: Identifier
    title: Words
    start: ClockTime
    end: ClockTime
    recurrence: Words = DAILY
    valid_from: Day | None = None
    valid_to: Day | None = None
    guidance: list[Identifier] = []  # noqa: RUF012 -- pydantic copies it
    least_role: RoleName = Role.CARE_HELPER.value
    remark: OptionalWords = None
    fsiii: OptionalIdentifier = None

    def record(self) -> PlannedHelp:
        """The domain's plan line."""
        return PlannedHelp(
            id=self.id,
            citizen=self.citizen,
            title=self.title,
            start=self.start,
            end=self.end,
            recurrence=self.recurrence,
            valid_from=self.valid_from,
            valid_to=self.valid_to,
            guidance=tuple(self.guidance),
            least_role=Role(self.least_role),
            remark=self.remark,
            fsiii=self.fsiii,
        )


class CompletionModel(RecordModel):
    """`completion`: what became of a plan line on one day."""

    type: Literal["completion"]
    planned_help: Identifier
    date: Day
    by: Identifier
    at: Instant
    outcome: OutcomeName
    reason: OptionalWords = None

    def record(self) -> Completion:
        """The domain's completion."""
        outcome = Outcome(self.outcome)
        return Completion(self.planned_help, self.date, self.by, self.at, outcome, self.reason)
