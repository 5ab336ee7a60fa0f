"""Completions in the database."""

from collections.abc import Collection
from datetime import UTC, date
from typing import Any

from assistant.domain.doegnrytmeplan import Completion, Outcome
from assistant.storage.rows import Rows
from assistant.storage.tables import COMPLETION


class SqlCompletions(Rows[Completion, tuple[str, date]]):
    """`ports.Completions` on the table completion."""

    table = COMPLETION
    key_columns = ("planned_help", "date")

    def of_help(self, planned_help: Collection[str], first: date, last: date) -> list[Completion]:
        """See `ports.Completions.of_help`."""
        inside = (COMPLETION.c.date >= first, COMPLETION.c.date <= last)
        found = self._records_where_in("planned_help", planned_help, *inside)
        return sorted(found, key=lambda each: (each.planned_help, each.date))

    def _row(self, record: Completion) -> dict[str, Any]:
        return {
            "planned_help": record.planned_help,
            "date": record.date,
            "by": record.by,
            "at": record.at.astimezone(UTC),
            "outcome": record.outcome.value,
            "reason": record.reason,
        }

    def _record(self, row: Any) -> Completion:
        return Completion(row.planned_help, row.date, row.by, row.at, Outcome(row.outcome), row.reason)
