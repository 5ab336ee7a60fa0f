"""What pydantic found wrong, in sentences: what was found, and what was expected."""

from collections.abc import Iterator

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from assistant.records.fields import EXPECTED
from assistant.records.model import RecordModel
from assistant.records.note_models import ConditionModel, FollowUpModel, MeasurementModel
from assistant.records.people_models import ShiftsModel
from assistant.services.found import mask, show
from assistant.services.record_types import Problem

_PARTS: dict[str, type[RecordModel]] = {
    "conditions": ConditionModel,
    "measurements": MeasurementModel,
    "follow_ups": FollowUpModel,
    "shifts": ShiftsModel,
}

_KINDS = {
    "list_type": "a list",
    "model_type": "an object",
    "model_attributes_type": "an object",
    "dict_type": "an object",
}


def problems_of(error: ValidationError, model: type[RecordModel], line: int) -> Iterator[Problem]:
    """Each thing that is wrong with a line, by field."""
    for detail in error.errors(include_url=False):
        yield Problem(line, _place(detail) or None, _sentence(detail, model))


def _place(detail: ErrorDetails) -> str:
    place = ""
    for step in detail["loc"] or (_field(detail),):
        if isinstance(step, int):
            place += f"[{step}]"
        else:
            place += f".{mask(step)}" if place else mask(step)
    return place


def _sentence(detail: ErrorDetails, model: type[RecordModel]) -> str:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "missing":
        return "found nothing, expected the field: it is required"
    if kind == "extra_forbidden":
        return f"found a field that does not exist, expected only {', '.join(_names(detail['loc'], model))}"
    if kind == EXPECTED:
        return f"found {_found(detail)}, expected {context['what']}"
    return f"found {show(detail['input'])}, expected {_KINDS.get(kind, 'another value')}"


def _field(detail: ErrorDetails) -> str:
    return str(detail.get("ctx", {}).get("field", ""))


def _found(detail: ErrorDetails) -> str:
    if detail["ctx"]["secret"]:
        return "something else (not shown)"
    if field := _field(detail):
        return show(detail["input"].get(field))
    return show(detail["input"])


def _names(location: tuple[int | str, ...], model: type[RecordModel]) -> list[str]:
    owner = _PARTS.get(str(location[0]), model) if len(location) > 1 else model
    return [field.alias or name for name, field in owner.model_fields.items()]
