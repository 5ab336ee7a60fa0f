"""The clock times of a window: what quickly says of most plan lines that they are not in it."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from assistant.domain.doegnrytmeplan import PlannedHelp
from assistant.domain.wall_clock import local, start_of_day
from assistant.domain.window import Window

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ClockWindow:
    """From `start` up to `end` on the clock on the wall, in less than a day.

    An end that is not after the start is one of the next day, as in a plan line.
    """

    start: time
    end: time

    @property
    def passes_midnight(self) -> bool:
        """Whether the window ends on the day after it starts."""
        return self.end <= self.start

    def may_hold(self, help: PlannedHelp) -> bool:
        """Whether the help is in the window on any day at all."""
        passes_midnight = help.end <= help.start
        if self.passes_midnight and passes_midnight:
            return True
        if self.passes_midnight or passes_midnight:
            return help.start < self.end or help.end > self.start
        return help.start < self.end and help.end > self.start


def clock_window(window: Window) -> ClockWindow | None:
    """The clock times of the window, or None where any clock time may lie in it.

    So it is in a window of a day or more, and around a change of the clocks, when planned times are
    not always those that the clock shows.
    """
    if window.end - window.start >= _DAY or _clocks_change(window):
        return None
    return ClockWindow(_clock(window.start), _clock(window.end))


def _clock(instant: datetime) -> time:
    return local(instant).time()


def _clocks_change(window: Window) -> bool:
    """Whether the clocks change between the day before the window and the day after it."""
    first, last = window.days
    return start_of_day(first - _DAY).utcoffset() != start_of_day(last + 2 * _DAY).utcoffset()
