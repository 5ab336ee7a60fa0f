"""Answers from the record: what notes, measurements, completions and the citizen's own data say.

The question's facets (`nlu.components.record_facets`) say which parts are asked for; each is found by a
file of its own (`recorded_*.py`). Nothing found is an answer too: it says what was searched.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from assistant.domain.answer import Answer, AnswerKind
from assistant.domain.moves import ShowRecord
from assistant.domain.wall_clock import start_of_day
from assistant.domain.window import Window
from assistant.services.asker import Asker
from assistant.services.ports import UnitOfWork
from assistant.services.record_question import lines_spoken_of, question_of
from assistant.services.recorded import Recorded, RecordQuestion, joined
from assistant.services.recorded_help import all_help, deviations, recorded_help
from assistant.services.recorded_notes import notes_on_topic, notes_written
from assistant.services.recorded_periods import Period, asked_period, is_night, last_days, past_part
from assistant.services.recorded_person import alerts_on_topic, recorded_alerts, recorded_person
from assistant.services.recorded_values import recorded_values
from assistant.services.wording import say
from nlu.components.record_facets import speaks_of_doing


def record_answer(work: UnitOfWork, move: ShowRecord, asker: Asker) -> Answer:
    """What the record says of the question, each value and quote with the note it stands in."""
    question = question_of(work, move, asker)
    told = _told(question)
    if not told.found and question.asks_when and question.facets.last and question.windows:
        # "Hvornår gik hun sidst ud om natten": the time is what is asked for, and may be longer ago.
        told = _told(replace(question, windows=(), named_windows=()))
    if not told.found and move.tasks and speaks_of_doing(move.text):
        # "Blev de taget ud af ørerne": where the words name no help, the help shown last is meant.
        shown = replace(question, helps=(), searched=(), spoken_of=lines_spoken_of(work, move))
        told = recorded_help(shown) or told
    text = "\n".join([say("record.header", citizen=question.citizen.name), *told.lines])
    if not told.found:
        return Answer(AnswerKind.NOT_FOUND, text, citizen=question.citizen)
    return Answer(
        AnswerKind.RECORD,
        text,
        citizen=question.citizen,
        notes=tuple(each.id for each in told.notes),
        measurements=told.measurements,
        completions=told.completions,
        told=_when(told),
    )


def _when(told: Recorded) -> Window | None:
    """From when to when the notes, values and days of help are that are shown."""
    moments = [each.at for each in told.notes]
    moments += [datetime.fromisoformat(each.at) for each in told.measurements]
    moments += [start_of_day(day) for _, day, _ in told.completions]
    return Window(min(moments), max(moments) + timedelta(microseconds=1)) if moments else None


def _told(question: RecordQuestion) -> Recorded:
    facets = question.facets
    parts = []
    if facets.personal:
        parts.append(recorded_person(question))
    if facets.alerts:
        parts.append(recorded_alerts(question))
    if question.not_yet and not parts:
        return Recorded((say("record.not_yet"),), found=False)
    if facets.values:
        parts.append(_values(question))
    return joined(parts) if parts else _topic(question)


def _values(question: RecordQuestion) -> Recorded:
    """Values; where there are none, a yes-or-no question is answered by the help or the note on it."""
    values = recorded_values(question)
    if not values.found and question.facets.any_value and question.facets.last and not question.searched:
        return notes_written(question)
    if values.found or (question.asks_what and not question.facets.findings):
        return values
    return next((each for each in (_instead_of_values(question)) if each and each.found), values)


def _instead_of_values(question: RecordQuestion) -> tuple[Recorded | None, ...]:
    if question.facets.findings:
        return (notes_on_topic(question, question.searched or question.facets.findings),)
    return (recorded_help(question), alerts_on_topic(question) if question.searched else None)


def _topic(question: RecordQuestion) -> Recorded:
    """What plan, alerts and notes say of the topic; without one, what was written or happened."""
    facets = question.facets
    if not question.searched:
        spoken_of = recorded_help(question) if question.spoken_of else None
        return spoken_of or _whatever(question)
    if facets.written:
        return _written_on_topic(question)
    if facets.state or facets.why or facets.size:
        seen = notes_on_topic(question, facets.findings or question.searched, _since(question))
        if seen.found:
            return seen
    told = recorded_help(question)
    if facets.wellbeing and question.windows:
        return _wellbeing(question, told)
    if told is not None:
        return told
    # What stands on a citizen holds at any time; a question about a time is about what happened then.
    alerts = None if question.windows else alerts_on_topic(question)
    notes = notes_on_topic(question, question.searched)
    if not notes.found and facets.measured:
        values = recorded_values(replace(question, facets=replace(facets, kinds=facets.measured)))
        if values.found:
            return values
    if not notes.found and question.windows and (facets.event or _is_of_a_night(question)):
        # "Hvad skete der i går, hun var vist væk": what was written then answers, in whatever words.
        return _whatever(question)
    return joined(each for each in (alerts, notes) if each and each.found) if alerts else notes


def _is_of_a_night(question: RecordQuestion) -> bool:
    """Whether it asks who slept, or was up or out, in a night: what was written that night tells of it."""
    return question.facets.of_the_night and any(map(is_night, question.windows))


def _written_on_topic(question: RecordQuestion) -> Recorded:
    """The notes on the topic; without any, the latest ones where somebody is sure that it was written."""
    told = notes_on_topic(question, question.searched)
    if told.found or not question.facets.asserted:
        return told
    return joined([told, notes_written(question)])


def _wellbeing(question: RecordQuestion, told: Recorded | None) -> Recorded:
    """How the citizen was: what was written then, and what became of the help that the question names."""
    seen = notes_on_topic(question, question.searched)
    if not seen.found:
        seen = notes_written(question)
    return joined(each for each in (seen, told) if each is not None and (each.found or told is None))


def _since(question: RecordQuestion) -> Period | None:
    """From the time that something is compared with until now: "bedre end i går" is told in today's note."""
    if not question.windows:
        return None
    begin = min(each.start for each in question.windows)
    return asked_period(past_part([Window(begin, question.asker.at)], question.asker.at), question.asker.at)


def _whatever(question: RecordQuestion) -> Recorded:
    if question.facets.visits:
        told = all_help(question)
        if told:
            return told
    written = notes_written(question)
    if question.facets.written:
        return written
    at = question.asker.at
    period = asked_period(question.windows, at) if question.windows else last_days(1, at)
    otherwise = deviations(question, period)
    if otherwise is None:
        return written
    return joined([written, otherwise]) if written.found else otherwise
