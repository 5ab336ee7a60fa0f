"""Each field that can be wrong is named by line and field: what was found, and what was expected."""

from typing import Any

import pytest

from tests.assistant.records.conftest import (
    CITIZEN,
    COMPLETION,
    GUIDANCE,
    INSTRUKS,
    LINE,
    NOTE,
    STAFF,
    UNIT,
    Fields,
    problems,
)
from tests.fakes import InMemory

HOURS = ["07:00", "15:00"]
WEIGHT = {"kind": "weight", "value": 78.2, "unit": "kg"}
PRESSURE = {"kind": "blood_pressure", "systolic": 1, "diastolic": 1, "unit": "mm[Hg]"}
SORE = {"key": "I4.4", "status": "present"}


@pytest.mark.parametrize(
    ("record", "change", "place", "said"),
    [
        (LINE, {"start": "25:00"}, "start", 'found "25:00", expected a time HH:MM'),
        (LINE, {"end": "8:30"}, "end", 'found "8:30", expected a time HH:MM'),
        (LINE, {"end": "24:00"}, "end", 'found "24:00", expected a time HH:MM'),
        (LINE, {"end": "08:00"}, "end", 'found "08:00", expected a time that is not the start'),
        (LINE, {"start": None}, "start", "found null, expected a time HH:MM"),
        (LINE, {"titel": "Bad"}, "titel", "found a field that does not exist, expected only type, id"),
        (LINE, {"guidance": "h-1"}, "guidance", 'found "h-1", expected a list'),
        (LINE, {"guidance": ["i-1", 7]}, "guidance[1]", "found 7, expected an identifier"),
        (LINE, {"guidance": ["h-1", "h-1"]}, "guidance[1]", 'found "h-1", expected each only once'),
        (LINE, {"least_role": "doctor"}, "least_role", 'found "doctor", expected one of care_helper'),
        (LINE, {"valid_from": "2026-02-30"}, "valid_from", 'found "2026-02-30", expected a day'),
        (LINE, {"valid_from": "20260201"}, "valid_from", 'found "20260201", expected a day'),
        (LINE, {"valid_from": "0001-01-01"}, "valid_from", 'found "0001-01-01", expected a day'),
        (LINE, {"valid_from": "2026-02-02", "valid_to": "2026-02-01"}, "valid_to", 'found "2026-02-01"'),
        (LINE, {"recurrence": "FREQ=HOURLY"}, "recurrence", 'found "FREQ=HOURLY", expected a rule with FREQ'),
        (LINE, {"recurrence": None}, "recurrence", "found null, expected a text"),
        (UNIT, {"name": " "}, "name", 'found " ", expected a text that is not empty'),
        (UNIT, {"name": 4}, "name", "found 4, expected a text"),
        (UNIT, {"name": "a\0b"}, "name", 'found "a\\u0000b", expected a text without the character NUL'),
        (UNIT, {"name": "a\ud800b"}, "name", 'found "a\\ud800b", expected a text without half characters'),
        (UNIT, {"id": ""}, "id", 'found "", expected an identifier'),
        (UNIT, {"id": " u"}, "id", 'found " u", expected an identifier'),
        (UNIT, {"id": "a\nb"}, "id", 'found "a\\nb", expected an identifier'),
        (UNIT, {"id": "x" * 201}, "id", 'found "xxxxxxx'),
        (
            UNIT,
            {"shifts": {"day": HOURS, "evening": HOURS}},
            "shifts.night",
            "found nothing, expected the field",
        ),
        (UNIT, {"shifts": {"day": HOURS, "evening": HOURS, "night": ["1"]}}, "shifts.night", 'found ["1"]'),
        (
            UNIT,
            {"shifts": {"day": HOURS, "evening": HOURS, "night": ["07:00", "07:00"]}},
            "shifts.night",
            'found "07:00 twice", expected an end that is not the start',
        ),
        (
            UNIT,
            {"shifts": {"day": HOURS, "evening": HOURS, "night": HOURS, "noon": HOURS}},
            "shifts.noon",
            "found a field that does not exist, expected only day, evening, night",
        ),
        (STAFF, {"role": "Nurse"}, "role", 'found "Nurse", expected one of care_helper, care_assistant'),
        (STAFF, {"care_units": ["u-1", "u-1"]}, "care_units[1]", 'found "u-1", expected each only once'),
        (STAFF, {"email": "anna"}, "email", 'found "anna", expected an e-mail address'),
        (CITIZEN, {"alerts": ["CAVE", ""]}, "alerts[1]", 'found "", expected a text that is not empty'),
        (CITIZEN, {"alerts": None}, "alerts", "found null, expected a list"),
        (CITIZEN, {"birth_date": 1938}, "birth_date", "found 1938, expected a day"),
        (GUIDANCE, {"citizen": None}, "citizen", "found null, expected a citizen on a handleanvisning"),
        (INSTRUKS, {"citizen": "b-1"}, "citizen", 'found "b-1", expected a citizen on a handleanvisning'),
        (GUIDANCE, {"revision": 0}, "revision", "found 0, expected a whole number from 1"),
        (GUIDANCE, {"revision": True}, "revision", "found true, expected a whole number from 1"),
        (GUIDANCE, {"revision": 1.0}, "revision", "found 1.0, expected a whole number from 1"),
        (GUIDANCE, {"revision": 10**30}, "revision", "found 1000"),
        (GUIDANCE, {"status": "final"}, "status", 'found "final", expected one of draft, review'),
        (
            GUIDANCE,
            {"kind": ["instruks"]},
            "kind",
            'found ["instruks"], expected one of handleanvisning, instruks',
        ),
        (
            NOTE,
            {"at": "2026-11-23T09:00:00"},
            "at",
            'found "2026-11-23T09:00:00", expected a time with its offset',
        ),
        (NOTE, {"at": "2026-11-23 09:00+01:00"}, "at", 'found "2026-11-23 09:00+01:00"'),
        (NOTE, {"at": "0001-01-01T00:00:00+14:00"}, "at", 'found "0001-01-01T00:00:00+14:00"'),
        (NOTE, {"at": "2026-11-23T09:00:60Z"}, "at", 'found "2026-11-23T09:00:60Z"'),
        (NOTE, {"conditions": [{"status": "present"}]}, "conditions[0].key", 'found "neither code nor key"'),
        (NOTE, {"conditions": [{**SORE, "status": "sore"}]}, "conditions[0].status", 'found "sore"'),
        (NOTE, {"conditions": [{**SORE, "severity": 5}]}, "conditions[0].severity", "found 5"),
        (
            NOTE,
            {"conditions": [{**SORE, "kind": "helbredstilstand", "severity": 1}]},
            "conditions[0].severity",
            'found "1", expected none',
        ),
        (NOTE, {"conditions": [{**SORE, "confidence": 1.5}]}, "conditions[0].confidence", "found 1.5"),
        (
            NOTE,
            {"conditions": [{**SORE, "sure": 1}]},
            "conditions[0].sure",
            "found a field that does not exist",
        ),
        (NOTE, {"conditions": [7]}, "conditions[0]", "found 7, expected an object"),
        (NOTE, {"conditions": [{**SORE, "span": [3, 3]}]}, "conditions[0].span", 'found "[3, 3]"'),
        (NOTE, {"measurements": [{**WEIGHT, "span": [5, 14]}]}, "measurements[0].span", 'found "[5, 14]"'),
        (NOTE, {"measurements": [{**WEIGHT, "span": [-1, 4]}]}, "measurements[0].span", "found [-1, 4]"),
        (NOTE, {"measurements": [{**WEIGHT, "span": [1]}]}, "measurements[0].span", "found [1]"),
        (
            NOTE,
            {"measurements": [{**WEIGHT, "unit": "Cel"}]},
            "measurements[0].unit",
            'found "Cel", expected kg',
        ),
        (NOTE, {"measurements": [{**WEIGHT, "unit": "pund"}]}, "measurements[0].unit", 'found "pund"'),
        (NOTE, {"measurements": [{**WEIGHT, "kind": "mood"}]}, "measurements[0].kind", 'found "mood"'),
        (NOTE, {"measurements": [{**WEIGHT, "value": "78"}]}, "measurements[0].value", 'found "78"'),
        (NOTE, {"measurements": [{**WEIGHT, "value": True}]}, "measurements[0].value", "found true"),
        (NOTE, {"measurements": [{**WEIGHT, "value": -1}]}, "measurements[0].value", "found -1"),
        (
            NOTE,
            {"measurements": [{**WEIGHT, "value": None}]},
            "measurements[0]",
            'found "another set of values"',
        ),
        (
            NOTE,
            {"measurements": [{**PRESSURE, "value": 3}]},
            "measurements[0]",
            'found "another set of values"',
        ),
        (
            NOTE,
            {"measurements": [{**WEIGHT, "systolic": 3}]},
            "measurements[0]",
            'found "another set of values"',
        ),
        (NOTE, {"measurements": [{**WEIGHT, "time": "7.30"}]}, "measurements[0].time", 'found "7.30"'),
        (
            NOTE,
            {"measurements": [{"kind": "pain_nrs", "value": 11, "unit": "{score}"}]},
            "measurements[0].value",
            'found "11", expected a number from 0 to 10',
        ),
        (NOTE, {"follow_ups": [{"due": "2026-11-24"}]}, "follow_ups[0].text", "found nothing"),
        (NOTE, {"follow_ups": [{"text": "Ring", "for": "mum"}]}, "follow_ups[0].for", 'found "mum"'),
        (
            NOTE,
            {"follow_ups": [{"text": "Ring", "for_whom": "nurse"}]},
            "follow_ups[0].for_whom",
            "found a field",
        ),
        (COMPLETION, {"outcome": "done"}, "outcome", 'found "done", expected one of as_planned'),
        (
            COMPLETION,
            {"id": "c-1"},
            "id",
            "found a field that does not exist, expected only type, planned_help",
        ),
    ],
)
def test_a_wrong_field_is_named(
    furnished: InMemory, record: Fields, change: dict[str, Any], place: str, said: str
) -> None:
    found = problems(furnished, {**record, **change})
    assert len(found) == 1, found
    assert found[0].startswith(f'line 1, field "{place}": {said}')


