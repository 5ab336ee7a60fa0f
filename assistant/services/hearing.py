"""From words to what was heard: the citizens named, the windows meant, and the intent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from assistant.domain.care_unit import ShiftHours
from assistant.domain.dialogue import Heard, Intent, Mention
from assistant.domain.staff import Staff
from assistant.domain.window import Window
from assistant.services.ports import UnitOfWork
from assistant.services.rosters import Roster, Rosters
from knowledge.function_words import function_words
from nlu.components.names import NameMention
from nlu.components.times import ShiftHours as SpokenShifts
from nlu.components.times import TimeMention, find_times
from nlu.types import Entity, Understanding
from retrieval.words import words

# Below this, Rasa's word that something names a citizen is not enough to say that nobody of that name exists.
_SURE_OF_NAME = 0.6


@dataclass(frozen=True, slots=True)
class HeardSentence:
    """The sentence for the dialogue, with what its answer needs besides.

    `untopical` are the lower-case words that say who, when or nothing, and are not searched for.
    """

    sentence: Heard
    roster: Roster
    shifts: ShiftHours
    untopical: frozenset[str]


class Hearing:
    """Finds in a sentence the citizens of the asker's roster and the times of the asker's shifts."""

    def __init__(self, rosters: Rosters) -> None:
        self._rosters = rosters

    def hear(
        self, work: UnitOfWork, text: str, understood: Understanding | None, *, asker: Staff, at: datetime
    ) -> HeardSentence:
        """What `text` says; `understood` is None when Rasa did not answer."""
        roster = self._rosters.of(work, asker)
        shifts = self._shifts(work, asker)
        times = find_times(text, at=at, shifts=SpokenShifts(shifts.day, shifts.evening, shifts.night))
        names = roster.names.find(text, taken=[each.span for each in times])
        return HeardSentence(
            sentence=Heard(
                text=text,
                intent=Intent(understood.intent) if understood else None,
                mentions=_mentions(text, names, understood, times, roster),
                windows=tuple(dict.fromkeys(Window(each.start, each.end) for each in times)),
            ),
            roster=roster,
            shifts=shifts,
            untopical=_untopical(names, times),
        )

    def _shifts(self, work: UnitOfWork, asker: Staff) -> ShiftHours:
        """The shift hours of the asker's first unit."""
        found = work.care_units.find(asker.care_units[:1])
        return next((each.shifts for each in found.values()), ShiftHours())


def _mentions(
    text: str,
    names: Sequence[NameMention],
    understood: Understanding | None,
    times: Sequence[TimeMention],
    roster: Roster,
) -> tuple[Mention, ...]:
    """The names of the roster, and a name that is none of theirs where Rasa is sure that one stands there."""
    chosen = _option_value(text, roster)
    if chosen is not None:
        return (chosen,)
    found = [_mention(each) for each in names]
    if found or understood is None:
        return tuple(found)
    strange = [
        each
        for each in understood.entities
        if each.kind == "citizen" and each.confidence >= _SURE_OF_NAME and not _is_known_word(each, times)
    ]
    return tuple(Mention(each.text, ()) for each in strange)


def _mention(name: NameMention) -> Mention:
    if name.other_name is None:
        return Mention(name.text, name.candidates)
    return Mention(f"{name.text} {name.other_name}", name.candidates, certain=False)


def _option_value(text: str, roster: Roster) -> Mention | None:
    """An option's value sent back as it was given: the id of a citizen."""
    value = text.strip()
    return Mention(roster.citizens[value].name, (value,)) if value in roster.citizens else None


def _is_known_word(entity: Entity, times: Sequence[TimeMention]) -> bool:
    """Whether what Rasa took for a name is a time or words without a topic ("hende", "i morgen")."""
    begin, end = entity.span
    in_a_time = any(first < end and begin < last for first, last in (each.span for each in times))
    return in_a_time or all(word in function_words() for word in words(entity.text))


def _untopical(names: Sequence[NameMention], times: Sequence[TimeMention]) -> frozenset[str]:
    said = [each.text for each in names] + [each.text for each in times]
    return function_words() | frozenset(word for text in said for word in words(text))
