"""Care units in the database."""

from datetime import time
from typing import Any

from assistant.domain.care_unit import CareUnit, Shift, ShiftHours
from assistant.storage.rows import Rows
from assistant.storage.tables import CARE_UNIT


class SqlCareUnits(Rows[CareUnit, str]):
    """`ports.CareUnits` on the table care_unit; shifts are stored as in the records."""

    table = CARE_UNIT

    def _row(self, record: CareUnit) -> dict[str, Any]:
        shifts = {
            shift.value: [clock.isoformat("minutes") for clock in record.shifts.of(shift)] for shift in Shift
        }
        return {"id": record.id, "name": record.name, "shifts": shifts}

    def _record(self, row: Any) -> CareUnit:
        hours = {
            shift: (time.fromisoformat(begins), time.fromisoformat(ends))
            for shift, (begins, ends) in row.shifts.items()
        }
        return CareUnit(row.id, row.name, ShiftHours(**hours))
