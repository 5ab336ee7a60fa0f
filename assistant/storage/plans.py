"""Plan lines in the database."""

from collections.abc import Collection
from datetime import timedelta
from typing import Any

from sqlalchemy import and_, bindparam, or_

from assistant.domain.doegnrytmeplan import PlannedHelp
from assistant.domain.staff import Role
from assistant.domain.window import Window
from assistant.services.clock_window import clock_window
from assistant.storage.rows import Rows
from assistant.storage.statements import any_of, beside_key
from assistant.storage.tables import PLANNED_HELP

_C = PLANNED_HELP.c
_OF_CITIZENS = beside_key(PLANNED_HELP).where(any_of(_C.citizen))

# `ClockWindow.may_hold`, said in SQL.
_PASSES_MIDNIGHT = _C.end <= _C.start
_STARTS_BEFORE = _C.start < bindparam("clock_end")
_ENDS_AFTER = _C.end > bindparam("clock_start")
_OF_DAYS = _OF_CITIZENS.where(
    or_(_C.valid_from.is_(None), _C.valid_from <= bindparam("last")),
    or_(_C.valid_to.is_(None), _C.valid_to >= bindparam("day_before")),
)
_OF_CLOCK = _OF_DAYS.where(
    or_(and_(_STARTS_BEFORE, _ENDS_AFTER), and_(_PASSES_MIDNIGHT, or_(_STARTS_BEFORE, _ENDS_AFTER)))
)
_OF_CLOCK_PAST_MIDNIGHT = _OF_DAYS.where(or_(_PASSES_MIDNIGHT, _STARTS_BEFORE, _ENDS_AFTER))

_ROLES = {each.value: each for each in Role}


class SqlPlans(Rows[PlannedHelp, str]):
    """`ports.Plans` on the table planned_help."""

    table = PLANNED_HELP

    def of_citizens(self, citizens: Collection[str]) -> list[PlannedHelp]:
        """See `ports.Plans.of_citizens`."""
        return _in_order(self._records_of(_OF_CITIZENS, citizens))

    def in_window(self, citizens: Collection[str], window: Window) -> list[PlannedHelp]:
        """See `ports.Plans.in_window`."""
        first, last = window.days
        days = {"last": last, "day_before": first - timedelta(days=1)}
        clock = clock_window(window)
        if clock is None:
            return _in_order(self._records_of(_OF_DAYS, citizens, **days))
        statement = _OF_CLOCK_PAST_MIDNIGHT if clock.passes_midnight else _OF_CLOCK
        times = {"clock_start": clock.start, "clock_end": clock.end}
        return _in_order(self._records_of(statement, citizens, **days, **times))

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
        # Ten thousands of them are read for a round: taking the row apart at once is quicker by half.
        _, id_, citizen, title, start, end, rule, valid_from, valid_to, guidance, role, remark, fsiii = row
        named = tuple(guidance)
        return PlannedHelp(
            id_, citizen, title, start, end, rule, valid_from, valid_to, named, _ROLES[role], remark, fsiii
        )


def _in_order(lines: list[PlannedHelp]) -> list[PlannedHelp]:
    return sorted(lines, key=lambda each: (each.start, each.id))
