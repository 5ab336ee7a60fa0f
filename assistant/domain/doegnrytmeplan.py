"""[DK] døgnrytmeplan: what a citizen needs help with, hour by hour."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from assistant.domain.staff import Role
from assistant.domain.wall_clock import next_day, wall_time

DAILY = "FREQ=DAILY"


@dataclass(frozen=True, slots=True)
class PlannedHelp:
    """[DK] planlagt hjælp: one line of a døgnrytmeplan.

    `start` and `end` are times of the clock on the wall; an end before the start runs past
    midnight. `recurrence` is an RFC 5545 rule. `remark` is always shown with the task.
    """

    id: str
    citizen: str
    title: str
    start: time
    end: time
    recurrence: str = DAILY
    valid_from: date | None = None
    valid_to: date | None = None
    guidance: tuple[str, ...] = ()
    least_role: Role = Role.CARE_HELPER
    remark: str | None = None
    fsiii: str | None = None

    def on(self, day: date) -> "Occurrence":
        """This help on `day`, the local calendar day on which it starts."""
        last = day if self.end > self.start else next_day(day)
        return Occurrence(self, day, wall_time(day, self.start), wall_time(last, self.end))


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One planned help on one day: `day` is the local calendar day on which it starts."""

    help: PlannedHelp
    day: date
    start: datetime
    end: datetime


class Outcome(StrEnum):
    """How planned help went."""

    AS_PLANNED = "as_planned"
    CHANGED = "changed"
    NOT_DONE = "not_done"


@dataclass(frozen=True, slots=True)
class Completion:
    """[DK] udførelse: what became of planned help on one day (`date` is the day it starts)."""

    planned_help: str
    date: date
    by: str
    at: datetime
    outcome: Outcome
    reason: str | None = None
