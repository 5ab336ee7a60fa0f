"""What the page shows of a turn: cards by citizen, and each thing that was said only once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from assistant.domain.answer import Answer, Quote, Task
from assistant.domain.citizen import Citizen
from assistant.domain.staff import Role, Staff
from assistant.domain.wall_clock import local, local_day
from assistant.services.conversation import Reply
from assistant.services.people import Named, People
from assistant.services.wording import say
from assistant.services.wording_plan import task_text
from assistant.web.chat.history import Turn


@dataclass(frozen=True, slots=True)
class Card:
    """One task, with the guidance to open and whether the viewer's role may do it."""

    task: Task
    quotes: tuple[Quote, ...]
    above_role: bool


@dataclass(frozen=True, slots=True)
class Visit:
    """Tasks that follow each other at one citizen on one day."""

    citizen: Citizen | None
    day: date
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class TurnView:
    """A turn, ready for the template. `lines` is what the answer says besides cards and quotes."""

    turn: Turn
    lines: tuple[str, ...]
    visits: tuple[Visit, ...]
    several_days: bool
    quotes: tuple[Quote, ...]


def turn_view(turn: Turn, viewer: Staff) -> TurnView:
    """How `viewer` sees the turn."""
    answer = turn.reply.answer
    on_cards = {id for task in answer.tasks for id in task.guidance}
    visits = tuple(_visits(answer, turn.named, viewer.role))
    return TurnView(
        turn=turn,
        lines=tuple(_lines_besides_cards(answer)),
        visits=visits,
        several_days=len({each.day for each in visits}) > 1 or _on_another_day(turn, visits),
        quotes=tuple(each for each in answer.passages if each.guidance not in on_cards),
    )


def people_behind(reply: Reply, people: People) -> Named:
    """The people whom the answer names by id only: who approved, who did it, whose task it is.

    :raises StorageFailed: when the database does not answer.
    """
    answer = reply.answer
    staff = {each.completion.by for each in answer.tasks if each.completion}
    staff |= {each.approved_by for each in answer.passages if each.approved_by}
    known = {answer.citizen.id} if answer.citizen else set()
    return people.behind(
        staff=staff, citizens={each.occurrence.help.citizen for each in answer.tasks} - known
    )


def _visits(answer: Answer, named: Named, role: Role) -> Sequence[Visit]:
    quotes = {each.guidance: each for each in answer.passages}

    def card(task: Task) -> Card:
        found = tuple(quotes[id] for id in task.guidance if id in quotes)
        return Card(task, found, above_role=not role.may_do(task.occurrence.help.least_role))

    def citizen(id: str) -> Citizen | None:
        return answer.citizen if answer.citizen and answer.citizen.id == id else named.citizens.get(id)

    # Only neighbours are put together: a round keeps the order of the clock.
    runs = groupby(answer.tasks, key=lambda each: (each.occurrence.help.citizen, each.occurrence.day))
    return [Visit(citizen(id), day, tuple(card(each) for each in tasks)) for (id, day), tasks in runs]


def _on_another_day(turn: Turn, visits: Sequence[Visit]) -> bool:
    return any(each.day != local_day(turn.at) for each in visits)


def _lines_besides_cards(answer: Answer) -> list[str]:
    """The lines of the answer's text that no card, quote or notice of the page repeats."""
    text = answer.text
    if answer.passages:
        text = text.replace(answer.passages[0].quote, "")
    shown = [task_text(each) for each in answer.tasks]
    if answer.simplified:
        shown.append(say("simplified.notice"))
    lines = (line.strip() for line in text.splitlines())
    kept = (line for line in lines if line and not any(line.endswith(each) for each in shown))
    return [_without_name(line, answer.citizen) for line in kept]


def _without_name(line: str, citizen: Citizen | None) -> str:
    """The line without the name in front, which stands above it as a heading."""
    for mark in (", ", ": "):
        if citizen and line.startswith(citizen.name + mark):
            rest = line.removeprefix(citizen.name + mark).removesuffix(":")
            return rest[:1].upper() + rest[1:]
    return line


def clock(instant: datetime) -> str:
    """The clock on the wall with minutes, "08:09", so that times stand in a column."""
    return f"{local(instant):%H:%M}"
