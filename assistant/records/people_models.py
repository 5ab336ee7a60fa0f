"""The records of care units, staff and citizens, as contract §1 writes them."""

from typing import Annotated, Literal

from pydantic import PlainValidator

from assistant.domain.care_unit import CareUnit, ShiftHours
from assistant.domain.citizen import Citizen
from assistant.domain.staff import Role, Staff
from assistant.records.fields import (
    ClockTime,
    Day,
    Identifier,
    OptionalCpr,
    OptionalEmail,
    OptionalWords,
    Words,
    expected,
    one_of,
    read_clock,
)
from assistant.records.model import RecordModel

RoleName = Annotated[str, one_of(*Role)]


def _read_hours(value: object) -> tuple[object, object]:
    if not isinstance(value, list) or len(value) != 2:
        raise expected('a start and an end such as ["07:00", "15:00"]')
    return read_clock(value[0]), read_clock(value[1])


Hours = Annotated[tuple[ClockTime, ClockTime], PlainValidator(_read_hours)]


class ShiftsModel(RecordModel):
    """The hours of the three shifts; all of them or none are given."""

    day: Hours
    evening: Hours
    night: Hours


class CareUnitModel(RecordModel):
    """`care_unit`."""

    type: Literal["care_unit"]
    id: Identifier
    name: Words
    shifts: ShiftsModel | None = None

    def record(self) -> CareUnit:
        """The domain's care unit; without shifts it has the default ones."""
        hours = self.shifts
        shifts = ShiftHours() if hours is None else ShiftHours(hours.day, hours.evening, hours.night)
        return CareUnit(self.id, self.name, shifts)


class StaffModel(RecordModel):
    """`staff`."""

    type: Literal["staff"]
    id: Identifier
    name: Words
    role: RoleName
    care_units: list[Identifier]
    email: OptionalEmail = None

    def record(self) -> Staff:
        """The domain's staff member."""
        return Staff(self.id, self.name, Role(self.role), tuple(self.care_units), self.email)


class CitizenModel(RecordModel):
    """`citizen`."""

    type: Literal["citizen"]
    id: Identifier
    name: Words
    preferred_name: OptionalWords = None
    cpr: OptionalCpr = None
    birth_date: Day | None = None
    address: OptionalWords = None
    care_unit: Identifier
    alerts: list[Words] = []  # noqa: RUF012 -- pydantic copies it

    def record(self) -> Citizen:
        """The domain's citizen."""
        return Citizen(
            id=self.id,
            name=self.name,
            care_unit=self.care_unit,
            preferred_name=self.preferred_name,
            cpr=self.cpr,
            birth_date=self.birth_date,
            address=self.address,
            alerts=tuple(self.alerts),
        )
