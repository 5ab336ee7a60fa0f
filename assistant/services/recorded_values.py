"""Measured values: the last, those of a time, and how they have moved; numbers only, no judgement."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from assistant.domain.answer import TakenValue
from assistant.domain.note import Measurement, Note
from assistant.domain.wall_clock import local, wall_time
from assistant.services.recorded import Recorded, RecordQuestion, joined
from assistant.services.recorded_notes import COVERAGE_NEEDED, approved_notes, covering, quoted
from assistant.services.recorded_periods import (
    LATEST_VALUE_DAYS,
    TREND_DAYS,
    Period,
    asked_period,
    just_later,
    last_days,
)
from assistant.services.wording import say
from assistant.services.wording_record import kind_label, trend_text, value_line
from nlu.components.record_facets import kinds_named

_MOST_VALUES = 12
_DIGIT = re.compile(r"\d")
# "Temp. 37,9": a full stop before a number is that of an abbreviation.
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?!\d)|\n")

Taken = tuple[datetime, Note, Measurement]
"""A value with the moment it was taken and the note it stands in."""


def recorded_values(question: RecordQuestion) -> Recorded:
    """The values asked for, kind by kind; a kind without a value is said to be lacking."""
    if not question.facets.kinds:
        return _any_values(question)
    return joined(_of_kind(question, kind) for kind in question.facets.kinds)


def _of_kind(question: RecordQuestion, kind: str) -> Recorded:
    if question.facets.trend:
        return _trend(question, kind)
    if question.facets.compared and question.windows:
        # "Hvad vejede hun sidst, og er det mere end i fredags": the latest first, then that of the time.
        plain = replace(question.facets, compared=False)
        latest = replace(question, facets=plain, windows=(), named_windows=())
        return joined([_of_kind(latest, kind), _of_kind(replace(question, facets=plain), kind)])
    for period in _periods(question):
        notes = approved_notes(question, period)
        values = _values(notes, kind)
        told = _told_only(notes, kind, newer_than=values[-1][0] if values else None)
        if question.windows:
            values, told = _of_the_occasion(question, values)[-_MOST_VALUES:], told[-_MOST_VALUES:]
        else:
            values, told = _of_the_occasion(question, values)[-1:], told[-1:]
        if values or told:
            return joined(
                [
                    _shown(question, values),
                    Recorded(quoted(question, told), notes=tuple(told), found=bool(told)),
                ]
            )
    period = _periods(question)[0]
    count = len(approved_notes(question, period))
    return Recorded(
        (say("record.no_value", kind=kind_label(kind), period=period.said, count=count),),
        found=False,
    )


def _any_values(question: RecordQuestion) -> Recorded:
    """Values of every kind: those of the time asked about, else those of the latest note that has any."""
    period = _periods(question)[0]
    for period in _periods(question):
        measured = [each for each in approved_notes(question, period) if each.measurements]
        chosen = measured if question.windows else measured[-1:]
        if chosen:
            values = [_taken(note, each) for note in chosen for each in note.measurements]
            return _shown(question, values[-_MOST_VALUES:])
    return Recorded((say("record.no_values", period=period.said),), found=False)


def _trend(question: RecordQuestion, kind: str) -> Recorded:
    at = question.until
    period = asked_period(question.windows, at) if question.windows else last_days(TREND_DAYS, at)
    values = _values(approved_notes(question, period), kind)
    if not values:
        return Recorded(
            (say("record.no_value", kind=kind_label(kind), period=period.said, count=0),), found=False
        )
    earlier: list[Taken] = []
    if len(values) == 1:
        year = _values(approved_notes(question, last_days(LATEST_VALUE_DAYS, at)), kind)
        earlier = [each for each in year if each[0] < values[0][0]][-1:]
    shown = _shown(question, [*earlier, *values][-_MOST_VALUES:])
    measured = [each.measurement for each in shown.measurements]
    header = trend_text(kind, period.said, measured, outside=len(earlier))
    return Recorded((header, *shown.lines), notes=shown.notes, measurements=shown.measurements)


def _periods(question: RecordQuestion) -> Sequence[Period]:
    at = question.until
    if not question.windows:
        return [last_days(LATEST_VALUE_DAYS, at, now=question.asker.at)]
    asked = asked_period(question.windows, at)
    later = just_later(asked, at)
    return [asked, later] if later else [asked]


def _values(notes: Sequence[Note], kind: str) -> list[Taken]:
    taken = [_taken(note, each) for note in notes for each in note.measurements if each.kind == kind]
    return sorted(taken, key=lambda each: each[0])


def _taken(note: Note, measurement: Measurement) -> Taken:
    """The value with its moment: the clock time that was said with it, else that of the note."""
    if measurement.time is None:
        return note.at, note, measurement
    clock = time.fromisoformat(measurement.time)
    moment = wall_time(local(note.at).date(), clock)
    if moment > note.at:
        moment = wall_time(local(note.at).date() - timedelta(days=1), clock)
    return moment, note, measurement


def _told_only(notes: Sequence[Note], kind: str, *, newer_than: datetime | None) -> list[Note]:
    """Notes that give a value of the kind in words alone: a sentence names it beside a number."""
    return [
        each
        for each in notes
        if (newer_than is None or each.at > newer_than)
        and all(measured.kind != kind for measured in each.measurements)
        and any(
            kind in kinds_named(sentence) and _DIGIT.search(sentence)
            for sentence in _SENTENCE_END.split(each.text)
        )
    ]


def _of_the_occasion(question: RecordQuestion, values: list[Taken]) -> list[Taken]:
    """The values of the occasion that the question names ("da lægen var der"), if a note speaks of it."""
    if not question.searched or not values:
        return values
    shares = covering([note.text for _, note, _ in values], question.searched)
    named = [each for each, share in zip(values, shares, strict=True) if share >= COVERAGE_NEEDED]
    return named or values


def _shown(question: RecordQuestion, values: Sequence[Taken]) -> Recorded:
    """A line for each value, each note's own words after its values."""
    lines: list[str] = []
    notes = list(dict.fromkeys(note for _, note, _ in values))
    for note in notes:
        lines += [
            value_line(measured, moment, now=question.asker.at)
            for moment, of, measured in values
            if of is note
        ]
        lines += quoted(question, [note])
    return Recorded(
        tuple(lines),
        found=bool(values),
        notes=tuple(notes),
        measurements=tuple(
            TakenValue(note.id, local(moment).isoformat(), measured) for moment, note, measured in values
        ),
    )
