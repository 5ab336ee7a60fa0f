"""Which planned help a report can be about: what is due by now, in the window said or else today."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from assistant.domain.answer import Task
from assistant.domain.care_unit import Shift
from assistant.domain.citizen import Citizen
from assistant.domain.doegnrytmeplan import Outcome
from assistant.domain.heard import Report
from assistant.domain.moves import MarkDone
from assistant.domain.wall_clock import local, local_day, next_day, start_of_day
from assistant.domain.window import Window
from assistant.services.asker import Asker
from assistant.services.care_plans import tasks_between
from assistant.services.ports import UnitOfWork
from assistant.services.report_matching import named_by

# Help that starts within the hour may be done already; later help is asked about before it is recorded.
_AHEAD = timedelta(hours=1)
_NIGHT_IS_TOLD_UNTIL = 12


@dataclass(frozen=True, slots=True)
class Fit:
    """The tasks that one `part` of a report can mean. `doubtful` ones fit, but are asked about first."""

    tasks: tuple[Task, ...]
    doubtful: bool = False
    part: tuple[str, ...] = ()


def fits_of(work: UnitOfWork, citizen: Citizen, move: MarkDone, asker: Asker) -> list[Fit]:
    """For each part of the report the tasks it can mean; an empty fit where the words name no help."""
    report = move.heard.report
    assert report is not None, "a report is what the move is made of"
    looked = [_tasks(work, citizen, windows, asker) for windows in _windows(move, asker)]
    if move.heard.tasks:
        return [_picked(move.heard.tasks, looked)]
    last: list[Fit] = []
    for tasks in looked:
        named = _named(work, report, tasks)
        fits = [replace(_due_first(each, asker), part=part) for each, part in named.items()]
        if move.heard.windows and report.outcome is Outcome.NOT_DONE:
            fits = [replace(each, doubtful=False) for each in fits]  # help of a later day may be called off
        if fits and not any(each.doubtful for each in fits):
            return fits
        last = last or fits
    due = [each for each in looked[0] if _is_due(each, asker)]
    pointed = _pointed_at(move, report, due, asker) if due and not last else None
    return last or [pointed or Fit(())]


def _picked(ids: Collection[str], looked: Sequence[Sequence[Task]]) -> Fit:
    """The task that was picked by its id, wherever it was found first."""
    for tasks in looked:
        found = [each for each in tasks if each.occurrence.help.id in ids]
        if found:
            return Fit((_open_first(found)[0],))
    return Fit(())


def _is_due(task: Task, asker: Asker) -> bool:
    return task.occurrence.start <= asker.at + _AHEAD


def _due_first(tasks: Sequence[Task], asker: Asker) -> Fit:
    """Those that are due, the open ones before the others; where all come later, it is asked about."""
    due = [each for each in tasks if _is_due(each, asker)]
    return Fit(tuple(_open_first(due or tasks)), doubtful=not due)


def _windows(move: MarkDone, asker: Asker) -> Sequence[Sequence[Window]]:
    """Where to look, one after the other; a clock time said may be when it was done, not when it was due."""
    today = local_day(asker.at)
    day = Window(start_of_day(today), start_of_day(next_day(today)))
    running = asker.shifts.running_at(asker.at)
    begins, ends = asker.shifts.of(Shift.NIGHT)
    in_the_night = running is not None and running == _night(asker) and begins > ends
    usual = Window(running.start, day.end) if running and in_the_night else day
    said = move.heard.windows
    if said:
        clock = all(each.end - each.start <= _AHEAD and usual.holds(each.start) for each in said)
        names_help = bool(move.heard.report and move.heard.report.parts)
        return [said, [usual]] if (clock and names_help) or move.heard.tasks else [said]
    if local(asker.at).hour < _NIGHT_IS_TOLD_UNTIL and not in_the_night:
        return [[usual], [Window(start_of_day(today) - timedelta(hours=2), day.end)]]
    return [[usual]]


def _night(asker: Asker) -> Window | None:
    """The shift that runs now, if it is a night that began or ends today."""
    running = asker.shifts.running_at(asker.at)
    begins = asker.shifts.of(Shift.NIGHT)[0]
    return running if running and local(running.start).time() == begins else None


def _tasks(work: UnitOfWork, citizen: Citizen, windows: Sequence[Window], asker: Asker) -> list[Task]:
    """The tasks of the windows; of a whole day only those that start in it."""
    found: dict[tuple[str, object], Task] = {}
    for window in windows:
        for each in tasks_between(work, [citizen.id], window, asker.at):
            whole = window.end - window.start > timedelta(hours=20)
            if not whole or each.occurrence.start >= window.start:
                found[each.occurrence.help.id, each.occurrence.day] = each
    return sorted(found.values(), key=lambda each: (each.occurrence.start, each.occurrence.help.id))


def _named(
    work: UnitOfWork, report: Report, tasks: Sequence[Task]
) -> dict[tuple[Task, ...], tuple[str, ...]]:
    """The tasks that the parts of the report name, each set once, with the first part that names it."""
    behind = _behind(work, tasks)
    named: dict[tuple[Task, ...], tuple[str, ...]] = {}
    for part in report.parts:
        named.setdefault(tuple(named_by(part, tasks, behind)), part)
    named.pop((), None)
    return named


def _open_first(tasks: Sequence[Task]) -> list[Task]:
    """Those without a completion, if there are any; else all."""
    open_tasks = [each for each in tasks if each.completion is None]
    return open_tasks or list(tasks)


def _pointed_at(move: MarkDone, report: Report, due: Sequence[Task], asker: Asker) -> Fit | None:
    """What "den" means: what was shown last, else what is due in this shift; other words make it doubtful."""
    shown = [each for each in due if each.occurrence.help.id in move.shown_tasks]
    if not shown:
        shown = [each for each in due if set(each.guidance) & set(move.shown_guidance)]
    if report.parts:
        return Fit(tuple(_open_first(shown)), doubtful=True) if len(_open_first(shown)) == 1 else None
    running = asker.shifts.running_at(asker.at)
    of_shift = [
        each for each in due if running and running.overlaps(each.occurrence.start, each.occurrence.end)
    ]
    # What was not done is never guessed from the clock alone: "hun ville ikke" names no help.
    guessed = not shown and report.outcome is Outcome.NOT_DONE
    return Fit(tuple(_open_first(shown or _only_open(of_shift) or due)), doubtful=guessed)


def _only_open(tasks: Sequence[Task]) -> list[Task]:
    return [each for each in tasks if each.completion is None]


def _behind(work: UnitOfWork, tasks: Collection[Task]) -> dict[str, str]:
    """What stands behind the titles: the remark and the titles of the guidance."""
    ids = {id for each in tasks for id in each.guidance}
    titles = {each.id: each.title for each in work.guidance.revisions_of(ids)} if ids else {}
    return {
        each.occurrence.help.id: " ".join(
            [each.occurrence.help.remark or "", *(titles.get(id, "") for id in each.guidance)]
        )
        for each in tasks
    }
