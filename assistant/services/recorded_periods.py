"""Which stretch of the past a question about the record is searched in, and how that is said."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from assistant.domain.wall_clock import local, wall_time
from assistant.domain.window import Window
from assistant.services.wording import say, say_day, say_moment, say_window

LATEST_VALUE_DAYS = 365
TREND_DAYS = 30
TOPIC_DAYS = 90
LATEST_HELP_DAYS = 90
# A record of the night or the morning is often written just after it; a whole day has no "just after".
WRITTEN_LATE = timedelta(hours=2)
NIGHT_BEGINS = time(23)
_WHOLE_DAY = timedelta(hours=23)
# What is named by its date alone and lies so far ahead is the one of last year.
_FAR_AHEAD = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Period:
    """Windows that are searched, and the words for them ("de seneste 30 dage")."""

    windows: tuple[Window, ...]
    said: str

    @property
    def whole(self) -> Window:
        """From the first start to the last end."""
        return Window(min(each.start for each in self.windows), max(each.end for each in self.windows))

    def holds(self, instant: datetime) -> bool:
        """Whether `instant` lies in one of the windows."""
        return any(each.holds(instant) for each in self.windows)


def past_part(windows: Iterable[Window], at: datetime) -> tuple[Window, ...]:
    """The windows as far as they have come `at`, the moment itself included; those ahead are left out."""
    ending = _just_after(at)
    return tuple(
        Window(each.start, min(each.end, ending)) for each in dict.fromkeys(windows) if each.start <= at
    )


def last_night(windows: Iterable[Window], at: datetime) -> tuple[Window, ...]:
    """The windows with a night or a month to come put back to the last one: nothing is recorded of those.

    "Nyt om Kaj i nat?" and "Elses vægt i januar" have no verb that looks back, so the coming one may be
    understood.
    """
    return tuple(_put_back(each, at) for each in windows)


def asked_period(windows: Sequence[Window], at: datetime) -> Period:
    """The windows that a question names."""
    whole = {
        each: Window(each.start, at) if each.start < at and each.end == _just_after(at) else each
        for each in windows
    }
    said = say("record.and").join(say_window(each, now=at) for each in whole.values())
    return Period(tuple(windows), said)


def last_days(days: int, at: datetime, *, now: datetime | None = None) -> Period:
    """The last so many days up to and with `at`.

    :param now: the asker's clock, where `at` may be earlier: then the words say before when.
    """
    if now is not None and at < now:
        return Period(
            (Window(at - timedelta(days=days), _just_after(at)),), _said_before(_just_after(at), now)
        )
    name = "record.last_year" if days == LATEST_VALUE_DAYS else "record.last_days"
    said = say("record.last_day") if days == 1 else say(name, days=days)
    return Period((Window(at - timedelta(days=days), _just_after(at)),), said)


def _said_before(at: datetime, now: datetime) -> str:
    begins_a_day = local(at).time() == time(0)
    return say("record.before", moment=say_day(at, now=now) if begins_a_day else say_moment(at, now=now))


def just_later(period: Period, at: datetime) -> Period | None:
    """The two hours after a part of a day, as far as they have come `at`; None after whole days."""
    after = [
        Window(each.end, each.end + WRITTEN_LATE)
        for each in period.windows
        if each.end - each.start < _WHOLE_DAY
    ]
    come = past_part(after, at)
    return asked_period(come, at) if come else None


def is_night(window: Window) -> bool:
    """Whether a window begins with the night and is a part of a day."""
    return local(window.start).time() == NIGHT_BEGINS and window.end - window.start < _WHOLE_DAY


def _put_back(window: Window, at: datetime) -> Window:
    if window.start > at and is_night(window):
        return _moved(window, _a_day_earlier)
    return _moved(window, _a_year_earlier) if window.start > at + _FAR_AHEAD else window


def _moved(window: Window, earlier: Callable[[date], date]) -> Window:
    """The window on an earlier day, at the same clock times."""
    start, end = local(window.start), local(window.end)
    return Window(wall_time(earlier(start.date()), start.time()), wall_time(earlier(end.date()), end.time()))


def _a_day_earlier(day: date) -> date:
    return day - timedelta(days=1)


def _a_year_earlier(day: date) -> date:
    """The same date of the year before; the 28th for the 29th of February."""
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _just_after(at: datetime) -> datetime:
    return at + timedelta(microseconds=1)
