"""How plans, rounds and choices are put into words: plan lines as they stand, remarks never left out."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from assistant.domain.answer import Option, Task
from assistant.domain.citizen import Citizen
from assistant.domain.doegnrytmeplan import Completion, Occurrence, Outcome
from assistant.domain.staff import Role
from assistant.domain.wall_clock import local_day
from assistant.domain.window import Window
from assistant.services.wording import say, say_clock, say_day, say_moment, say_role, say_window

_SO_LONG_THAT_NOTHING_FOLLOWS = timedelta(days=7)
_A_DAY = timedelta(days=1, hours=1)  # a day of the October change has 25 hours


def plan_text(
    citizen: Citizen,
    window: Window,
    tasks: Sequence[Task],
    following: Occurrence | None,
    *,
    now: datetime,
    about: str | None = None,
) -> str:
    """One citizen's tasks in a window; where there are none, that, and the next one (`following`).

    :param about: the words that name the help asked for; None where all of it was.
    """
    when = say_window(window, now=now)
    if tasks:
        lines = [_dated(task_text(each), each, window, now=now) for each in tasks]
        return "\n".join([say("plan.header", citizen=citizen.name, when=when), *lines])
    empty = _empty("plan", about, citizen=citizen.name, when=when)
    if window.end - window.start >= _SO_LONG_THAT_NOTHING_FOLLOWS:
        return empty
    if following is None:
        return f"{empty} {say('plan.no_next')}"
    moment = say_moment(following.start, now=now)
    return f"{empty} {say('plan.next', title=following.help.title, when=moment)}"


def round_text(
    citizens: Mapping[str, Citizen],
    window: Window,
    tasks: Sequence[Task],
    *,
    now: datetime,
    about: str | None = None,
) -> str:
    """The tasks of several citizens in the order of the clock, each with whose it is."""
    when = say_window(window, now=now)
    if not tasks:
        return _empty("round", about, when=when)
    named = [f"{citizens[each.occurrence.help.citizen].name}: {task_text(each)}" for each in tasks]
    lines = [_dated(line, each, window, now=now) for line, each in zip(named, tasks, strict=True)]
    return "\n".join([say("round.header", when=when), *lines])


def task_text(task: Task) -> str:
    """One task on one line: times, title, who may do it, what became of it, and its remark."""
    planned = task.occurrence.help
    parts = [
        say(
            "plan.task",
            start=say_clock(task.occurrence.start),
            end=say_clock(task.occurrence.end),
            title=planned.title,
        )
    ]
    if planned.least_role is not Role.CARE_HELPER:
        parts.append(say("plan.least_role", role=say_role(planned.least_role)))
    if task.completion:
        parts.append(_completion_text(task.completion))
    if planned.remark:
        parts.append(say("plan.remark", remark=planned.remark))
    return " · ".join(parts)


def citizen_option(citizen: Citizen, at: datetime) -> Option:
    """A citizen to choose, with what tells them apart from a namesake: address and age."""
    age = citizen.age_on(local_day(at))
    details = [each for each in (citizen.address, say("clarify.age", age=age) if age else None) if each]
    return Option(say("clarify.option", name=citizen.name, details=", ".join(["", *details])), citizen.id)


def _dated(line: str, task: Task, window: Window, *, now: datetime) -> str:
    """The line with its day in front, where the window is longer than a day."""
    if window.end - window.start <= _A_DAY:
        return line
    return say("time.on_day", day=say_day(task.occurrence.start, now=now), what=line)


def _empty(section: str, about: str | None, **values: str) -> str:
    if about is None:
        return say(f"{section}.empty", **values)
    return say(f"{section}.empty_named", topic=about, **values)


def _completion_text(completion: Completion) -> str:
    reason = completion.reason or say("plan.no_reason")
    match completion.outcome:
        case Outcome.AS_PLANNED:
            return say("plan.done_as_planned")
        case Outcome.CHANGED:
            return say("plan.done_changed", reason=reason)
        case Outcome.NOT_DONE:
            return say("plan.done_not", reason=reason)
