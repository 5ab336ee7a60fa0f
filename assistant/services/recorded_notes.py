"""What approved notes say: those of a period, and those that answer a topic; always verbatim."""

import re
from collections.abc import Collection, Iterable, Sequence

from assistant.domain.note import Note, NoteStatus
from assistant.services.recorded import Recorded, RecordQuestion
from assistant.services.recorded_names import can_answer, names_somebody
from assistant.services.recorded_periods import (
    LATEST_VALUE_DAYS,
    TOPIC_DAYS,
    Period,
    asked_period,
    just_later,
    last_days,
)
from assistant.services.wording import say, say_moment
from nlu.components.record_facets import findings_told, tells_size
from retrieval.lexical_index import LexicalIndex, Segment
from retrieval.related_words import related
from retrieval.types import Document
from retrieval.vocabulary import stem
from retrieval.words import fold, terms, words

# Below this share of the question's topical words, a note is about something else. Chosen on the tuning part
# of tests/data/record/questions.jsonl.
COVERAGE_NEEDED = 0.55
_AS_GOOD_AS_THE_BEST = 0.25
_MOST_NOTES = 10
_MOST_ON_A_TOPIC = 3
# A note up to this length is quoted whole: a sentence alone can mislead ("Ingen smerter." after a fall).
_WHOLE_UP_TO = 600
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\d)[^.!?\n]+)*[.!?\n]*")


def approved_notes(question: RecordQuestion, period: Period) -> list[Note]:
    """The citizen's approved notes of a period as it stands at the asker's clock, oldest first."""
    found = question.work.notes.of_citizens([question.citizen.id], period.whole)
    return [
        each
        for each in found
        if each.status is NoteStatus.APPROVED and period.holds(each.at) and each.at <= question.until
    ]


def notes_written(question: RecordQuestion) -> Recorded:
    """What was written, whatever it was: in the time asked about, else the last day, else the last week."""
    if question.facets.last and not question.windows:
        period = last_days(LATEST_VALUE_DAYS, question.until, now=question.asker.at)
        notes = approved_notes(question, period)[-1:]
    else:
        period, notes = _first_with_notes(question)
    if not notes:
        return nothing_written(period.said)
    shown = notes[-_MOST_NOTES:]
    latest = question.facets.last and not question.windows
    name = "record.latest_note" if latest else "record.notes"
    header = say(name, period=period.said, count=len(notes))
    return Recorded((header, *quoted(question, shown)), notes=tuple(shown))


def notes_on_topic(
    question: RecordQuestion,
    topic: Sequence[str],
    period: Period | None = None,
    *,
    limit: int = _MOST_ON_A_TOPIC,
) -> Recorded:
    """The notes that answer a topic, newest first of the equally good ones, and which notes were searched.

    :param period: where to search; without it, the time asked about, else the last 90 days.
    """
    periods = [period] if period else _topic_periods(question)
    searched = 0
    for each in periods:
        notes = approved_notes(question, each)
        searched += len(notes)
        found = _answering(question, notes, topic)[:limit]
        if found:
            return Recorded(quoted(question, found, topic), notes=tuple(found))
    asked = " ".join(topic)
    said = say("record.topic_missing", topic=asked, period=periods[0].said, count=searched)
    return Recorded((said,), found=False)


def nothing_written(period: str) -> Recorded:
    """That no note was written in a period."""
    return Recorded((say("record.no_notes", period=period),), found=False)


def quoted(question: RecordQuestion, notes: Sequence[Note], topic: Sequence[str] = ()) -> tuple[str, ...]:
    """A line for each note: when, by whom, and its words; of a long note the sentences on the topic."""
    names = staff_names(question, (each.author for each in notes))
    return tuple(
        say(
            "record.note",
            moment=say_moment(each.at, now=question.asker.at),
            author=names[each.author],
            text=_words_of(each, topic),
        )
        for each in notes
    )


def staff_names(question: RecordQuestion, ids: Iterable[str]) -> dict[str, str]:
    """The names of staff by id; somebody who is not stored is shown by the id."""
    wanted = set(ids)
    found = question.work.staff.find(wanted)
    return {each: found[each].name if each in found else each for each in wanted}


