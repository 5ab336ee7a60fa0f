"""What must hold within one record beyond the shape of its fields (contract §1, §4 and §7)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assistant.domain.care_unit import CareUnit, Shift
from assistant.domain.doegnrytmeplan import PlannedHelp
from assistant.domain.note import Measurement, Note, NotedCondition, Span
from assistant.domain.staff import Staff
from assistant.services.record_types import Record
from assistant.services.recurrence_rules import check_rule
from knowledge.guidance import Guidance

UNITS = {
    "blood_pressure": "mm[Hg]",
    "pulse": "/min",
    "temperature": "Cel",
    "oxygen_saturation": "%",
    "respiration": "/min",
    "weight": "kg",
    "height": "cm",
    "blood_glucose": "mmol/L",
    "crp": "mg/L",
    "haemoglobin": "mmol/L",
    "inr": "1",
    "urine_volume": "mL",
    "fluid_intake": "mL",
    "pain_nrs": "{score}",
    "tobs": "{score}",
}
"""The kinds of measurement and the unit of each (contract §4)."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that does not hold: in which field, what was found and what was expected."""

    field: str
    found: str
    expected: str


def faults(record: Record) -> Iterator[Fault]:
    """What does not hold within this record; nothing where all is well."""
    if isinstance(record, CareUnit):
        yield from _of_care_unit(record)
    elif isinstance(record, Staff):
        yield from _repeated("care_units", record.care_units)
    elif isinstance(record, Guidance):
        yield from _validity(record.valid_from, record.valid_to)
    elif isinstance(record, PlannedHelp):
        yield from _of_planned_help(record)
    elif isinstance(record, Note):
        yield from _of_note(record)


def _of_care_unit(unit: CareUnit) -> Iterator[Fault]:
    for shift in Shift:
        begins, ends = unit.shifts.of(shift)
        if begins == ends:
            yield Fault(f"shifts.{shift.value}", f"{begins:%H:%M} twice", "an end that is not the start")


def _of_planned_help(line: PlannedHelp) -> Iterator[Fault]:
    if line.start == line.end:
        yield Fault("end", f"{line.end:%H:%M}", "a time that is not the start")
    yield from _validity(line.valid_from, line.valid_to)
    yield from _repeated("guidance", line.guidance)
    if expected := check_rule(line.recurrence, line.valid_from):
        yield Fault("recurrence", line.recurrence, expected)


def _of_note(note: Note) -> Iterator[Fault]:
    length = len(note.text)
    for number, condition in enumerate(note.conditions):
        yield from _of_condition(f"conditions[{number}]", condition)
        yield from _span(f"conditions[{number}]", condition.span, length)
    for number, measurement in enumerate(note.measurements):
        yield from _of_measurement(f"measurements[{number}]", measurement)
        yield from _span(f"measurements[{number}]", measurement.span, length)
    for number, follow_up in enumerate(note.follow_ups):
        yield from _span(f"follow_ups[{number}]", follow_up.span, length)


def _of_condition(place: str, condition: NotedCondition) -> Iterator[Fault]:
    if not condition.code and not condition.key:
        yield Fault(f"{place}.key", "neither code nor key", "at least one of them")
    if condition.severity is not None and condition.kind == "helbredstilstand":
        yield Fault(
            f"{place}.severity", str(condition.severity), "none: only a funktionsevnetilstand has one"
        )


def _of_measurement(place: str, measured: Measurement) -> Iterator[Fault]:
    unit = UNITS[measured.kind]
    if measured.unit != unit:
        yield Fault(f"{place}.unit", measured.unit, f"{unit} for {measured.kind}")
    pressure = (measured.systolic, measured.diastolic)
    if measured.kind == "blood_pressure":
        if measured.value is not None or None in pressure:
            yield Fault(
                place, "another set of values", "systolic and diastolic, and no value, for blood_pressure"
            )
    elif measured.value is None or pressure != (None, None):
        yield Fault(
            place, "another set of values", f"value, and neither systolic nor diastolic, for {measured.kind}"
        )
    elif measured.kind == "pain_nrs" and measured.value > 10:
        yield Fault(f"{place}.value", str(measured.value), "a number from 0 to 10")


def _span(place: str, span: Span | None, length: int) -> Iterator[Fault]:
    if span is not None and not 0 <= span[0] < span[1] <= length:
        found = f"[{span[0]}, {span[1]}]"
        yield Fault(
            f"{place}.span", found, f"a start before an end within the {length} characters of the text"
        )


def _validity(first: date | None, last: date | None) -> Iterator[Fault]:
    if first is not None and last is not None and last < first:
        yield Fault("valid_to", last.isoformat(), f"a day not before valid_from ({first})")


def _repeated(field: str, values: tuple[str, ...]) -> Iterator[Fault]:
    for number, value in enumerate(values):
        if value in values[:number]:
            yield Fault(f"{field}[{number}]", value, "each only once")
