"""Records out: each as the one line that says it, so that the same records are the same bytes.

Fields stand in the order of contract §1; what is empty or the default is left out; times are
HH:MM, and moments have the offset of Copenhagen.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from typing import Any

from assistant.domain.care_unit import CareUnit, Shift, ShiftHours
from assistant.domain.citizen import Citizen
from assistant.domain.doegnrytmeplan import DAILY, Completion, PlannedHelp
from assistant.domain.note import FollowUp, Measurement, Note, NotedCondition, NoteStatus
from assistant.domain.staff import Role, Staff
from assistant.domain.wall_clock import local
from assistant.services.record_types import Record, type_of
from knowledge.guidance import Guidance, Kind, Status

_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


def write_lines(records: Iterable[Record]) -> Iterator[bytes]:
    """Each record as a line with its line break."""
    for record in records:
        yield write_line(record)


def write_line(record: Record) -> bytes:
    """A record as the one line that says it."""
    fields = {"type": type_of(record).value, **_fields(record)}
    return (_ENCODER.encode(fields) + "\n").encode()


def _fields(record: Record) -> dict[str, Any]:
    if isinstance(record, CareUnit):
        return _care_unit(record)
    if isinstance(record, Staff):
        return _staff(record)
    if isinstance(record, Citizen):
        return _citizen(record)
    if isinstance(record, Guidance):
        return _guidance(record)
    if isinstance(record, PlannedHelp):
        return _planned_help(record)
    if isinstance(record, Note):
        return _note(record)
    return _completion(record)


def _care_unit(unit: CareUnit) -> dict[str, Any]:
    fields: dict[str, Any] = {"id": unit.id, "name": unit.name}
    if unit.shifts != ShiftHours():
        fields["shifts"] = {
            shift.value: [_clock(clock) for clock in unit.shifts.of(shift)] for shift in Shift
        }
    return fields


def _staff(staff: Staff) -> dict[str, Any]:
    fields: dict[str, Any] = {"id": staff.id, "name": staff.name, "role": staff.role.value}
    fields["care_units"] = list(staff.care_units)
    return fields | _given(email=staff.email)


def _citizen(citizen: Citizen) -> dict[str, Any]:
    return {
        "id": citizen.id,
        "name": citizen.name,
        **_given(
            preferred_name=citizen.preferred_name,
            cpr=citizen.cpr,
            birth_date=_day(citizen.birth_date),
            address=citizen.address,
        ),
        "care_unit": citizen.care_unit,
        **_given(alerts=list(citizen.alerts)),
    }


def _guidance(guidance: Guidance) -> dict[str, Any]:
    status = None if guidance.status is Status.PUBLISHED else guidance.status.value
    return {
        "id": guidance.id,
        "kind": guidance.kind.value,
        "citizen": guidance.citizen if guidance.kind is Kind.HANDLEANVISNING else None,
        "title": guidance.title,
        "text": guidance.text,
        **_given(
            status=status,
            revision=None if guidance.revision == 1 else guidance.revision,
            valid_from=_day(guidance.valid_from),
            valid_to=_day(guidance.valid_to),
            review_by=_day(guidance.review_by),
            approved_by=guidance.approved_by,
            fsiii=guidance.fsiii,
        ),
    }


def _planned_help(line: PlannedHelp) -> dict[str, Any]:
    return {
        "id": line.id,
        "citizen": line.citizen,
        "title": line.title,
        "start": _clock(line.start),
        "end": _clock(line.end),
        **_given(
            recurrence=None if line.recurrence == DAILY else line.recurrence,
            valid_from=_day(line.valid_from),
            valid_to=_day(line.valid_to),
            guidance=list(line.guidance),
            least_role=None if line.least_role is Role.CARE_HELPER else line.least_role.value,
            remark=line.remark,
            fsiii=line.fsiii,
        ),
    }


def _note(note: Note) -> dict[str, Any]:
    return {
        "id": note.id,
        "citizen": note.citizen,
        "author": note.author,
        "at": _moment(note.at),
        "text": note.text,
        **_given(
            conditions=[_condition(each) for each in note.conditions],
            measurements=[_measurement(each) for each in note.measurements],
            follow_ups=[_follow_up(each) for each in note.follow_ups],
            status=None if note.status is NoteStatus.APPROVED else note.status.value,
        ),
    }


def _condition(condition: NotedCondition) -> dict[str, Any]:
    return _given(
        code=condition.code,
        key=condition.key,
        title=condition.title,
        kind=condition.kind,
        status=condition.status,
        certainty=None if condition.certainty == "certain" else condition.certainty,
        severity=condition.severity,
        text=condition.text,
        span=condition.span,
        confidence=condition.confidence,
    )


def _measurement(measured: Measurement) -> dict[str, Any]:
    return _given(
        kind=measured.kind,
        value=measured.value,
        systolic=measured.systolic,
        diastolic=measured.diastolic,
        unit=measured.unit,
        time=measured.time,
        text=measured.text,
        span=measured.span,
    )


def _follow_up(follow_up: FollowUp) -> dict[str, Any]:
    given = _given(text=follow_up.text, due=_day(follow_up.due))
    return given | _given(**{"for": follow_up.for_whom}) | _given(span=follow_up.span)


def _completion(completion: Completion) -> dict[str, Any]:
    return {
        "planned_help": completion.planned_help,
        "date": _day(completion.date),
        "by": completion.by,
        "at": _moment(completion.at),
        "outcome": completion.outcome.value,
        **_given(reason=completion.reason),
    }


def _given(**fields: Any) -> dict[str, Any]:
    """The fields that say something: 0 does, and None and what is empty do not."""
    return {name: value for name, value in fields.items() if value is not None and value not in ("", [], ())}


def _clock(clock: time) -> str:
    return clock.isoformat("minutes")


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _moment(moment: datetime) -> str:
    return local(moment).isoformat()
