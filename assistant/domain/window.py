"""A stretch of time with a start and an exclusive end."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from assistant.domain.wall_clock import local_day


@dataclass(frozen=True, slots=True)
class Window:
    """From `start` up to, and not including, `end`; both know their offset.

    :raises ValueError: when the end is not after the start.
    """

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError(f"a window ends after it starts; found {self.start} to {self.end}")

    def overlaps(self, start: datetime, end: datetime) -> bool:
        """Whether something that lasts from `start` to `end` is in the window (contract §7)."""
        return start < self.end and end > self.start

    def holds(self, instant: datetime) -> bool:
        """Whether `instant` lies in the window."""
        return self.start <= instant < self.end

    def covers(self, other: "Window") -> bool:
        """Whether all of `other` lies in this one."""
        return self.start <= other.start and other.end <= self.end

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last local calendar day that the window touches."""
        return local_day(self.start), local_day(self.end - timedelta(microseconds=1))


def narrowest(windows: Iterable[Window]) -> tuple[Window, ...]:
    """The windows without those that hold another: "i dag her til formiddag" is the forenoon.

    Two that overlap are one time told twice ("resten af aftenen på min vagt"): what both hold is meant.
    """
    found = tuple(dict.fromkeys(windows))
    kept = [each for each in found if not any(other != each and each.covers(other) for other in found)]
    if len(kept) == 2 and kept[0].overlaps(kept[1].start, kept[1].end):
        return (Window(max(each.start for each in kept), min(each.end for each in kept)),)
    return tuple(kept)


def what_is_left(windows: Iterable[Window], at: datetime) -> tuple[Window, ...]:
    """The windows from `at` on; those that are over stay what they were."""
    return tuple(Window(at, each.end) if each.holds(at) else each for each in windows)
