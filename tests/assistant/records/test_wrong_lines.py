"""Each line that is no record is named, and nothing of its file is imported."""

import pytest

from assistant.records.lines import LONGEST_LINE
from tests.assistant.records.conftest import CITIZEN, LINE, NOTE, STAFF, UNIT, as_file, problems
from tests.fakes import InMemory


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"{", "found text that is not JSON"),
        (b"nonsense", "found text that is not JSON (Expecting value, character 1), expected one JSON object"),
        (b"[]", "found a list, expected one JSON object"),
        (b"7", "found a number or truth value, expected one JSON object"),
        (b"null", "found null, expected one JSON object"),
        (b'{"type": "care_unit"} {}', "found text that is not JSON (Extra data"),
        (b'{"type": "care_unit", "id": "u", "id": "u"}', "found a field that is given twice in one object"),
        (b'{"conditions": [{"a": 1, "a": 2}]}', "found a field that is given twice in one object"),
        (b'{"type": "care_unit", "id": NaN}', "found NaN, expected a number that JSON knows"),
        (b'{"type": "care_unit", "id": -Infinity}', "found -Infinity, expected a number that JSON knows"),
        (b'{"a": ' + b"9" * 5000 + b"}", "found a number with too many digits"),
        (b"[" * 100_000, "found JSON nested too deeply"),
        (b"\xef\xbb\xbf{}", "found a byte order mark, expected plain UTF-8"),
        (b'{"type": "care_unit", "name": "\xe6"}', "found bytes that are not UTF-8 (byte 32 of the line)"),
        (b'{"type": "care_unit", "name": "\xed\xa0\x80"}', "found bytes that are not UTF-8"),
        (b'{"type": "care_unit", "name": "a\x00b"}', "found text that is not JSON"),
        (b"x" * (LONGEST_LINE + 10), "found a line of more than 1048576 bytes"),
        (b'{"type": "borger"}', 'field "type": found "borger", expected one of care_unit, staff, citizen'),
        (b'{"type": 4}', 'field "type": found 4, expected one of care_unit'),
        (b"{}", 'field "type": found nothing, expected one of care_unit'),
    ],
)
def test_a_line_that_is_no_record_is_named(home: InMemory, line: bytes, said: str) -> None:
    found = problems(home, UNIT, line, {**UNIT, "id": "u-2"})
    assert len(found) == 1, found
    assert found[0].startswith("line 2")
    assert said in found[0]


def test_infinite_numbers_in_disguise_are_refused(furnished: InMemory) -> None:
    measured = b'[{"kind": "crp", "unit": "mg/L", "value": 1e999}]'
    line = as_file({**NOTE, "measurements": 0}).replace(b'"measurements": 0', b'"measurements": ' + measured)
    assert "expected a number from 0" in problems(furnished, line)[0]


def test_every_bad_line_is_named_and_nothing_is_imported(home: InMemory) -> None:
    lines = [UNIT, {**CITIZEN, "id": 4, "nme": "x"}, b"{", {**LINE, "start": "99:99"}, STAFF]
    places = [problem.split(":")[0] for problem in problems(home, *lines)]
    assert places == ['line 2, field "id"', 'line 2, field "nme"', "line 3", 'line 4, field "start"']
    with home.open_work() as work:
        assert list(work.care_units.everything()) == []
