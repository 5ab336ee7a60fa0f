"""What is to be done at whom, and when: plan lines with their guidance in force and what became of them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from assistant.domain.answer import Quote, Task
from assistant.domain.citizen import Citizen
from assistant.domain.doegnrytmeplan import Completion, Occurrence, PlannedHelp
from assistant.domain.staff import Staff
from assistant.domain.wall_clock import local_day
from assistant.domain.window import Window
from assistant.services.errors import UnknownCitizen, UnknownStaff
from assistant.services.ports import OpenWork, UnitOfWork
from assistant.services.recurrence import next_occurrence, occurrences
from knowledge.guidance import Guidance, in_force

LOOK_AHEAD_DAYS = 7


@dataclass(frozen=True, slots=True)
class PlanShown:
    """What a person may read of one citizen's plan: the tasks and the guidance in force they name."""

    citizen: Citizen
    tasks: list[Task]
    quotes: list[Quote]


class CarePlans:
    """Reads døgnrytmeplaner for the people who may see them."""

    def __init__(self, open_work: OpenWork) -> None:
        self._open_work = open_work

    def between(self, staff: str, citizen: str, window: Window, at: datetime) -> PlanShown:
        """The tasks of one citizen in a window, as known `at`, with the guidance they name.

        :raises UnknownStaff: when nobody of that id works here.
        :raises UnknownCitizen: when no citizen of that id is in the staff member's care units.
        """
        with self._open_work() as work:
            asker = staff_member(work, staff)
            found = visible_citizen(work, asker, citizen)
            tasks = tasks_between(work, [citizen], window, at)
            return PlanShown(found, tasks, quotes_of(work, tasks, at))


def staff_member(work: UnitOfWork, staff: str) -> Staff:
    """The staff member of that id.

    :raises UnknownStaff: when there is none.
    """
    found = work.staff.find([staff])
    if staff not in found:
        raise UnknownStaff(staff)
    return found[staff]


def visible_citizen(work: UnitOfWork, asker: Staff, citizen: str) -> Citizen:
    """The citizen of that id, if they are in one of the asker's care units.

    :raises UnknownCitizen: otherwise, in the same words whether such a citizen exists or not.
    """
    found = work.citizens.named([citizen]).get(citizen)
    if found is None or found.care_unit not in asker.care_units:
        raise UnknownCitizen(citizen)
    return found


def tasks_between(work: UnitOfWork, citizens: Collection[str], window: Window, at: datetime) -> list[Task]:
    """The tasks of these citizens in the window, sorted by start, as known `at`.

    A completion written later than `at` does not exist yet (contract §7).
    """
    return tasks_of(work, work.plans.in_window(citizens, window), window, at)


def tasks_of(work: UnitOfWork, lines: Iterable[PlannedHelp], window: Window, at: datetime) -> list[Task]:
    """As `tasks_between`, of plan lines that have been read already."""
    found = occurrences(lines, window)
    if not found:
        return []
    completions = _completions(work, found, at)
    quotable = guidance_in_force(work, {each for one in found for each in one.help.guidance}, at)
    return [
        Task(
            each,
            guidance=tuple(id for id in each.help.guidance if id in quotable),
            completion=completions.get((each.help.id, each.day)),
        )
        for each in found
    ]


def next_task(lines: Iterable[PlannedHelp], after: datetime) -> Occurrence | None:
    """The first help of these lines from `after` on, at most a week ahead."""
    return next_occurrence(lines, after, within_days=LOOK_AHEAD_DAYS)


def guidance_in_force(work: UnitOfWork, ids: Collection[str], at: datetime) -> dict[str, Guidance]:
    """Of these guidance ids, the revisions that may be quoted on the day of `at`."""
    if not ids:
        return {}
    return pick_in_force(work.guidance.revisions_of(ids), at)


def pick_in_force(revisions: Sequence[Guidance], at: datetime) -> dict[str, Guidance]:
    """The revision in force on the day of `at`, by guidance id; guidance without one is left out."""
    by_id: dict[str, list[Guidance]] = {}
    for each in revisions:
        by_id.setdefault(each.id, []).append(each)
    chosen = {id: in_force(all_of_it, local_day(at)) for id, all_of_it in by_id.items()}
    return {id: each for id, each in chosen.items() if each is not None}


def quotes_of(work: UnitOfWork, tasks: Sequence[Task], at: datetime) -> list[Quote]:
    """The guidance that the tasks name, each once and whole, in the order of the tasks."""
    wanted = list(dict.fromkeys(id for task in tasks for id in task.guidance))
    found = guidance_in_force(work, wanted, at)
    return [quote(found[id], score=1.0) for id in wanted if id in found]


def quote(guidance: Guidance, *, score: float) -> Quote:
    """The whole text of a revision, verbatim."""
    return Quote(
        guidance=guidance.id,
        revision=guidance.revision,
        title=guidance.title,
        quote=guidance.text,
        score=score,
        approved_by=guidance.approved_by,
        citizen=guidance.citizen,
    )


def _completions(
    work: UnitOfWork, found: Sequence[Occurrence], at: datetime
) -> dict[tuple[str, date], Completion]:
    days = [each.day for each in found]
    stored = work.completions.of_help({each.help.id for each in found}, min(days), max(days))
    return {(each.planned_help, each.date): each for each in stored if each.at <= at}
