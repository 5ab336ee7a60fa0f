"""Staff in the database."""

from typing import Any

from assistant.domain.staff import Role, Staff
from assistant.storage.rows import Rows
from assistant.storage.tables import STAFF


class SqlStaffMembers(Rows[Staff, str]):
    """`ports.StaffMembers` on the table staff."""

    table = STAFF

    def _row(self, record: Staff) -> dict[str, Any]:
        return {
            "id": record.id,
            "name": record.name,
            "role": record.role.value,
            "care_units": list(record.care_units),
            "email": record.email,
        }

    def _record(self, row: Any) -> Staff:
        return Staff(row.id, row.name, Role(row.role), tuple(row.care_units), row.email)
