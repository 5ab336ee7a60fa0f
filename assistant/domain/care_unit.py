"""Care units and the hours of their shifts."""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from enum import StrEnum

from assistant.domain.wall_clock import local, next_day, wall_time
from assistant.domain.window import Window


class Shift(StrEnum):
    """[DK] vagt: the three parts of a day of work."""

    DAY = "day"
    EVENING = "evening"
    NIGHT = "night"


@dataclass(frozen=True, slots=True)
class ShiftHours:
    """When the shifts of a care unit begin and end, on the clock on the wall.

    An end before its start belongs to the next day: the night of Monday ends on Tuesday.
    """

    day: tuple[time, time] = (time(7), time(15))
    evening: tuple[time, time] = (time(15), time(23))
    night: tuple[time, time] = (time(23), time(7))

    def of(self, shift: Shift) -> tuple[time, time]:
        """Start and end of one shift."""
        return {Shift.DAY: self.day, Shift.EVENING: self.evening, Shift.NIGHT: self.night}[shift]

    def running_at(self, instant: datetime) -> Window | None:
        """The shift that runs at `instant`, or None in a gap between the hours of the unit."""
        today = local(instant).date()
        for day in (today - timedelta(days=1), today):
            for shift in Shift:
                begins, ends = self.of(shift)
                last = day if ends > begins else next_day(day)
                window = Window(wall_time(day, begins), wall_time(last, ends))
                if window.holds(instant):
                    return window
        return None


@dataclass(frozen=True, slots=True)
class CareUnit:
    """[DK] enhed: a home-care district or a care home, with citizens and staff of its own."""

    id: str
    name: str
    shifts: ShiftHours = field(default_factory=ShiftHours)
