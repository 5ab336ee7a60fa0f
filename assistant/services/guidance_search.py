"""Which guidance answers a question: the citizen's own handleanvisninger first, then the instrukser."""

from collections import OrderedDict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from threading import Lock
from typing import Protocol

from assistant.domain.answer import Quote
from assistant.domain.wall_clock import local_day
from assistant.services.care_plans import pick_in_force, quote
from assistant.services.dense_search import Nearness
from assistant.services.guidance_question import asked_words, said_words, vocabulary_of, weight_of
from assistant.services.ports import Topic, UnitOfWork
from knowledge.guidance import Guidance, Kind
from nlu.components.care_terms import concepts_of
from nlu.components.spelling import Speller
from nlu.masking import mask
from retrieval.aboutness import topics_of
from retrieval.evidence import Judgement, judge
from retrieval.matching import Matched, TextsByWord, match
from retrieval.passages import split
from retrieval.types import AskedWord, Document

# Kept in memory: the shelves of the citizens asked about lately, a few texts each.
_KEEP = 512
_SHOWN = 3
# From here on, a title has so much of the question, or of its topics, that its text is about the same thing.
_NAMES_THE_TOPIC = 0.4
_KINDS = frozenset(Kind)


@dataclass(frozen=True, slots=True)
class Found:
    """The quotes that answer, best first (none is an answer too), and how much was searched.

    Where none answers, `nearest` is the passage nearest to the question, if its text is about the same.
    """

    quotes: tuple[Quote, ...]
    own_searched: int
    instrukser_searched: int
    nearest: Quote | None = None


class Nearer(Protocol):
    """Tells how near texts are to a question; `assistant.services.dense_search` is one."""

    def dense_scores(
        self, work: UnitOfWork, question: str, candidates: Collection[Guidance]
    ) -> Mapping[tuple[str, int], Nearness]:
        """The nearness of each candidate that has one."""
        ...


@dataclass(frozen=True, slots=True)
class _Shelf:
    """Texts that may be quoted on one day, ready for search."""

    texts: dict[tuple[str, int], Guidance]
    by_word: TextsByWord
    speller: Speller


@dataclass(frozen=True, slots=True)
class Searched:
    """What `retrieval.evidence.judge` judges by."""

    matched: Matched
    nearness: Mapping[tuple[str, int], float]
    about_someone: bool
    said: Sequence[AskedWord]


