"""Which guidance answers a question: the citizen's own handleanvisninger first, then the instrukser."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from threading import Lock

from assistant.domain.answer import Quote
from assistant.domain.wall_clock import local_day
from assistant.services.care_plans import pick_in_force, quote
from assistant.services.ports import Topic, UnitOfWork
from knowledge.guidance import Guidance
from retrieval.lexical_index import LexicalIndex, Segment
from retrieval.types import Document

# Kept in memory: the shelves of the citizens asked about lately, a few texts each.
_KEEP = 512
# Below this share of the question's topical words, a text is about something else. Chosen on questions
# about the demo district that no text answers (docs/adr/0008-lexical-search-first.md).
_COVERAGE_OF_OWN = 0.3
_COVERAGE_OF_GENERAL = 0.45
_SHOWN = 3
_AS_GOOD = 0.8


@dataclass(frozen=True, slots=True)
class Found:
    """The quotes that answer, best first (none is an answer too), and how much was searched."""

    quotes: tuple[Quote, ...]
    own_searched: int
    instrukser_searched: int


@dataclass(frozen=True, slots=True)
class _Shelf:
    """Texts that may be quoted on one day, ready for search."""

    texts: dict[tuple[str, int], Guidance]
    segment: Segment


class GuidanceSearch:
    """Searches what may be quoted for one citizen, or the instrukser alone.

    A search sees the shelf of one citizen and that of the instrukser and nothing else, so it cannot
    reach another citizen's. A shelf is made anew when any guidance changes or the day does.
    """

    def __init__(self) -> None:
        self._shelves: OrderedDict[tuple[str | None, date, int], _Shelf] = OrderedDict()
        self._lock = Lock()

    def find(self, work: UnitOfWork, topic: Sequence[str], *, citizen: str | None, at: datetime) -> Found:
        """The guidance that answers a question on the day of `at`.

        :param topic: the lower-case words that say what the question is about.
        """
        general = self._shelf(work, None, at)
        own = self._shelf(work, citizen, at) if citizen else _EMPTY
        hits = LexicalIndex(own.segment, general.segment).search(topic, limit=2 * _SHOWN)
        texts = {**general.texts, **own.texts}
        answering = [
            each
            for each in hits
            if each.coverage >= (_COVERAGE_OF_OWN if each.key in own.texts else _COVERAGE_OF_GENERAL)
        ]
        # A text written for the citizen goes before a general one that answers no better.
        best = max((each.coverage for each in answering), default=0.0)
        answering.sort(key=lambda hit: not (hit.key in own.texts and hit.coverage >= _AS_GOOD * best))
        return Found(
            quotes=tuple(quote(texts[each.key], score=each.coverage) for each in answering[:_SHOWN]),
            own_searched=len(own.texts),
            instrukser_searched=len(general.texts),
        )

    def _shelf(self, work: UnitOfWork, citizen: str | None, at: datetime) -> _Shelf:
        """The shelf of a citizen, or (None) of the instrukser."""
        key = (citizen, local_day(at), work.version(Topic.GUIDANCE))
        with self._lock:
            if key in self._shelves:
                self._shelves.move_to_end(key)
                return self._shelves[key]
        shelf = _fill(work, citizen, at)
        with self._lock:
            self._shelves[key] = shelf
            while len(self._shelves) > _KEEP:
                self._shelves.popitem(last=False)
        return shelf


def _fill(work: UnitOfWork, citizen: str | None, at: datetime) -> _Shelf:
    revisions = work.guidance.of_citizen(citizen) if citizen else work.guidance.instrukser()
    texts = {(each.id, each.revision): each for each in pick_in_force(revisions, at).values()}
    documents = (Document(key, each.title, each.text, own=citizen is not None) for key, each in texts.items())
    return _Shelf(texts, Segment(documents))


_EMPTY = _Shelf({}, Segment([]))
