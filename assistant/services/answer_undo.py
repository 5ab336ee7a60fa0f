"""Taking back what the conversation recorded last: what stood there before stands there again."""

from collections.abc import Sequence

from assistant.domain.answer import Answer, AnswerKind, Task
from assistant.domain.dialogue_state import Ticked
from assistant.domain.moves import TakeBack
from assistant.services.asker import Asker
from assistant.services.care_plans import guidance_in_force
from assistant.services.ports import UnitOfWork
from assistant.services.wording import say
from assistant.services.wording_plan import task_text


def undo_answer(work: UnitOfWork, move: TakeBack, asker: Asker) -> Answer:
    """The tasks as they are again; nothing is taken back that somebody has changed since."""
    about = asker.roster.citizens.get(move.citizen) if move.citizen else None
    if not move.ticked:
        return Answer(AnswerKind.NOT_FOUND, say("undo.nothing"), citizen=about)
    taken_back = put_back(work, move.ticked)
    if not taken_back:
        return Answer(AnswerKind.NOT_FOUND, say("undo.changed_since"), citizen=about, ticked=())
    tasks = _tasks(work, taken_back, asker)
    citizens = list(dict.fromkeys(each.occurrence.help.citizen for each in tasks))
    lines = [f"{asker.citizen(each.occurrence.help.citizen).name}: {task_text(each)}" for each in tasks]
    return Answer(
        AnswerKind.DONE,
        "\n".join([say("undo.header"), *lines]),
        citizen=asker.citizen(citizens[0]) if len(citizens) == 1 else None,
        tasks=tuple(tasks),
        ticked=(),
    )


def put_back(work: UnitOfWork, ticked: Sequence[Ticked]) -> list[Ticked]:
    """Put back what stood before each completion, and give those for which that was possible."""
    return [
        each
        for each in ticked
        if work.completions.exchange(
            (each.written.planned_help, each.written.date), found=each.written, new=each.before
        )
    ]


def _tasks(work: UnitOfWork, ticked: Sequence[Ticked], asker: Asker) -> list[Task]:
    lines = work.plans.find({each.written.planned_help for each in ticked})
    quotable = guidance_in_force(work, {id for line in lines.values() for id in line.guidance}, asker.at)
    found = []
    for each in ticked:
        line = lines.get(each.written.planned_help)
        if line is not None and line.citizen in asker.roster.citizens:
            guidance = tuple(id for id in line.guidance if id in quotable)
            found.append(Task(line.on(each.written.date), guidance, each.before))
    return found
