"""What became of planned help: done, done otherwise, not done, or nothing recorded (never taken for done)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from assistant.domain.answer import Task
from assistant.domain.doegnrytmeplan import Outcome
from assistant.domain.wall_clock import local, local_day, start_of_day
from assistant.domain.window import Window
from assistant.services.care_plans import tasks_between
from assistant.services.recorded import Recorded, RecordQuestion
from assistant.services.recorded_notes import notes_on_topic, staff_names
from assistant.services.recorded_periods import (
    LATEST_HELP_DAYS,
    NIGHT_BEGINS,
    Period,
    asked_period,
    just_later,
    last_days,
    past_part,
)
from assistant.services.task_matching import matching
from assistant.services.wording import say
from assistant.services.wording_record import help_line
from retrieval.words import fold, stem

_MOST_LINES = 12
_MOST_DAYS_BACK = 14
_MOST_NOTES = 3
_SHORTEST_COMPOUND = 8


def recorded_help(question: RecordQuestion) -> Recorded | None:
    """What became of the help that the question names, with the notes of that time on it.

    None where the words name no help of the citizen's plan, and none of it was spoken of.
    """
    if question.spoken_of and not (question.helps and _is_planned(question)):
        question = replace(question, helps=())
    elif not question.helps or not _is_about_help(question) or not _is_planned(question):
        return None
    if question.facets.last or (question.asks_when and not question.windows):
        return _latest(question)
    period, tasks = _named_tasks(question)
    if not tasks:
        return None
    shown = [each for each in tasks if each.occurrence.start <= question.until] or tasks[:1]
    if not question.searched:
        return _told(question, shown[-_MOST_LINES:])
    told = notes_on_topic(question, question.searched, period, limit=_MOST_NOTES)
    return _with_notes(_told(question, shown[-_MOST_LINES:]), told)


def _is_about_help(question: RecordQuestion) -> bool:
    """Whether "hvad …", "hvem …" or "hvordan …" is about help as such: "hvem leverer brænde" is not.

    Then the words that name help on the citizen's plan are most of the question's.
    """
    if not (question.asks_what or question.asks_who) or len(question.helps) == 1:
        return True
    lines = question.work.plans.of_citizens([question.citizen.id])
    naming = [word for word in question.helps if matching(lines, [word])]
    return sum(map(len, naming)) > sum(map(len, question.helps)) / 2


def _is_planned(question: RecordQuestion) -> bool:
    """Whether the words name any line of the plan: else no day of it need be searched for them."""
    lines = question.work.plans.of_citizens([question.citizen.id])
    guidance = question.work.guidance.revisions_of({each for line in lines for each in line.guidance})
    return bool(matching(lines, question.helps, {each.id: each.title for each in guidance}))


def all_help(question: RecordQuestion) -> Recorded | None:
    """What became of all help of the time asked about, else of today so far; None where none was planned."""
    tasks = _begun(question, _tasks(question, question.windows or _today(question)))
    return _told(question, tasks[-_MOST_LINES:]) if tasks else None


def deviations(question: RecordQuestion, period: Period) -> Recorded | None:
    """Help of a period that was not done, or done otherwise; None where there is none."""
    otherwise = [
        each
        for each in _tasks(question, period.windows)
        if each.completion is not None and each.completion.outcome is not Outcome.AS_PLANNED
    ]
    return _told(question, otherwise[-_MOST_LINES:]) if otherwise else None


def _named_tasks(question: RecordQuestion) -> tuple[Period, list[Task]]:
    """The help named, in the time asked about, else of today so far, else of the last day that had it."""
    at = question.until
    if question.windows:
        asked = asked_period(question.windows, at)
        found = _named(question, _tasks(question, map(_with_bedtime, question.named_windows)))
        later = None if found else just_later(asked, at)
        return (later, _named(question, _tasks(question, later.windows))) if later else (asked, found)
    today = _today(question)
    found = _begun(question, _named(question, _tasks(question, today)))
    if found:
        return asked_period(today, at), found
    earlier = last_days(_MOST_DAYS_BACK, at)
    found = _begun(question, _named(question, _tasks(question, earlier.windows)))
    last_day = [each for each in found if each.occurrence.day == found[-1].occurrence.day]
    return earlier, last_day


def _latest(question: RecordQuestion) -> Recorded | None:
    """The last time that the help was done, and what is recorded of it since."""
    period = last_days(LATEST_HELP_DAYS, question.until, now=question.asker.at)
    named = _begun(question, _named(question, _tasks(question, question.windows or period.windows)))
    if not named:
        return None
    done = [
        place
        for place, each in enumerate(named)
        if each.completion is not None and each.completion.outcome is not Outcome.NOT_DONE
    ]
    told = notes_on_topic(question, question.searched, limit=1)
    if done:
        since = [each for each in named[done[-1] + 1 :] if each.completion is not None]
        return _with_notes(_told(question, [named[done[-1]], *since[-_MOST_NOTES:]]), told)
    never = Recorded((say("record.help_never", title=named[-1].occurrence.help.title, period=period.said),))
    recorded = [each for each in named if each.completion is not None][-_MOST_NOTES:]
    if not recorded and told.found:
        return told
    return _with_notes(_with_notes(never, _told(question, recorded)), told)


def _with_notes(told: Recorded, notes: Recorded) -> Recorded:
    if not notes.found:
        return told
    return Recorded(
        (*told.lines, *notes.lines),
        notes=(*told.notes, *notes.notes),
        completions=(*told.completions, *notes.completions),
    )


def _tasks(question: RecordQuestion, windows: Iterable[Window]) -> list[Task]:
    """The citizen's help of these windows, by start, each once."""
    found = [
        task
        for window in windows
        for task in tasks_between(question.work, [question.citizen.id], window, question.asker.at)
    ]
    return sorted(dict.fromkeys(found), key=lambda each: (each.occurrence.start, each.occurrence.help.id))