def covering(texts: Sequence[str], topic: Sequence[str]) -> list[float]:
    """For each text, the share of the topic's words that it has (0–1), findings in whatever words."""
    # Most notes of a long chart share nothing with the topic; making the index is what takes the time.
    parts = {part.lstrip("=") for word in topic for part in terms(word)}
    readable = ((place, _searchable(text, topic)) for place, text in enumerate(texts))
    near = [(place, text) for place, text in readable if _shares(fold(text.lower()), parts)]
    index = LexicalIndex(Segment(Document((str(place), 0), "", text) for place, text in near))
    hits = {hit.key[0]: hit.coverage for hit in index.search(topic, limit=len(texts))}
    return [hits.get(str(place), 0.0) for place in range(len(texts))]


def _shares(text: str, parts: Collection[str]) -> bool:
    return any(part in text for part in parts)


def _first_with_notes(question: RecordQuestion) -> tuple[Period, list[Note]]:
    at = question.until
    if question.windows:
        asked = asked_period(question.windows, at)
        later = just_later(asked, at)
        periods = [asked, later] if later else [asked]
    else:
        periods = [last_days(1, at), last_days(7, at)]
    for period in periods:
        notes = _by_those_named(question, approved_notes(question, period))
        if notes:
            return period, notes
    return (periods[0] if question.windows else periods[-1]), []


def _topic_periods(question: RecordQuestion) -> list[Period]:
    if not question.windows:
        return [last_days(TOPIC_DAYS, question.until, now=question.asker.at)]
    asked = asked_period(question.windows, question.asker.at)
    later = just_later(asked, question.asker.at)
    return [asked, later] if later else [asked]


def _answering(question: RecordQuestion, notes: Sequence[Note], topic: Sequence[str]) -> list[Note]:
    """The notes that cover the topic, of the authors that are named, if any."""
    authors = staff_names(question, (each.author for each in notes))
    notes = _by_those_named(question, notes)
    topic = [word for word in topic if not names_somebody(word, *authors.values())]
    if not topic:
        return list(reversed(notes))
    notes = [each for each in notes if can_answer(question, each)]
    if question.facets.size:
        notes = [each for each in notes if tells_size(each.text)] or notes
    shares = covering([each.text for each in notes], topic)
    best = max(shares, default=0.0)
    least = max(COVERAGE_NEEDED, best - _AS_GOOD_AS_THE_BEST)
    return [each for each, share in zip(reversed(notes), reversed(shares), strict=True) if share >= least]


def _by_those_named(question: RecordQuestion, notes: Sequence[Note]) -> list[Note]:
    """The notes of the authors that the question names ("hvad skrev Birte"), all where it names none."""
    authors = staff_names(question, (each.author for each in notes))
    named = [word for word in question.said if names_somebody(word, *authors.values())]
    return [
        each
        for each in notes
        if not named or any(names_somebody(word, authors[each.author]) for word in named)
    ]


def _searchable(text: str, topic: Sequence[str]) -> str:
    """The words that a note is found by: its own, and those of the topic that it tells in other words."""
    told = frozenset(map(stem, words(text)))
    likewise = [word for word in topic if any(stem(each) in told for each in related(word))]
    return " ".join([text, *findings_told(text, among=topic), *likewise])


def _words_of(note: Note, topic: Sequence[str]) -> str:
    if len(note.text) <= _WHOLE_UP_TO or not topic:
        return note.text
    sentences = [each.group().strip() for each in _SENTENCE.finditer(note.text) if each.group().strip()]
    shares = covering(sentences, topic)
    wanted = {place for place, share in enumerate(shares) if share > 0}
    kept = {near for place in wanted for near in (place, place + 1) if near < len(sentences)}
    if not kept:
        return note.text
    pieces = [sentence if place in kept else "…" for place, sentence in enumerate(sentences)]
    return " ".join(piece for place, piece in enumerate(pieces) if piece != "…" or pieces[place - 1] != "…")
