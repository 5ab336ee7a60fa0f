"""Plan lines in the database."""

from collections.abc import Collection
from typing import Any

from assistant.domain.doegnrytmeplan import PlannedHelp
from assistant.domain.staff import Role
from assistant.storage.rows import Rows
from assistant.storage.tables import PLANNED_HELP


class SqlPlans(Rows[PlannedHelp, str]):
    """`ports.Plans` on the table planned_help."""

    table = PLANNED_HELP

    def of_citizens(self, citizens: Collection[str]) -> list[PlannedHelp]:
        """See `ports.Plans.of_citizens`."""
        return sorted(self._records_where_in("citizen", citizens), key=lambda each: (each.start, each.id))

    def _row(self, record: PlannedHelp) -> dict[str, Any]:
        return {
            "id": record.id,
            "citizen": record.citizen,
            "title": record.title,
            "start": record.start,
            "end": record.end,
            "recurrence": record.recurrence,
            "valid_from": record.valid_from,
            "valid_to": record.valid_to,
            "guidance": list(record.guidance),
            "least_role": record.least_role.value,
            "remark": record.remark,
            "fsiii": record.fsiii,
        }

    def _record(self, row: Any) -> PlannedHelp:
        return PlannedHelp(
            id=row.id,
            citizen=row.citizen,
            title=row.title,
            start=row.start,
            end=row.end,
            recurrence=row.recurrence,
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            guidance=tuple(row.guidance),
            least_role=Role(row.least_role),
            remark=row.remark,
            fsiii=row.fsiii,
        )
