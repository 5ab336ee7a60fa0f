"""The times that a follow-up means: on the day that was spoken of, beside it, or at its hour."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from assistant.domain.care_unit import ShiftHours
from assistant.domain.dialogue_state import DialogueState
from assistant.domain.wall_clock import local, local_day, start_of_day
from assistant.domain.window import Window
from nlu.components.follow_ups import Side, is_of_today
from nlu.components.times import ShiftHours as SpokenShifts
from nlu.components.times import TimeMention, find_times

# A day has 25 hours when the clocks go back.
_ONE_DAY = timedelta(hours=25)
_MOST_OF_A_DAY = timedelta(hours=12)
_HOUR = re.compile(r"(?<!\w)([01]?\d|2[0-4])(?!\w)")


def beside(windows: Sequence[Window], side: Side, state: DialogueState, at: datetime) -> Window:
    """The days before or after those that were spoken of; a part of a day ("aftenen før") stays that part."""
    spoken = state.windows or tuple(each for each in (state.told or state.seen,) if each)
    first = local_day(min((each.start for each in spoken), default=at))
    last = local_day(max((each.end for each in spoken), default=at) - timedelta(microseconds=1))
    days = timedelta(days=side.days)
    if side.before:
        window = Window(start_of_day(first - days), start_of_day(first))
    else:
        window = Window(start_of_day(last + timedelta(days=1)), start_of_day(last + timedelta(days=1) + days))
    if not windows:
        return window
    return _moved(windows[0], local_day(window.start) - local_day(windows[0].start))


def _moved(window: Window, by: timedelta) -> Window:
    start, end = local(window.start) + by, local(window.end) + by
    return Window(start, end)


def windows_of_that_day(
    text: str, times: Sequence[TimeMention], state: DialogueState, at: datetime, shifts: ShiftHours
) -> tuple[Window, ...]:
    """The times of the sentence on the day that was spoken of: "i morgen kl. 14" – "og kl. 18?".

    None where they name a day of their own, or the day spoken of is today.
    """
    said = [each.text for each in times] or [f"kl. {hour}" for hour in _bare_hours(text)]
    if not said or any(is_of_today(each) for each in said):
        return ()
    day = _day_spoken_of(state, at)
    spoken = SpokenShifts(shifts.day, shifts.evening, shifts.night)
    found = []
    for each in said:
        dated = f"{day} {each}" if day else each
        read = find_times(dated, at=at, shifts=spoken)
        if len(read) != 1 or read[0].text != dated:
            return ()
        found.append(Window(read[0].start, read[0].end))
    return tuple(dict.fromkeys(found))


def at_the_same_hour(windows: Sequence[Window], state: DialogueState) -> tuple[Window, ...]:
    """Another day at the hour that was asked about: "tirsdag kl. 13" – "nej, fredag mente jeg"."""
    whole_days = all(each.start == start_of_day(local_day(each.start)) for each in windows)
    spoken = state.windows
    if len(windows) != 1 or len(spoken) != 1 or not whole_days or not _is_one_day(windows[0]):
        return tuple(windows)
    if spoken[0].end - spoken[0].start >= _MOST_OF_A_DAY:
        return tuple(windows)
    return (_moved(spoken[0], local_day(windows[0].start) - local_day(spoken[0].start)),)


def _is_one_day(window: Window) -> bool:
    return _MOST_OF_A_DAY < window.end - window.start <= _ONE_DAY


def _bare_hours(text: str) -> list[str]:
    """An hour said as a number alone ("og 18?"): the only number of the sentence."""
    numbers = _HOUR.findall(text)
    return numbers if len(numbers) == 1 else []


def _day_spoken_of(state: DialogueState, at: datetime) -> str | None:
    """The day of the last question as a date in digits; None for today, for several days, and for none."""
    spoken = state.windows
    if len(spoken) != 1 or spoken[0].end - spoken[0].start > _ONE_DAY:
        return None
    day = local_day(spoken[0].start)
    return None if day == local_day(at) else f"{day.day}.{day.month}.{day.year}"


def lies_ahead(window: Window, at: datetime) -> bool:
    """Whether a window is still to come, or a part of a day is mostly so ("i aften" at half past five)."""
    middle = window.start + (window.end - window.start) / 2
    return window.start > at or (window.end - window.start < _MOST_OF_A_DAY and middle > at)
