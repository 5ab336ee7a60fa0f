"""What a question asks of the record: its facets, its stretch of the past, and what its pronouns mean."""

from dataclasses import replace
from datetime import timedelta

from assistant.domain.moves import ShowRecord
from assistant.services.asker import Asker
from assistant.services.ports import UnitOfWork
from assistant.services.recorded import RecordQuestion
from assistant.services.recorded_names import names_somebody
from assistant.services.recorded_periods import last_night, past_part
from nlu.components.question_forms import asks_what, asks_when, asks_who, looks_back
from nlu.components.record_facets import kinds_named, record_facets, topical_words, without_aside
from nlu.components.spelling import respell
from nlu.folding import fold
from retrieval.words import words

# As the hearing reads it: a question says what it asks in its first words.
_READ = 600
_INSTANT = timedelta(microseconds=1)


def question_of(work: UnitOfWork, move: ShowRecord, asker: Asker) -> RecordQuestion:
    """The question that the dialogue passes on, with what its words ask of the record."""
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
    if move.of_doing and not facets.of_person:
        facets = replace(facets, any_value=False, written=False)
    if facets.any_value:
        facets = replace(facets, kinds=_kinds_spoken_of(work, move))
    if move.before is not None:
        facets = replace(facets, last=True, trend=False, compared=False)
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
        until=move.before - _INSTANT if move.before is not None else asker.at,
        spoken_of=lines_spoken_of(work, move) if move.of_doing else frozenset(),
    )


def lines_spoken_of(work: UnitOfWork, move: ShowRecord) -> frozenset[str]:
    """The lines of the plan that were shown last, or whose guidance was."""
    lines = work.plans.of_citizens([move.citizen])
    tasks = frozenset(each.id for each in lines if each.id in move.tasks)
    # The text that answers stands first; the others are beside it.
    first = next((each for each in move.shown if any(each in line.guidance for line in lines)), None)
    return tasks or frozenset(each.id for each in lines if first in each.guidance)


def _kinds_spoken_of(work: UnitOfWork, move: ShowRecord) -> tuple[str, ...]:
    """The values that the question before named, else those that the help shown last is about."""
    lines = work.plans.of_citizens([move.citizen]) if move.tasks else ()
    titles = " ".join(each.title for each in lines if each.id in move.tasks)
    return kinds_named(" ".join(move.about)) or kinds_named(titles)
