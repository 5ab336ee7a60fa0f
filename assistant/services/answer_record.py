"""Answers from the record: what notes, measurements, completions and the citizen's own data say.

The question's facets (`nlu.components.record_facets`) say which parts are asked for; each is found by a
file of its own (`recorded_*.py`). Nothing found is an answer too: it says what was searched.
"""

from dataclasses import replace

from assistant.domain.answer import Answer, AnswerKind
from assistant.domain.moves import ShowRecord
from assistant.domain.window import Window
from assistant.services.asker import Asker
from assistant.services.ports import UnitOfWork
from assistant.services.recorded import Recorded, RecordQuestion, joined
from assistant.services.recorded_help import all_help, deviations, recorded_help
from assistant.services.recorded_names import names_somebody
from assistant.services.recorded_notes import notes_on_topic, notes_written
from assistant.services.recorded_periods import Period, asked_period, last_days, last_night, past_part
from assistant.services.recorded_person import alerts_on_topic, recorded_alerts, recorded_person
from assistant.services.recorded_values import recorded_values
from assistant.services.wording import say
from nlu.components.question_forms import asks_what, asks_when, asks_who, looks_back
from nlu.components.record_facets import kinds_named, record_facets, topical_words, without_aside
from nlu.components.spelling import respell
from nlu.folding import fold
from retrieval.words import words

# As the hearing reads it: a question says what it asks in its first words.
_READ = 600


def record_answer(work: UnitOfWork, move: ShowRecord, asker: Asker) -> Answer:
    """What the record says of the question, each value and quote with the note it stands in."""
    question = _question(work, move, asker)
    told = _told(question)
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
    )


def _question(work: UnitOfWork, move: ShowRecord, asker: Asker) -> RecordQuestion:
    # "Hvor stort er såret nu": what is recorded of this moment is the latest that was written.
    now = [each for each in move.windows if each.start == asker.at and not looks_back(move.text)]
    named = last_night([each for each in move.windows if each not in now], asker.at)
    windows = past_part(named, asker.at)
    citizen = asker.citizen(move.citizen)
    names = (citizen.name, citizen.preferred_name)
    about = [each for each in move.topic if not names_somebody(each, *names)]
    text = respell(move.text[:_READ]).text
    asked = without_aside(text)
    about = [each for each in about if asked == text or fold(each) in asked.split()]
    facets = record_facets(asked)
    if facets.any_value:
        facets = replace(facets, kinds=_kinds_spoken_of(work, move))
    searched, helps = topical_words(asked, about)
    return RecordQuestion(
        work=work,
        citizen=citizen,
        asker=asker,
        facets=facets,
        windows=windows,
        named_windows=named,
        not_yet=bool(named) and not windows,
        searched=searched,
        helps=helps,
        said=tuple(
            each for each in words(text) if not names_somebody(each, citizen.name, citizen.preferred_name)
        ),
        asks_when=asks_when(text),
        asks_what=asks_what(text),
        asks_who=asks_who(text),
    )


def _kinds_spoken_of(work: UnitOfWork, move: ShowRecord) -> tuple[str, ...]:
    """The values that the question before named, else those that the help shown last is about."""
    lines = work.plans.of_citizens([move.citizen]) if move.tasks else ()
    titles = " ".join(each.title for each in lines if each.id in move.tasks)
    return kinds_named(" ".join(move.about)) or kinds_named(titles)


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
        return _whatever(question)
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
    if not notes.found and facets.event and question.windows:
        # "Hvad skete der i går, hun var vist væk": what was written then answers, in whatever words.
        return _whatever(question)
    return joined(each for each in (alerts, notes) if each and each.found) if alerts else notes


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
