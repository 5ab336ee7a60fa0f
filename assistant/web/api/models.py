"""The bodies of the API; the OpenAPI document is made of them. Meanings: contract §3."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.domain.answer import AnswerKind
from assistant.domain.doegnrytmeplan import Outcome
from assistant.domain.staff import Role
from assistant.web.api.fields import Identifier, Text, Time


class Request(BaseModel):
    """Unknown fields are an error that names the field."""

    model_config = ConfigDict(extra="forbid")


class AskBody(Request):
    text: Text
    conversation: Identifier | None = None
    at: Time | None = Field(default=None, description="The clock of the question; default: now.")


class CitizenPath(BaseModel):
    id: Identifier


class PlanQuery(Request):
    from_: Time | None = Field(default=None, alias="from", description="Default: now.")
    to: Time | None = Field(
        default=None, description="Default: 24 hours after from; at most 31 days after it."
    )


class ErrorDetail(BaseModel):
    code: str
    message: str
    fields: dict[str, str] | None = None


class ErrorBody(BaseModel):
    error: ErrorDetail


class CitizenBody(BaseModel):
    id: str
    name: str
    alerts: list[str]


class OwnCitizen(CitizenBody):
    preferred_name: str | None
    care_unit: str
    address: str | None


class CitizensBody(BaseModel):
    citizens: list[OwnCitizen]


class WindowBody(BaseModel):
    start: str
    end: str


class CompletionBody(BaseModel):
    date: str
    by: str
    at: str
    outcome: Literal[tuple(each.value for each in Outcome)]  # type: ignore[valid-type]
    reason: str | None


class TaskBody(BaseModel):
    planned_help: str
    citizen: str
    title: str
    start: str
    end: str
    remark: str | None
    least_role: Literal[tuple(each.value for each in Role)]  # type: ignore[valid-type]
    guidance: list[str]
    completion: CompletionBody | None


class PassageBody(BaseModel):
    guidance: str
    revision: int
    title: str
    quote: str
    score: float
    approved_by: str | None = None


class OptionBody(BaseModel):
    label: str
    value: str


class PlanBody(BaseModel):
    citizen: CitizenBody
    window: WindowBody
    tasks: list[TaskBody]
    passages: list[PassageBody]


class AnswerBody(BaseModel):
    kind: Literal[tuple(each.value for each in AnswerKind)]  # type: ignore[valid-type]
    text: str
    conversation: str
    citizen: CitizenBody | None
    window: WindowBody | None
    tasks: list[TaskBody]
    passages: list[PassageBody]
    options: list[OptionBody]
    simplified: bool
    elapsed_ms: float
    notes: list[str] | None = None
    completions: list[dict[str, Any]] | None = None
    measurements: list[dict[str, Any]] | None = None
    draft: dict[str, Any] | None = None
    handover: dict[str, Any] | None = None