EVERY_TYPE = [UNIT, STAFF, CITIZEN, GUIDANCE, LINE, NOTE, COMPLETION]


@pytest.mark.parametrize("record", EVERY_TYPE, ids=lambda record: record["type"])
def test_a_required_field_that_is_missing_is_named(furnished: InMemory, record: Fields) -> None:
    for name in record:
        left = {key: value for key, value in record.items() if key != name}
        found = problems(furnished, left)
        if name == "citizen" and record is GUIDANCE:
            assert found == [
                'line 1, field "citizen": found null, '
                "expected a citizen on a handleanvisning, and null on an instruks"
            ]
        elif name == "type":
            assert found[0].startswith('line 1, field "type": found nothing, expected one of care_unit')
        else:
            assert found == [f'line 1, field "{name}": found nothing, expected the field: it is required']


@pytest.mark.parametrize("cpr", ["0605389876x", 605389876, "060538-98765", ["0605389876"], "æ605389876"])
def test_a_wrong_cpr_number_is_not_shown(furnished: InMemory, cpr: object) -> None:
    (found,) = problems(furnished, {**CITIZEN, "cpr": cpr})
    assert found.endswith('"cpr": found something else (not shown), expected a CPR number of ten digits')


@pytest.mark.parametrize(
    "change",
    [
        {"birth_date": "0605389876"},
        {"birth_date": "060538-9876"},
        {"060538-9876": 1},
        {"id": " 0605389876 "},
        {"care_unit": "0605389876"},
        {"birth_date": 605389876 * 10},
    ],
)
def test_a_cpr_number_in_the_wrong_place_is_not_shown(furnished: InMemory, change: dict[str, Any]) -> None:
    (found,) = problems(furnished, {**CITIZEN, **change})
    assert "9876" not in found
    assert "number not shown" in found
