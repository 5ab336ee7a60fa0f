"""An answer as the JSON of contract §3: the shape that the command line and HTTP hand out."""

from typing import Any

from assistant.domain.answer import Answer, Quote, TakenValue, Task
from assistant.domain.citizen import Citizen
from assistant.domain.doegnrytmeplan import Completion
from assistant.domain.wall_clock import local
from assistant.domain.window import Window
from assistant.services.conversation import Reply


def answer_json(reply: Reply) -> dict[str, Any]:
    """Every key of contract §3, in its order; `round` and others add fields of their own."""
    answer = reply.answer
    return {
        "kind": answer.kind.value,
        "text": answer.text,
        "conversation": reply.conversation,
        "citizen": citizen_json(answer.citizen) if answer.citizen else None,
        "window": window_json(answer.window) if answer.window else None,
        "tasks": [task_json(each) for each in answer.tasks],
        "passages": [quote_json(each) for each in answer.passages],
        "options": [{"label": each.label, "value": each.value} for each in answer.options],
        **_records_json(answer),
        "simplified": answer.simplified,
        "elapsed_ms": round(reply.elapsed_ms, 1),
    }


def citizen_json(citizen: Citizen) -> dict[str, Any]:
    """Who the answer is about, with the alerts that stand on every answer."""
    return {"id": citizen.id, "name": citizen.name, "alerts": list(citizen.alerts)}


def window_json(window: Window) -> dict[str, str]:
    """Start and exclusive end, as the clock on the wall shows them."""
    return {"start": local(window.start).isoformat(), "end": local(window.end).isoformat()}


def task_json(task: Task) -> dict[str, Any]:
    """One planned help on one day."""
    planned = task.occurrence.help
    return {
        "planned_help": planned.id,
        "citizen": planned.citizen,
        "title": planned.title,
        "start": task.occurrence.start.isoformat(),
        "end": task.occurrence.end.isoformat(),
        "remark": planned.remark,
        "least_role": planned.least_role.value,
        "guidance": list(task.guidance),
        "completion": _completion_json(task.completion) if task.completion else None,
    }


def quote_json(quote: Quote) -> dict[str, Any]:
    """A verbatim piece of guidance with its source."""
    return {
        "guidance": quote.guidance,
        "revision": quote.revision,
        "title": quote.title,
        "quote": quote.quote,
        "score": round(quote.score, 4),
        "approved_by": quote.approved_by,
    }


def _completion_json(completion: Completion) -> dict[str, Any]:
    return {
        "date": completion.date.isoformat(),
        "by": completion.by,
        "at": local(completion.at).isoformat(),
        "outcome": completion.outcome.value,
        "reason": completion.reason,
    }


def _records_json(answer: Answer) -> dict[str, Any]:
    """The fields that only some kinds have (contract §3, record, draft and handover)."""
    fields: dict[str, Any] = {}
    if answer.kind.value == "record":
        fields["notes"] = list(answer.notes)
        fields["completions"] = [
            {"planned_help": planned_help, "date": day.isoformat(), "outcome": outcome}
            for planned_help, day, outcome in answer.completions
        ]
        fields["measurements"] = [_value_json(each) for each in answer.measurements]
    if answer.draft is not None:
        fields["draft"] = answer.draft
    if answer.handover is not None:
        fields["handover"] = answer.handover
    return fields


def _value_json(value: TakenValue) -> dict[str, Any]:
    taken = value.measurement
    found = {
        "note": value.note,
        "at": value.at,
        "kind": taken.kind,
        "value": taken.value,
        "systolic": taken.systolic,
        "diastolic": taken.diastolic,
        "unit": taken.unit,
    }
    return {name: each for name, each in found.items() if each is not None}
