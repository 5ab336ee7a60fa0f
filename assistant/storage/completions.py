"""Completions in the database."""

from collections.abc import Collection
from datetime import UTC, date
from typing import Any

from sqlalchemy import bindparam, delete, update

from assistant.domain.doegnrytmeplan import Completion, Outcome
from assistant.storage.rows import Rows
from assistant.storage.statements import any_of, in_municipality
from assistant.storage.tables import COMPLETION

_OF_HELP = in_municipality(COMPLETION).where(
    any_of(COMPLETION.c.planned_help),
    COMPLETION.c.date >= bindparam("first"),
    COMPLETION.c.date <= bindparam("last"),
)


class SqlCompletions(Rows[Completion, tuple[str, date]]):
    """`ports.Completions` on the table completion."""

    table = COMPLETION
    key_columns = ("planned_help", "date")

    def of_help(self, planned_help: Collection[str], first: date, last: date) -> list[Completion]:
        """See `ports.Completions.of_help`."""
        found = self._records_of(_OF_HELP, planned_help, first=first, last=last)
        return sorted(found, key=lambda each: (each.planned_help, each.date))

    def exchange(self, key: tuple[str, date], *, found: Completion | None, new: Completion | None) -> bool:
        """See `ports.Completions.exchange`; the database itself compares, so no lock is needed first."""
        self._transaction.begin_writing()
        if found == new:
            return self.find([key]).get(key) == found
        exchange = self._exchange(key, found, new).returning(COMPLETION.c.date)
        changed = self._transaction.read(exchange).first() is not None
        if changed:
            self._changed()
        return changed

    def _exchange(self, key: tuple[str, date], found: Completion | None, new: Completion | None) -> Any:
        standing = [self._here(), self._key_in([key])]
        if found is None and new is not None:
            row = {**self._row(new), "municipality": self._transaction.municipality}
            return self._transaction.insert_into(COMPLETION).values(row).on_conflict_do_nothing()
        if found is not None:
            standing += [COMPLETION.c[name] == self._row(found)[name] for name in ("by", "at", "outcome")]
        if new is None:
            return delete(COMPLETION).where(*standing)
        return update(COMPLETION).where(*standing).values(self._row(new))

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
