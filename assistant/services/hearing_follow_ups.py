"""How a sentence leans on the conversation so far: what it goes on from, and what it takes back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from assistant.domain.care_unit import ShiftHours
from assistant.domain.dialogue_state import DialogueState
from assistant.domain.heard import ReplyKind
from assistant.domain.leaning import FollowUp, Leaning
from assistant.domain.window import Window, narrowest
from assistant.services.hearing_windows import at_the_same_hour, beside, lies_ahead, windows_of_that_day
from assistant.services.offers import reply_kind
from assistant.services.recorded_periods import last_night
from assistant.services.task_matching import names_help
from nlu.components.follow_ups import (
    Correction,
    means_another,
    names_no_topic,
    read_correction,
    read_follow_up,
)
from nlu.components.names import Reading
from nlu.components.question_forms import asks_amount, asks_which
from nlu.components.record_facets import only_asks_of_doing, record_facets
from nlu.components.times import TimeMention

_LONGEST_WORD_WITHOUT_TOPIC = 3


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

    def leans(self, topic: Sequence[str], *, of_record: bool = False) -> Leaning:
        """How it leans on the conversation, its `topic` weighed as well.

        :param of_record: whether it asks what has been.
        """
        refers = self.leaning.refers
        leaning = replace(self.leaning, bare=_is_bare(topic, refers=refers))
        if not of_record:
            return leaning
        return replace(
            leaning,
            of_doing=only_asks_of_doing(self.text, topic, refers=refers),
            own_part=record_facets(self.text).of_person,
        )


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
        windows = (beside(windows, leaning.side, state, at),)
        text = _blanked(text, [leaning.side.span])
    elif goes_on and (leaning.elliptical or correction is not None):
        # The number of a home ("bolig 11") is no hour.
        unnamed = _blanked(text, names)
        windows = windows_of_that_day(unnamed, times, state, at, shifts) or windows
        if correction is not None:
            windows = at_the_same_hour(windows, state)
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
            lies_ahead=bool(windows) and all(lies_ahead(each, at) for each in last_night(windows, at)),
            rejected=rejected,
            not_this=correction is not None and correction.not_this,
            new_topic=correction is not None and correction.topic,
            adds=correction is not None and correction.adds,
        ),
    )


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