class GuidanceSearch:
    """Searches what may be quoted for one citizen, or the instrukser alone.

    A search sees the shelf of one citizen and that of the instrukser and nothing else, so it cannot
    reach another citizen's. A shelf is made anew when any guidance changes or the day does.
    """

    def __init__(self, dense: Nearer | None = None, *, least: float | None = None) -> None:
        """A search of its own memory.

        :param dense: tells how near in meaning texts are; without it, words alone decide.
        :param least: how likely an answer has to be at least, 0–1; by default as `retrieval/evidence.toml`
            says.
        """
        self._dense = dense
        self._least = least
        self._shelves: OrderedDict[tuple[str | None, date, int], _Shelf] = OrderedDict()
        self._lock = Lock()

    def find(
        self, work: UnitOfWork, topic: Sequence[str], *, citizen: str | None, at: datetime, text: str = ""
    ) -> Found:
        """The guidance that answers a question on the day of `at`.

        :param topic: the lower-case words that say what the question is about.
        :param text: the question as it was written.
        """
        shelves = self._shelves_of(work, citizen, at)
        judged = self._judge(work, shelves, topic, text=text)
        texts = {key: each for shelf in shelves for key, each in shelf.texts.items()}
        quotes = [
            quote(texts[each.match.document.key], score=round(each.likely, 3))
            for each in judged.candidates[:_SHOWN]
        ]
        return Found(
            quotes=tuple(quotes) if judged.answered else (),
            own_searched=sum(len(each.texts) for each in shelves[1:]),
            instrukser_searched=len(shelves[0].texts),
            nearest=None if judged.answered else _nearest(judged, texts, text or " ".join(topic)),
        )

    def searched(
        self,
        work: UnitOfWork,
        topic: Sequence[str],
        *,
        citizen: str | None,
        at: datetime,
        text: str = "",
        without: Collection[str] = (),
        instrukser: bool = True,
    ) -> Searched:
        """What a search goes by, before any judgement: for training and measuring.

        :param without: the ids of guidance that is taken off the shelves first.
        :param instrukser: whether they are searched beside the citizen's own texts.
        """
        shelves = self._shelves_of(work, citizen, at)
        if not instrukser and citizen:
            shelves = shelves[1:]
        if without:
            shelves = [_without(each, without) for each in shelves]
        return self._search(work, shelves, topic, text=text, about_someone=citizen is not None)

    def _judge(
        self, work: UnitOfWork, shelves: Sequence[_Shelf], topic: Sequence[str], *, text: str
    ) -> Judgement:
        found = self._search(work, shelves, topic, text=text, about_someone=len(shelves) > 1)
        return judge(
            found.matched,
            found.nearness,
            about_someone=found.about_someone,
            said=found.said,
            least=self._least,
        )

    def _search(
        self,
        work: UnitOfWork,
        shelves: Sequence[_Shelf],
        topic: Sequence[str],
        *,
        text: str,
        about_someone: bool,
    ) -> Searched:
        asked = asked_words(topic, [each.speller for each in shelves], text=text)
        matched = match(asked, *(each.by_word for each in shelves))
        near: dict[tuple[str, int], float] = {}
        if self._dense is not None and text:
            texts = [each for shelf in shelves for each in shelf.texts.values()]
            question = mask(text, citizens=(), times=()).text  # a CPR number is never embedded
            scored = self._dense.dense_scores(work, question, texts)
            near = {key: each.score for key, each in scored.items()}
        return Searched(matched, near, about_someone, said_words(topic, text))

    def _shelves_of(self, work: UnitOfWork, citizen: str | None, at: datetime) -> list["_Shelf"]:
        """The instrukser, and the shelf of the citizen if the question is about one."""
        return [self._shelf(work, each, at) for each in ((None, citizen) if citizen else (None,))]

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
    return _shelf_of(texts, own=citizen is not None)


def _shelf_of(texts: dict[tuple[str, int], Guidance], *, own: bool) -> _Shelf:
    documents = [
        Document(
            key,
            title := _topic_of(each.title),
            each.text,
            own=own,
            title_marks=concepts_of(title),
            marks=concepts_of(each.text),
        )
        for key, each in texts.items()
    ]
    for each in documents:
        topics_of(each.title, each.text)  # kept: a question must not wait for it
    words = vocabulary_of(part for each in documents for part in (each.title, each.text))
    return _Shelf(texts, TextsByWord(documents), Speller(words))


def _without(shelf: _Shelf, ids: Collection[str]) -> _Shelf:
    """The shelf with these texts taken off."""
    own = any(each.own for each in shelf.by_word.documents)
    return _shelf_of({key: each for key, each in shelf.texts.items() if key[0] not in ids}, own=own)


def _nearest(judged: Judgement, texts: Mapping[tuple[str, int], Guidance], question: str) -> Quote | None:
    """The passage of the first candidate with most of the question's words, if its title names the topic."""
    if not judged.candidates:
        return None
    found = judged.candidates[0].features
    if max(found["title"], found["topic_in_title"]) < _NAMES_THE_TOPIC:
        return None
    guidance = texts[judged.candidates[0].match.document.key]
    passages = split(guidance)
    parts = [
        Document((each.guidance, each.position), f"{guidance.title} {each.heading}", each.text)
        for each in passages
    ]
    words = vocabulary_of([question])
    best = match([AskedWord(each, weight_of(each)) for each in sorted(words)], TextsByWord(parts)).matches[0]
    return replace(quote(guidance, score=0.0), quote=passages[best.document.key[1]].text)


def _topic_of(title: str) -> str:
    """The title without what many begin with: the citizen's name, or the kind of text that it is."""
    before, colon, after = title.partition(": ")
    names = before.split()
    is_name = len(names) > 1 and all(each[:1].isupper() for each in names)
    return after if colon and (is_name or before.lower() in _KINDS) else title
