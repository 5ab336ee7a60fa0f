"""What a file of records may look like, and how it is read."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from assistant.domain.care_unit import ShiftHours
from assistant.domain.doegnrytmeplan import PlannedHelp
from assistant.domain.note import Note
from assistant.domain.staff import Role
from assistant.records.lines import LONGEST_LINE, raw_lines
from assistant.records.reader import FileUnreadable, read_file, read_lines
from assistant.services.record_types import Record
from knowledge.guidance import Status
from tests.assistant.records.conftest import (
    CITIZEN,
    GUIDANCE,
    INSTRUKS,
    LINE,
    NOTE,
    UNIT,
    Fields,
    as_file,
    import_file,
    problems,
)
from tests.fakes import InMemory


def read_one(fields: Fields) -> Record:
    (line,) = read_lines(io.BytesIO(as_file(fields)))
    assert line.record is not None, line.problems
    return line.record


def test_what_is_left_out_has_its_default() -> None:
    line, guidance, unit = read_one(LINE), read_one(GUIDANCE), read_one(UNIT)
    bath = PlannedHelp("d-1", "b-1", "Bad", time(8), time(8, 30))
    assert line == replace(bath, recurrence="FREQ=DAILY", least_role=Role.CARE_HELPER)
    assert guidance.status is Status.PUBLISHED
    assert guidance.revision == 1
    assert unit.shifts == ShiftHours()


def test_null_says_the_same_as_a_field_left_out() -> None:
    nothing = {"remark": None, "valid_from": None, "valid_to": None, "fsiii": None}
    assert read_one({**LINE, **nothing}) == read_one(LINE)


def test_an_optional_text_that_is_blank_says_nothing() -> None:
    assert read_one({**LINE, "remark": " "}) == read_one(LINE)
    assert read_one({**CITIZEN, "cpr": ""}) == read_one(CITIZEN)


def test_an_instruks_may_leave_its_citizen_out() -> None:
    assert read_one({key: value for key, value in INSTRUKS.items() if key != "citizen"}) == read_one(INSTRUKS)


def test_a_cpr_number_may_have_its_dash() -> None:
    assert read_one({**CITIZEN, "cpr": "060538-9876"}) == read_one({**CITIZEN, "cpr": "0605389876"})


@pytest.mark.parametrize(
    "at",
    ["2026-11-23T09:00:00+01:00", "2026-11-23T08:00:00Z", "2026-11-23T08:00Z", "2026-11-23T03:00:00.0-05:00"],
)
def test_a_moment_is_the_same_with_any_offset(at: str) -> None:
    note = read_one({**NOTE, "at": at})
    assert isinstance(note, Note)
    assert note.at == datetime(2026, 11, 23, 8, tzinfo=UTC)


def test_a_condition_may_have_a_key_only_and_a_follow_up_says_for_whom() -> None:
    conditions, follow_ups = [{"key": "I4.4", "status": "worse"}], [{"text": "Ring", "for": "nurse"}]
    note = read_one({**NOTE, "conditions": conditions, "follow_ups": follow_ups})
    assert isinstance(note, Note)
    (condition,) = note.conditions
    assert (condition.key, condition.code, condition.certainty) == ("I4.4", "", "certain")
    assert note.follow_ups[0].for_whom == "nurse"


def test_numbers_stay_whole_or_with_decimals_as_they_were() -> None:
    measured = [{"kind": "weight", "unit": "kg", "value": value} for value in (78, 78.0, 78.2)]
    note = read_one({**NOTE, "measurements": measured})
    assert isinstance(note, Note)
    assert [repr(each.value) for each in note.measurements] == ["78", "78.0", "78.2"]


def test_a_day_may_be_any_that_a_living_person_or_plan_needs() -> None:
    assert read_one({**CITIZEN, "birth_date": "1904-02-29"}).birth_date == date(1904, 2, 29)  # type: ignore[union-attr]


def test_blank_lines_and_windows_line_ends_are_passed_over(home: InMemory) -> None:
    content = b"\n  \r\n" + as_file(UNIT) + b"\r\n\n" + as_file(CITIZEN) + b"\r\n\n"
    assert sum(count.new for count in import_file(home, content).counts.values()) == 2


def test_an_empty_file_holds_nothing_and_nothing_wrong(home: InMemory) -> None:
    assert import_file(home, b"").counts == {}


def test_lines_keep_their_numbers_after_blank_ones(home: InMemory) -> None:
    assert problems(home, UNIT, b"", b"", b"{")[0].startswith("line 4:")


def test_a_line_of_the_greatest_length_is_read_and_one_longer_is_not() -> None:
    content = b"a" * LONGEST_LINE + b"\n" + b"b" * (LONGEST_LINE + 1) + b"\nc"
    lines = list(raw_lines(io.BytesIO(content)))
    assert [(line.number, line.content[:1], line.too_long) for line in lines] == [
        (1, b"a", False),
        (2, b"", True),
        (3, b"c", False),
    ]


def test_a_line_without_end_does_not_fill_the_memory() -> None:
    class Endless(io.RawIOBase):
        left = 40 * LONGEST_LINE

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
            size = min(len(buffer), self.left)
            buffer[:size] = b"x" * size
            self.left -= size
            return size

    (line,) = raw_lines(io.BufferedReader(Endless()))
    assert line.too_long


@pytest.mark.parametrize(("name", "said"), [("none.ndjson", "there is no such"), (".", "it is a folder")])
def test_a_file_that_is_not_there_is_told(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(FileUnreadable, match=said):
        list(read_file(tmp_path / name))