def _named(question: RecordQuestion, tasks: Sequence[Task]) -> list[Task]:
    if not question.helps:
        return [each for each in tasks if each.occurrence.help.id in question.spoken_of]
    lines = {each.occurrence.help for each in tasks}
    guidance = question.work.guidance.revisions_of({each for line in lines for each in line.guidance})
    named = matching(lines, question.helps, {each.id: each.title for each in guidance})
    found = [each for each in tasks if each.occurrence.help.id in named]
    # "aftenmedicin" is not "morgenmedicin", though both are medicine.
    by_name = [each for each in found if _has_word_of(question.helps, each.occurrence.help.title)]
    return by_name or found


def _has_word_of(asked: Iterable[str], title: str) -> bool:
    return any(len(word) >= _SHORTEST_COMPOUND and stem(word) in fold(title.lower()) for word in asked)


def _begun(question: RecordQuestion, tasks: Iterable[Task]) -> list[Task]:
    return [each for each in tasks if each.occurrence.start <= question.until]


def _with_bedtime(window: Window) -> Window:
    """The window; a night begins an hour earlier, with the help that makes ready for it ("maske på")."""
    if local(window.start).time() != NIGHT_BEGINS:
        return window
    return Window(window.start - timedelta(hours=1), window.end)


def _today(question: RecordQuestion) -> tuple[Window, ...]:
    at = question.until
    midnight = start_of_day(local_day(at))
    return past_part([Window(midnight, midnight + timedelta(days=1))], at)


def _told(question: RecordQuestion, tasks: Sequence[Task]) -> Recorded:
    """A line for each task, and the completions that are recorded."""
    names = staff_names(question, (each.completion.by for each in tasks if each.completion))
    lines = [
        help_line(each, names[each.completion.by] if each.completion else "", now=question.asker.at)
        for each in tasks
    ]
    recorded = [each.completion for each in tasks if each.completion]
    return Recorded(
        tuple(lines),
        completions=tuple((each.planned_help, each.date, each.outcome.value) for each in recorded),
    )
