"""What a search of the record finds, and the question it is searched for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from assistant.domain.answer import TakenValue
from assistant.domain.citizen import Citizen
from assistant.domain.note import Note
from assistant.domain.window import Window
from assistant.services.asker import Asker
from assistant.services.ports import UnitOfWork
from nlu.components.record_facets import RecordFacets


@dataclass(frozen=True, slots=True)
class RecordQuestion:
    """A question about one citizen's record: `windows` have begun by the asker's clock and end there.

    `named_windows` are they as they were named, also what is still to come of them.
    `not_yet` is set where a time was named that lies ahead. `searched` are the words to search notes
    for, `helps` those that may name planned help, `said` all words that are not the citizen's name.
    `spoken_of` are the plan lines that a pronoun stands for. What is recorded after `until` is left out.
    """

    work: UnitOfWork
    citizen: Citizen
    asker: Asker
    facets: RecordFacets
    windows: tuple[Window, ...]
    named_windows: tuple[Window, ...]
    not_yet: bool
    searched: tuple[str, ...]
    helps: tuple[str, ...]
    said: tuple[str, ...]
    asks_when: bool
    asks_what: bool
    asks_who: bool
    until: datetime
    spoken_of: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Recorded:
    """One part of an answer: its lines and their sources. `found` is False where they say what is lacking."""

    lines: tuple[str, ...]
    found: bool = True
    notes: tuple[Note, ...] = ()
    measurements: tuple[TakenValue, ...] = ()
    completions: tuple[tuple[str, date, str], ...] = ()


def joined(parts: Iterable[Recorded]) -> Recorded:
    """The parts as one, in their order; a source that several have counts once."""
    all_of_it = tuple(parts)
    return Recorded(
        lines=tuple(dict.fromkeys(line for part in all_of_it for line in part.lines)),
        found=any(part.found for part in all_of_it),
        notes=tuple(dict.fromkeys(each for part in all_of_it for each in part.notes)),
        measurements=tuple(dict.fromkeys(each for part in all_of_it for each in part.measurements)),
        completions=tuple(dict.fromkeys(each for part in all_of_it for each in part.completions)),
    )
