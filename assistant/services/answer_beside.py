"""Answers to "og så?" and "og før det?": the help next to what was shown, at one citizen or over a round."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from assistant.domain.answer import Answer, AnswerKind, Task
from assistant.domain.doegnrytmeplan import Occurrence, PlannedHelp
from assistant.domain.moves import ShowBeside
from assistant.domain.window import Window
from assistant.services import wording_plan
from assistant.services.asker import Asker
from assistant.services.care_plans import LOOK_AHEAD_DAYS, next_task, quotes_of, tasks_of
from assistant.services.ports import UnitOfWork
from assistant.services.recurrence import occurrences
from assistant.services.task_matching import matching
from assistant.services.wording import say

_HOUR = timedelta(hours=1)
_LOOK_AROUND = timedelta(days=LOOK_AHEAD_DAYS)


def beside_answer(work: UnitOfWork, move: ShowBeside, asker: Asker) -> Answer:
    """The next help after the window shown, with what else starts within the hour; or the last before it."""
    citizens = move.citizens or [
        id for id, each in asker.roster.citizens.items() if move.unit is None or each.care_unit == move.unit
    ]
    lines = work.plans.of_citizens(citizens)
    named = matching(lines, move.topic)
    lines = [each for each in lines if each.id in named] or lines
    window = _before(lines, move, asker.at) if move.before else _after(lines, move, asker.at)
    if window is None:
        return _nothing(move, asker)
    tasks = [
        each
        for each in tasks_of(work, lines, window, asker.at)
        if window.start <= each.occurrence.start < window.end
    ]
    return _told(work, move, window, tasks, asker)


def _after(lines: Sequence[PlannedHelp], move: ShowBeside, at: datetime) -> Window | None:
    following = next_task(lines, move.seen.end if move.seen else at)
    return Window(following.start, following.start + _HOUR) if following else None


def _before(lines: Sequence[PlannedHelp], move: ShowBeside, at: datetime) -> Window | None:
    begins = move.seen.start if move.seen else at
    earlier = [
        each.start for each in _all(lines, Window(begins - _LOOK_AROUND, begins)) if each.start < begins
    ]
    return Window(max(earlier), min(max(earlier) + _HOUR, begins)) if earlier else None


def _all(lines: Sequence[PlannedHelp], window: Window) -> Sequence[Occurrence]:
    return occurrences(lines, window)


def _told(work: UnitOfWork, move: ShowBeside, window: Window, tasks: Sequence[Task], asker: Asker) -> Answer:
    if not move.citizens:
        text = wording_plan.round_text(asker.roster.citizens, window, tasks, now=asker.at)
        return Answer(AnswerKind.ROUND, text, window=window, tasks=tuple(tasks))
    citizens = [asker.citizen(each) for each in move.citizens]
    texts = [
        wording_plan.plan_text(
            each,
            window,
            [task for task in tasks if task.occurrence.help.citizen == each.id],
            None,
            now=asker.at,
        )
        for each in citizens
        if len(citizens) == 1 or any(task.occurrence.help.citizen == each.id for task in tasks)
    ]
    return Answer(
        AnswerKind.PLAN,
        "\n\n".join(texts),
        citizen=citizens[0] if len(citizens) == 1 else None,
        window=window,
        tasks=tuple(tasks),
        passages=tuple(quotes_of(work, tasks, asker.at)),
    )


def _nothing(move: ShowBeside, asker: Asker) -> Answer:
    """Nothing stands there within a week, said of the window in which it was looked for."""
    begins = (move.seen.start if move.before else move.seen.end) if move.seen else asker.at
    window = Window(begins - _LOOK_AROUND, begins) if move.before else Window(begins, begins + _LOOK_AROUND)
    citizen = asker.citizen(move.citizens[0]) if len(move.citizens) == 1 else None
    named = citizen.name if citizen else say("not_found.round_name")
    side = say("not_found.before_side" if move.before else "not_found.next_side")
    return Answer(
        AnswerKind.PLAN if move.citizens else AnswerKind.ROUND,
        say("not_found.no_next", citizen=named, side=side),
        citizen=citizen,
        window=window,
    )
