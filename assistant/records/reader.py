"""Records in: the lines of a file as records of the domain, or what is wrong with each.

Blank lines are passed over, as NDJSON allows; an empty file holds no records and nothing wrong.
"""

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from pydantic import ValidationError

from assistant.records.lines import LONGEST_LINE, RawLine, raw_lines
from assistant.records.note_models import NoteModel
from assistant.records.one_object import NotOneObject, one_object
from assistant.records.people_models import CareUnitModel, CitizenModel, StaffModel
from assistant.records.plan_models import CompletionModel, GuidanceModel, PlannedHelpModel
from assistant.records.sentences import problems_of
from assistant.services.found import show
from assistant.services.record_types import Problem, ReadLine, RecordType

Model = (
    type[CareUnitModel]
    | type[StaffModel]
    | type[CitizenModel]
    | type[GuidanceModel]
    | type[PlannedHelpModel]
    | type[NoteModel]
    | type[CompletionModel]
)

MODELS: dict[str, Model] = {
    RecordType.CARE_UNIT.value: CareUnitModel,
    RecordType.STAFF.value: StaffModel,
    RecordType.CITIZEN.value: CitizenModel,
    RecordType.GUIDANCE.value: GuidanceModel,
    RecordType.PLANNED_HELP.value: PlannedHelpModel,
    RecordType.NOTE.value: NoteModel,
    RecordType.COMPLETION.value: CompletionModel,
}


class FileUnreadable(Exception):
    """A file of records cannot be opened or read; the message names it and says why."""


def read_file(path: Path) -> Iterator[ReadLine]:
    """The lines of a file of records.

    :raises FileUnreadable: when there is no such file, or it may not be read.
    """
    try:
        with path.open("rb") as stream:
            yield from read_lines(stream)
    except OSError as error:
        why = {errno.ENOENT: "there is no such file", errno.EISDIR: "it is a folder, expected a file"}
        reason = why.get(error.errno or 0) or os.strerror(error.errno or errno.EIO)
        raise FileUnreadable(f"{path} cannot be read: {reason}") from error


def read_lines(stream: BinaryIO) -> Iterator[ReadLine]:
    """The lines of an open file of records, one at a time."""
    for line in raw_lines(stream):
        yield read_line(line)


def read_line(line: RawLine) -> ReadLine:
    """One line as a record, or with everything that is wrong with it."""
    if line.too_long:
        return _wrong(line, f"found a line of more than {LONGEST_LINE} bytes, expected a shorter one")
    try:
        fields = one_object(line.content)
    except NotOneObject as error:
        return _wrong(line, str(error))
    model = MODELS.get(fields["type"]) if isinstance(fields.get("type"), str) else None
    if model is None:
        found = show(fields["type"]) if "type" in fields else "nothing"
        sentence = f"found {found}, expected one of {', '.join(MODELS)}"
        return ReadLine(line.number, problems=(Problem(line.number, "type", sentence),))
    try:
        return ReadLine(line.number, record=model.model_validate(fields).record())
    except ValidationError as error:
        problems = tuple(problems_of(error, model, line.number))
        return ReadLine(line.number, problems=problems, declares=_declared(fields))


def _wrong(line: RawLine, sentence: str) -> ReadLine:
    return ReadLine(line.number, problems=(Problem(line.number, None, sentence),))


def _declared(fields: dict[str, Any]) -> tuple[RecordType, str] | None:
    key = fields.get("id")
    return (RecordType(fields["type"]), key) if isinstance(key, str) else None
