"""Answers of plan lines: one citizen's plan, several, or the round of all one's citizens."""

from collections.abc import Collection, Iterable, Sequence
from datetime import timedelta

from assistant.domain.answer import Answer, AnswerKind, Task
from assistant.domain.citizen import Citizen
from assistant.domain.doegnrytmeplan import PlannedHelp
from assistant.domain.moves import ShowPlan, ShowRound
from assistant.domain.window import Window
from assistant.services import wording_plan
from assistant.services.asker import Asker
from assistant.services.care_plans import LOOK_AHEAD_DAYS, next_task, quotes_of, tasks_between, tasks_of
from assistant.services.ports import UnitOfWork
from assistant.services.task_matching import DIRECTIONS, matching, names_help
from nlu.components.care_terms import concepts_of

_LENGTH_WITHOUT_SHIFT = timedelta(hours=1)
# "Hvornår skiftes kateteret?": what is done once a month has a next time too.
_LONGEST_WAIT = timedelta(days=35)
_SHORTEST_NAME_OF_HELP = 4
# "Hvad skal Jens have til frokost kl. 12": an hour is asked for, and all of it is shown.
_SO_SHORT_THAT_ALL_IS_MEANT = timedelta(hours=1)


def plan_answer(work: UnitOfWork, move: ShowPlan, asker: Asker) -> Answer:
    """The help of one or more citizens, part by part where there are several citizens or windows."""
    citizens = [asker.citizen(each) for each in move.citizens]
    lines = {each.id: work.plans.of_citizens([each.id]) for each in citizens}
    windows = _windows_of(work, lines.values(), move, asker)
    parts = [
        (citizen, window, _meant(work, lines[citizen.id], window, move))
        for citizen in citizens
        for window in windows
    ]
    found = [_tasks(work, meant, window, move, asker) for _, window, meant in parts]
    tasks = tuple(dict.fromkeys(task for each in found for task in each))
    texts = [
        _plan_text(lines[citizen.id], meant, citizen, window, each, move.topic, asker)
        for (citizen, window, meant), each in zip(parts, found, strict=True)
    ]
    return Answer(
        AnswerKind.PLAN,
        "\n\n".join(texts),
        citizen=citizens[0] if len(citizens) == 1 else None,
        window=around(windows),
        tasks=tuple(sorted(tasks, key=lambda each: (each.occurrence.start, each.occurrence.help.id))),
        passages=tuple(quotes_of(work, tasks, asker.at)),
    )


def round_answer(work: UnitOfWork, move: ShowRound, asker: Asker) -> Answer:
    """The help of all citizens of the asker's care units, in the order of the clock."""
    window = around(windows_or_shift(move.windows, asker))
    citizens = [
        id for id, each in asker.roster.citizens.items() if move.unit is None or each.care_unit == move.unit
    ]
    tasks = tasks_between(work, citizens, window, asker.at)
    named = matching({each.occurrence.help for each in tasks}, _telling(move.topic))
    if named or names_help(move.topic):
        tasks = [each for each in tasks if each.occurrence.help.id in named]
    about = _said(move.topic) if names_help(move.topic) else None
    return Answer(
        AnswerKind.ROUND,
        wording_plan.round_text(asker.roster.citizens, window, tasks, about=about, now=asker.at),
        window=window,
        tasks=tuple(tasks),
    )


def _telling(topic: Sequence[str]) -> Sequence[str]:
    """The words long enough to name help among that of many citizens: "se" stands in any remark."""
    return [
        each
        for each in topic
        if len(each) >= _SHORTEST_NAME_OF_HELP or each in DIRECTIONS or concepts_of(each)
    ]


def windows_or_shift(windows: Sequence[Window], asker: Asker) -> Sequence[Window]:
    """The windows asked about; without any, from now to the end of the running shift (contract §7)."""
    if windows:
        return windows
    running = asker.shifts.running_at(asker.at)
    return (Window(asker.at, running.end if running else asker.at + _LENGTH_WITHOUT_SHIFT),)


def around(windows: Sequence[Window]) -> Window:
    """The one window from the first start to the last end."""
    return Window(min(each.start for each in windows), max(each.end for each in windows))


def _windows_of(
    work: UnitOfWork, plans: Iterable[Sequence[PlannedHelp]], move: ShowPlan, asker: Asker
) -> Sequence[Window]:
    if not move.asks_when or move.windows:
        return windows_or_shift(move.windows, asker)
    week = Window(asker.at, asker.at + timedelta(days=LOOK_AHEAD_DAYS))
    if all(_tasks(work, _meant(work, lines, week, move), week, move, asker) for lines in plans):
        return (week,)
    return (Window(asker.at, asker.at + _LONGEST_WAIT),)


def _tasks(
    work: UnitOfWork, meant: Sequence[PlannedHelp], window: Window, move: ShowPlan, asker: Asker
) -> Sequence[Task]:
    """The tasks of the window; the next alone where only the time of it is asked for."""
    found = tasks_of(work, meant, window, asker.at)
    return found[:1] if move.asks_when and not move.windows else found


def _meant(
    work: UnitOfWork, lines: Sequence[PlannedHelp], window: Window, move: ShowPlan
) -> Sequence[PlannedHelp]:
    """The help that the question names; all of it where it names none, or asks for an hour."""
    asks_for_all = not move.only_named and window.end - window.start <= _SO_SHORT_THAT_ALL_IS_MEANT
    named = _narrowed(work, lines, move) if move.topic and not asks_for_all else None
    return lines if named is None else [each for each in lines if each.id in named]


def _narrowed(work: UnitOfWork, lines: Sequence[PlannedHelp], move: ShowPlan) -> Collection[str] | None:
    """The help that the question is about; None where it is about all there is."""
    is_help = names_help(move.topic)
    if not (move.only_named or is_help):
        return None
    named = _named(work, lines, move.topic)
    if not named and move.carried:
        named = {each.id for each in lines if set(each.guidance) & set(move.shown)}
    asks_for_one = move.only_named and not move.carried and (is_help or move.asks_when)
    return named if named or asks_for_one else None


def _named(work: UnitOfWork, lines: Sequence[PlannedHelp], topic: Sequence[str]) -> Collection[str]:
    guidance = work.guidance.revisions_of({each for line in lines for each in line.guidance})
    return matching(lines, topic, {each.id: each.title for each in guidance})


def _plan_text(
    lines: Sequence[PlannedHelp],
    meant: Sequence[PlannedHelp],
    citizen: Citizen,
    window: Window,
    found: Sequence[Task],
    topic: Sequence[str],
    asker: Asker,
) -> str:
    """The tasks in words; where there are none, what was asked for and when it, or anything, comes next."""
    following = None if found else next_task(meant, window.end) or next_task(lines, window.end)
    about = _said(topic) if names_help(topic) or len(meant) < len(lines) else None
    return wording_plan.plan_text(citizen, window, found, following, about=about, now=asker.at)


def _said(topic: Sequence[str]) -> str:
    """The words of the question that name the help, as they were said."""
    return " ".join(topic)
