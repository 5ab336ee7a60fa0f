"""Questions to begin with, about the reader's own citizens and help that is really planned."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from assistant.domain.citizen import Citizen
from assistant.domain.doegnrytmeplan import Occurrence
from assistant.domain.staff import Staff
from assistant.domain.window import Window
from assistant.services.care_plans import tasks_between
from assistant.services.ports import OpenWork

LOOKED_AT = 24
AHEAD = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Example:
    """A citizen and their next help; the template makes a question of it."""

    citizen: Citizen
    next: Occurrence
    has_guidance: bool


def examples_for(open_work: OpenWork, reader: Staff, now: datetime, *, most: int = 3) -> list[Example]:
    """Up to `most` citizens of the reader who have help in the next day, soonest first.

    The last of them has help with guidance, if anybody has, so that it can be asked how it is done.

    :raises StorageFailed: when the database does not answer.
    """
    with open_work() as work:
        citizens = {each.id: each for each in work.citizens.of_units(reader.care_units)[:LOOKED_AT]}
        tasks = tasks_between(work, list(citizens), Window(now, now + AHEAD), now)
    found: dict[str, Example] = {}
    for task in tasks:
        planned = task.occurrence.help
        if task.occurrence.start >= now and planned.citizen not in found:
            example = Example(citizens[planned.citizen], task.occurrence, bool(task.guidance))
            found[planned.citizen] = example
    soonest = list(found.values())
    how_to = next((each for each in soonest[most - 1 :] if each.has_guidance), None)
    return [*soonest[: most - 1], how_to] if how_to else soonest[:most]
