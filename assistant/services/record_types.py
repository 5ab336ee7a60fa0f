"""The records that come in and go out (contract §1): their types, keys and places."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from assistant.domain.care_unit import CareUnit
from assistant.domain.citizen import Citizen
from assistant.domain.doegnrytmeplan import Completion, PlannedHelp
from assistant.domain.note import Note
from assistant.domain.staff import Staff
from assistant.services.ports import Store, UnitOfWork
from knowledge.guidance import Guidance

Record = CareUnit | Staff | Citizen | Guidance | PlannedHelp | Note | Completion
Key = Any
"""What a store finds the record by: an id, or the pair that `ports` names."""


class RecordType(StrEnum):
    """The types of contract §1, in its order; the value stands in a record's `type`."""

    CARE_UNIT = "care_unit"
    STAFF = "staff"
    CITIZEN = "citizen"
    GUIDANCE = "guidance"
    PLANNED_HELP = "planned_help"
    NOTE = "note"
    COMPLETION = "completion"


_TYPES: dict[type, RecordType] = {
    CareUnit: RecordType.CARE_UNIT,
    Staff: RecordType.STAFF,
    Citizen: RecordType.CITIZEN,
    Guidance: RecordType.GUIDANCE,
    PlannedHelp: RecordType.PLANNED_HELP,
    Note: RecordType.NOTE,
    Completion: RecordType.COMPLETION,
}


def type_of(record: Record) -> RecordType:
    """The type of a record."""
    return _TYPES[type(record)]


def key_of(record: Record) -> Key:
    """The key by which its store finds a record."""
    if isinstance(record, Completion):
        return (record.planned_help, record.date)
    if isinstance(record, Guidance):
        return (record.id, record.revision)
    return record.id


def store_of(work: UnitOfWork, record_type: RecordType) -> Store[Any, Any]:
    """The store of a type in a unit of work."""
    stores: dict[RecordType, Store[Any, Any]] = {
        RecordType.CARE_UNIT: work.care_units,
        RecordType.STAFF: work.staff,
        RecordType.CITIZEN: work.citizens,
        RecordType.GUIDANCE: work.guidance,
        RecordType.PLANNED_HELP: work.plans,
        RecordType.NOTE: work.notes,
        RecordType.COMPLETION: work.completions,
    }
    return stores[record_type]


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a line cannot be taken: `line 12, field "start": found "25:00", expected a time HH:MM`.

    `line` is None where the file as a whole is wrong, `field` where the line is.
    """

    line: int | None
    field: str | None
    sentence: str

    def __str__(self) -> str:
        place = [f"line {self.line}"] if self.line is not None else []
        place += [f'field "{self.field}"'] if self.field else []
        return f"{', '.join(place)}: {self.sentence}" if place else self.sentence


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One line of a file as a reader hands it in: a record, or what is wrong with it.

    `declares` is the type and id that a wrong line was meant to hold, where they can be read: lines
    that refer to it are not wrong because of it.
    """

    number: int
    record: Record | None = None
    problems: tuple[Problem, ...] = ()
    declares: tuple[RecordType, str] | None = None
