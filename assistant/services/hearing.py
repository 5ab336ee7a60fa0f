"""From words to what was heard: the citizens named, the windows meant, and the intent."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from assistant.domain.care_unit import ShiftHours
from assistant.domain.dialogue_state import Asked, DialogueState
from assistant.domain.heard import Heard, Intent
from assistant.domain.staff import Staff
from assistant.domain.window import what_is_left
from assistant.services.hearing_follow_ups import leaning_of
from assistant.services.hearing_names import as_meant, mentions_of, moved, spans_of, veiled, without_names_at
from assistant.services.hearing_topic import topic_of
from assistant.services.hearing_writing import about_whom, dictated_words, report_of
from assistant.services.intent_evidence import Clues
from assistant.services.intents import wanted
from assistant.services.offers import chosen_option
from assistant.services.ports import UnitOfWork
from assistant.services.rosters import Roster, Rosters
from nlu.aligned_text import AlignedText, Span
from nlu.components.emergency import Judgement, judge
from nlu.components.names import NameMention, Stranger
from nlu.components.question_forms import OwnUnit, asks_what, asks_what_is_left, asks_when
from nlu.components.spelling import respell
from nlu.components.times import ShiftHours as SpokenShifts
from nlu.components.times import TimeMention, find_times
from nlu.masking import mask, tense_of
from nlu.types import Understanding

_SHORTEST_UNIT_NAME = 5
# A question says who, when and what in its first words, and a dictation of half a minute is no longer than
# this; the time of an answer must not grow with what somebody pastes. What is kept is kept whole.
_READ = 600
# Nobody says more than this (a minute of speech): what is longer was pasted, and its beginning will do.
_LONGEST_SAID, _READ_OF_PASTED = 1_000, 200
# What Rasa is sent: its time grows with the square of the length, and no intent needs more words.
_PARSED = 200
_ASKED_OF_CITIZENS = (Intent.ASK_PLAN, Intent.ASK_ROUND, Intent.ASK_RECORD)


@dataclass(frozen=True, slots=True)
class HeardSentence:
    """The sentence for the dialogue, with what its answer needs besides.

    `understood` is False when Rasa did not answer; `may_be_danger` is set where the sentence is no
    emergency, but so like one that the answer should name 112.
    """

    sentence: Heard
    roster: Roster
    shifts: ShiftHours
    understood: bool
    may_be_danger: bool = False


class Hearing:
    """Finds in a sentence the citizens of the asker's roster and the times of the asker's shifts."""

    def __init__(self, rosters: Rosters) -> None:
        self._rosters = rosters

    def hear(
        self,
        work: UnitOfWork,
        text: str,
        understand: Callable[[str], Understanding | None],
        *,
        asker: Staff,
        at: datetime,
        state: DialogueState,
    ) -> HeardSentence:
        """What `text` says, in a conversation that has come to `state`.

        :param understand: gives what a sentence wants, or None when Rasa does not answer. It is asked
            about the sentence without the names of citizens, which are found here and stay here.
        """
        whole, text = text, text[: _READ if len(text) <= _LONGEST_SAID else _READ_OF_PASTED]
        asked = state.asked
        roster = self._rosters.of(work, asker)
        shifts = roster.shifts_of(*asker.care_units[:1])
        first_read = (text, shifts)
        times = _times(text, at, shifts)
        named = roster.names.read(text, taken=[each.span for each in times])
        care_unit, where = _care_unit(text, roster)
        if where is not None:
            named = without_names_at(named, where)
        # From here on the sentence is read as it is spelt; what is kept or shown is as it was written.
        said = respell(text, keep=[*spans_of(named), *([where] if where else [])])
        text, named = said.text, moved(named, said)
        where = said.new_span(where) if where else None
        unit = _unit_of(named.mentions, roster)
        if unit is not None and unit != asker.care_units[0]:
            shifts = roster.shifts_of(unit)
        # a name or an address is no time, whatever it looks like: "fru Maj", "ham på Mosevej 3 i aften"
        nameless = veiled(text, named)
        if named.mentions or (nameless, shifts) != first_read:
            times = _times(nameless, at, shifts, bare_hours=bool(named.mentions))
        masked = mask(
            text,
            citizens=spans_of(named),
            times=[(each.span, tense_of(each.start, each.end, at=at)) for each in times],
            care_units=[where] if where else [],
        )
        understood = understand(masked.text[:_PARSED])
        if understood is not None:
            understood = masked.unmask(understood)
        left_out = [each.span for each in named.mentions] + [each.span for each in times]
        spoken_of = bool(named.mentions) or state.citizen is not None
        clues = Clues(
            spoken_of,
            named=bool(spans_of(named)),
            timed=bool(times),
            begun=any(each.start <= at for each in times),
            over=bool(times) and all(each.end <= at for each in times),
            colleague=bool(named.colleagues),
        )
        want = wanted(text, understood, names=spans_of(named), clues=clues)
        no_topic: list[NameMention | Stranger | OwnUnit] = [*named.mentions, *named.colleagues]
        no_topic += [want.unit] if want.unit else []
        named = about_whom(text, want, as_meant(text, named))
        leaning = leaning_of(text, named, times, state=state, at=at, shifts=shifts)
        named = leaning.named
        unit_name = care_unit and roster.unit_names[care_unit]
        danger = _danger(whole[:_LONGEST_SAID], text)
        topic = topic_of(leaning.text, want.intent, no_topic, times, unit_name)
        return HeardSentence(
            sentence=Heard(
                text=whole,
                intent=want.intent,
                mentions=mentions_of(
                    said, named, understood, times, roster, asks=want.intent in _ASKED_OF_CITIZENS
                ),
                windows=what_is_left(leaning.windows, at) if asks_what_is_left(text) else leaning.windows,
                topic=topic,
                asks_when=asks_when(text),
                emergency=danger.emergency is not None,
                chosen=_chosen(work, said, asked, roster, at) if asked else None,
                reply=leaning.reply,
                asks=want.asks,
                asks_one=asks_when(text) or not asks_what(text),
                looks_back=any(each.past for each in times),
                unit=care_unit,
                report=report_of(said, want, left_out) if want.intent is Intent.REPORT_DONE else None,
                dictated=dictated_words(said, want, whole) if want.intent is Intent.DICTATE else None,
                leans=leaning.leans(topic, of_record=want.intent is Intent.ASK_RECORD),
            ),
            roster=roster,
            shifts=shifts,
            understood=understood is not None,
            may_be_danger=danger.doubtful,
        )


def _times(text: str, at: datetime, shifts: ShiftHours, *, bare_hours: bool = False) -> list[TimeMention]:
    spoken = SpokenShifts(shifts.day, shifts.evening, shifts.night)
    return find_times(text, at=at, shifts=spoken, bare_hours=bare_hours)


def _danger(whole: str, spelt: str) -> Judgement:
    """What a message tells of danger to life, as it was written (all of it) or as it is spelt."""
    written = judge(whole)
    if written.emergency is not None or spelt == whole:
        return written
    read = judge(spelt)
    return read if read.emergency is not None or read.doubtful else written


def _chosen(work: UnitOfWork, said: AlignedText, asked: Asked, roster: Roster, at: datetime) -> str | None:
    """The option that was chosen: by its value, which is no word, or by words."""
    return chosen_option(work, said.original, asked, roster, at) or chosen_option(
        work, said.text, asked, roster, at
    )


def _care_unit(text: str, roster: Roster) -> tuple[str | None, Span | None]:
    """The care unit that the text names by its own name ("Egeparken"), and where."""
    for unit, name in roster.unit_names.items():
        own_name = name.split()[-1]
        found = re.search(rf"(?<!\w){re.escape(own_name)}(?!\w)", text, re.IGNORECASE)
        if found and len(own_name) >= _SHORTEST_UNIT_NAME:
            return unit, found.span()
    return None, None


def _unit_of(names: Sequence[NameMention], roster: Roster) -> str | None:
    """The care unit whose shift hours hold: the one of the citizens named, if they share one."""
    units = {roster.citizens[each].care_unit for name in names for each in name.candidates}
    return next(iter(units)) if len(units) == 1 else None
