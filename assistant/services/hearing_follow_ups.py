"""How a sentence leans on the conversation so far: what it goes on from, and what it takes back."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from assistant.domain.care_unit import ShiftHours
from assistant.domain.dialogue_state import DialogueState
from assistant.domain.heard import ReplyKind
from assistant.domain.leaning import FollowUp, Leaning
from assistant.domain.wall_clock import local, local_day, start_of_day
from assistant.domain.window import Window, narrowest
from assistant.services.offers import reply_kind
from assistant.services.recorded_periods import last_night
from assistant.services.task_matching import names_help
from nlu.components.follow_ups import (
    Correction,
    Side,
    is_of_today,
    means_another,
    names_no_topic,
    read_correction,
    read_follow_up,
)
from nlu.components.names import Reading
from nlu.components.question_forms import asks_amount, asks_which
from nlu.components.times import ShiftHours as SpokenShifts
from nlu.components.times import TimeMention, find_times

# A day has 25 hours when the clocks go back.
_ONE_DAY = timedelta(hours=25)
_MOST_OF_A_DAY = timedelta(hours=12)
_LONGEST_WORD_WITHOUT_TOPIC = 3
_HOUR = re.compile(r"(?<!\w)([01]?\d|2[0-4])(?!\w)")


@dataclass(frozen=True, slots=True)
class Leant:
    """A sentence with what it takes back left out, and how it leans on what was said before.

    `text` has blanks where something is taken back or said of the time;
    `windows` are the times that it means where the conversation tells the day.
    """

    text: str
    named: Reading
    windows: tuple[Window, ...]
    reply: ReplyKind | None
    leaning: Leaning

    def leans(self, topic: Sequence[str]) -> Leaning:
        """How it leans on the conversation, its `topic` weighed as well."""
        return replace(self.leaning, bare=_is_bare(topic, refers=self.leaning.refers))


def leaning_of(
    text: str,
    named: Reading,
    times: Sequence[TimeMention],
    *,
    state: DialogueState,
    at: datetime,
    shifts: ShiftHours,
) -> Leant:
    """How `text` leans on the conversation that has come to `state`."""
    names = [each.span for each in named.mentions] + [each.span for each in named.strangers]
    goes_on = state.last is not None or state.asked is not None
    spans = [each.span for each in times]
    reply = reply_kind(text)
    correction = None
    if goes_on and reply in (None, ReplyKind.PLACE):
        correction = read_correction(text, names=names, times=spans)
    if correction is not None:
        text, named, times, rejected = _taken_back(text, named, times, correction)
    else:
        rejected = ()
        named = _without_whom_was_spoken_of(text, named, state)
    leaning = read_follow_up(text, names=names, times=[each.span for each in times])
    windows = narrowest(Window(each.start, each.end) for each in times)
    if goes_on and leaning.side is not None:
        windows = (_beside(windows, leaning.side, state, at),)
        text = _blanked(text, [leaning.side.span])
    elif goes_on and (leaning.elliptical or correction is not None):
        # The number of a home ("bolig 11") is no hour.
        unnamed = _blanked(text, names)
        windows = _windows_of_that_day(unnamed, times, state, at, shifts) or windows
        if correction is not None:
            windows = _at_the_same_hour(windows, state)
    return Leant(
        text=text,
        named=named,
        windows=windows,
        reply=ReplyKind.CORRECTION if correction else reply,
        leaning=Leaning(
            follow=FollowUp(leaning.kind.value) if leaning.kind else None,
            elliptical=leaning.elliptical or leaning.side is not None,
            refers=leaning.refers,
            of_person=leaning.of_person,
            detail=leaning.refers or asks_amount(text) or asks_which(text),
            lies_ahead=bool(windows) and all(_lies_ahead(each, at) for each in last_night(windows, at)),
            rejected=rejected,
            not_this=correction is not None and correction.not_this,
            new_topic=correction is not None and correction.topic,
            adds=correction is not None and correction.adds,
        ),
    )


def _lies_ahead(window: Window, at: datetime) -> bool:
    """Whether a window is still to come, or a part of a day is mostly so ("i aften" at half past five)."""
    middle = window.start + (window.end - window.start) / 2
    return window.start > at or (window.end - window.start < _MOST_OF_A_DAY and middle > at)


def _is_bare(topic: Sequence[str], *, refers: bool) -> bool:
    """Whether the words of a topic say nothing by themselves ("hvilken side", "må jeg give det").

    :param refers: whether a pronoun stands for what was spoken of.
    """
    told = [each for each in topic if len(each) > _LONGEST_WORD_WITHOUT_TOPIC]
    return not names_help(topic) and names_no_topic(told, refers=refers)


def _taken_back(
    text: str, named: Reading, times: Sequence[TimeMention], correction: Correction
) -> tuple[str, Reading, Sequence[TimeMention], tuple[str, ...]]:
    """The sentence without what it takes back, and the citizens whose name is all taken back."""

    def out(span: tuple[int, int]) -> bool:
        return any(begin <= span[0] and span[1] <= end for begin, end in correction.rejected)

    rejected = [each for each in named.mentions if out(each.span)]
    kept = replace(
        named,
        mentions=tuple(each for each in named.mentions if not out(each.span)),
        strangers=tuple(each for each in named.strangers if not out(each.span)),
    )
    text = _blanked(text, correction.rejected)
    ids = tuple(each.candidates[0] for each in rejected if len(each.candidates) == 1)
    return text, kept, [each for each in times if not out(each.span)], ids


def _without_whom_was_spoken_of(text: str, named: Reading, state: DialogueState) -> Reading:
    """ "Den anden Sonja" is a Sonja who was not spoken of, whatever else is asked."""
    kept = []
    for each in named.mentions:
        others = tuple(one for one in each.candidates if one != state.citizen)
        is_other = len(others) < len(each.candidates) and means_another(text, each.span)
        kept.append(replace(each, candidates=others) if others and is_other else each)
    return replace(named, mentions=tuple(kept))


def _blanked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with blanks at these places, so that all others stay what they were."""
    for begin, end in spans:
        text = text[:begin] + " " * (end - begin) + text[end:]
    return text


def _beside(windows: Sequence[Window], side: Side, state: DialogueState, at: datetime) -> Window:
    """The days before or after those that were spoken of; a part of a day ("aftenen før") stays that part."""
    spoken = state.windows or ((state.seen,) if state.seen else ())
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


def _windows_of_that_day(
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


def _at_the_same_hour(windows: Sequence[Window], state: DialogueState) -> tuple[Window, ...]:
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
