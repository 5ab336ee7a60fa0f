"""Recording what became of planned help: at once where one task fits, else a question back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from assistant.domain.answer import Answer, AnswerKind, Option, Task
from assistant.domain.citizen import Citizen
from assistant.domain.dialogue_state import Asked, Ticked, Wanted
from assistant.domain.doegnrytmeplan import Completion, Outcome
from assistant.domain.heard import Heard, Mention, Report
from assistant.domain.moves import MarkDone
from assistant.services.answer_undo import put_back
from assistant.services.asker import Asker
from assistant.services.offers import task_label, task_option
from assistant.services.ports import UnitOfWork
from assistant.services.reported_help import Fit, fits_of
from assistant.services.wording import genitive, say, say_moment, say_role
from assistant.services.wording_plan import task_text

# A completion written later than the question does not exist yet (contract §7), except for the moment
# that two questions take which are asked at once.
_AT_ONCE = timedelta(minutes=1)


def done_answer(work: UnitOfWork, move: MarkDone, asker: Asker) -> Answer:
    """What was recorded, of all citizens and parts of the report or of none; or what must be known first."""
    if move.instead_of:
        put_back(work, move.instead_of)
    citizens = [asker.citizen(id) for id in move.citizens]
    fits_by_citizen = [(each, fits_of(work, each, move, asker)) for each in citizens]
    if _mixed_up(fits_by_citizen, _report(move.heard)):
        return Answer(AnswerKind.CLARIFY, say("done.one_citizen"))
    parts: list[tuple[Citizen, Task]] = []
    for citizen, fits in fits_by_citizen:
        for fit in fits:
            question = _question(work, citizen, fit, move.heard, asker)
            if question is not None:
                return question
            parts.append((citizen, fit.tasks[0]))
    return _record(work, parts, move.heard, asker)


def _mixed_up(fits: Sequence[tuple[Citizen, Sequence[Fit]]], report: Report) -> bool:
    """Whether it cannot be told who got what: "Jens bad og Else medicin", where both have both."""
    parts = [fit.part for _, fits_of_one in fits for fit in fits_of_one]
    return len(report.parts) > 1 and len(set(parts)) < len(parts)


def _question(work: UnitOfWork, citizen: Citizen, fit: Fit, heard: Heard, asker: Asker) -> Answer | None:
    """What stands in the way of recording, in the order in which a person would say it; None for nothing."""
    report = _report(heard)
    if not fit.tasks:
        return Answer(
            AnswerKind.NOT_FOUND, say("done.no_task", owner=genitive(citizen.name)), citizen=citizen
        )
    if not any(asker.staff.role.may_do(each.occurrence.help.least_role) for each in fit.tasks):
        return _not_allowed(citizen, fit.tasks[0])
    if len(fit.tasks) > 1:
        return _ask_task(citizen, say("done.which", citizen=citizen.name), fit.tasks, heard)
    task = fit.tasks[0]
    if task.completion is not None and task.occurrence.help.id not in heard.tasks:
        return _already(work, citizen, task, heard, asker)
    if report.lacks_reason and not fit.doubtful:
        # The reason is asked for in words that say what would be recorded: giving it confirms.
        return _ask_reason(citizen, task, heard)
    if (fit.doubtful or not report.sure) and task.occurrence.help.id not in heard.tasks:
        return _ask_task(citizen, _confirmation(citizen, task, report, asker), [task], heard)
    return _ask_reason(citizen, task, heard) if report.lacks_reason else None


def _confirmation(citizen: Citizen, task: Task, report: Report, asker: Asker) -> str:
    """The question whether to record it, in the words of what would be recorded."""
    name = {
        Outcome.AS_PLANNED: "done.later" if task.occurrence.start > asker.at else "done.sure",
        Outcome.CHANGED: "done.sure_changed",
        Outcome.NOT_DONE: "done.sure_not",
    }[report.outcome]
    when = say_moment(task.occurrence.start, now=asker.at)
    return say(name, task=task_label(task.occurrence), citizen=citizen.name, when=when)


def _record(work: UnitOfWork, parts: Sequence[tuple[Citizen, Task]], heard: Heard, asker: Asker) -> Answer:
    """Write the completions in the unit of work that also keeps the conversation."""
    report = _report(heard)
    ticked: list[Ticked] = []
    done: list[Task] = []
    for citizen, task in dict.fromkeys(parts):
        written = _completion(task, report, asker)
        key = (written.planned_help, written.date)
        before = work.completions.find([key]).get(key)
        meanwhile = before is not None and before != task.completion and before.at <= asker.at + _AT_ONCE
        if meanwhile or not work.completions.exchange(key, found=before, new=written):
            put_back(work, ticked)
            standing = work.completions.find([key]).get(key)
            return _already(work, citizen, replace(task, completion=standing), heard, asker)
        ticked.append(Ticked(written, before))
        done.append(replace(task, completion=written))
    citizens = list(dict.fromkeys(citizen for citizen, _ in parts))
    lines = [
        f"{citizen.name}: {task_text(each)}"
        for citizen in citizens
        for each in done
        if each.occurrence.help.citizen == citizen.id
    ]
    return Answer(
        AnswerKind.DONE,
        "\n".join([say("done.header"), *lines, say("done.undo_hint")]),
        citizen=citizens[0] if len(citizens) == 1 else None,
        tasks=tuple(done),
        ticked=tuple(ticked),
    )


def _completion(task: Task, report: Report, asker: Asker) -> Completion:
    reason = report.reason if report.outcome is not Outcome.AS_PLANNED else None
    return Completion(
        task.occurrence.help.id, task.occurrence.day, asker.staff.id, asker.at, report.outcome, reason
    )


def _already(work: UnitOfWork, citizen: Citizen, task: Task, heard: Heard, asker: Asker) -> Answer:
    """Somebody has recorded it: nothing is written over before that is wanted."""
    standing = task.completion
    if standing is None:
        return _ask_task(citizen, say("done.which", citizen=citizen.name), [task], heard)
    by = work.staff.find([standing.by]).get(standing.by)
    text = say(
        "done.already",
        task=task_label(task.occurrence),
        citizen=citizen.name,
        when=say_moment(standing.at, now=asker.at),
        by=by.name if by else standing.by,
    )
    return _ask_task(citizen, text, [task], heard)


def _ask_task(citizen: Citizen, text: str, tasks: Sequence[Task], heard: Heard) -> Answer:
    options = tuple(task_option(each.occurrence) for each in tasks)
    asked = Asked(tuple(each.value for each in options), _about(citizen, heard), Wanted.TASK)
    return Answer(AnswerKind.CLARIFY, text, citizen=citizen, options=options, asked=asked)


def _ask_reason(citizen: Citizen, task: Task, heard: Heard) -> Answer:
    name = "done.why_not" if _report(heard).outcome is Outcome.NOT_DONE else "done.why_changed"
    about = replace(_about(citizen, heard), tasks=(task.occurrence.help.id,))
    text = say(name, task=task_label(task.occurrence), citizen=citizen.name)
    options: tuple[Option, ...] = ()
    asked = Asked((), about, Wanted.REASON)
    return Answer(AnswerKind.CLARIFY, text, citizen=citizen, options=options, asked=asked)


def _not_allowed(citizen: Citizen, task: Task) -> Answer:
    role = say_role(task.occurrence.help.least_role)
    text = say("done.not_allowed", task=task_label(task.occurrence), owner=genitive(citizen.name), role=role)
    return Answer(AnswerKind.NOT_ALLOWED, text, citizen=citizen)


def _about(citizen: Citizen, heard: Heard) -> Heard:
    """The report about one citizen, whoever else the sentence named."""
    return replace(heard, mentions=(Mention(citizen.name, (citizen.id,)),))


def _report(heard: Heard) -> Report:
    assert heard.report is not None, "a report is what the move is made of"
    return heard.report
