"""The options that were offered: what they are called, and which of them a reply picks."""

from collections.abc import Sequence
from datetime import datetime

from assistant.domain.answer import Option
from assistant.domain.citizen import Citizen
from assistant.domain.dialogue_state import Asked, Wanted
from assistant.domain.doegnrytmeplan import Occurrence
from assistant.domain.heard import ReplyKind
from assistant.domain.wall_clock import local, local_day
from assistant.services import wording_plan
from assistant.services.ports import UnitOfWork
from assistant.services.rosters import Roster
from assistant.services.wording import say
from nlu.components.choices import extreme, picks, reply_of


def offered(work: UnitOfWork, asked: Asked, roster: Roster, at: datetime) -> tuple[Option, ...]:
    """The options once more, in their order; what is no longer to be seen is left out."""
    if asked.wants is Wanted.TASK:
        lines = work.plans.find(asked.offered)
        return tuple(task_option(lines[each].on(local_day(at))) for each in asked.offered if each in lines)
    citizens = roster.citizens
    return tuple(
        wording_plan.citizen_option(citizens[each], at) for each in asked.offered if each in citizens
    )


def chosen_option(work: UnitOfWork, text: str, asked: Asked, roster: Roster, at: datetime) -> str | None:
    """The value of the option that a reply picks by its place, its words or its value; None for none."""
    if not asked.offered:
        return None
    options = offered(work, asked, roster, at)
    labels = [each.label + _other_names(roster.citizens.get(each.value)) for each in options]
    alerts = [_alerts(roster.citizens.get(each.value)) for each in options]
    for told in (labels, [label + more for label, more in zip(labels, alerts, strict=True)]):
        index = picks(text, [each.value for each in options], told)
        if index is not None:
            return options[index].value
    return _by_age(text, [roster.citizens[each.value] for each in options if each.value in roster.citizens])


def _by_age(text: str, citizens: Sequence[Citizen]) -> str | None:
    """ "Den ældste": the one who was born first; None where that is not known of all of them."""
    side = extreme(text)
    births = sorted((each.birth_date, each.id) for each in citizens if each.birth_date)
    if side is None or len(births) < max(2, len(citizens)):
        return None
    return births[0][1] if side > 0 else births[-1][1]


def task_option(occurrence: Occurrence) -> Option:
    """Planned help to choose: "14.00–14.30 Kaffe og toilet"."""
    return Option(task_label(occurrence), occurrence.help.id)


def task_label(occurrence: Occurrence) -> str:
    """The times, with minutes also on the hour, and the title."""
    return say(
        "done.option",
        start=_clock(occurrence.start),
        end=_clock(occurrence.end),
        title=occurrence.help.title,
    )


def reply_kind(text: str) -> ReplyKind | None:
    """Whether the sentence agrees, declines, wants several or names a place; None where it says more."""
    reply = reply_of(text)
    found = {
        ReplyKind.YES: reply.says_yes,
        ReplyKind.NO: reply.says_no,
        ReplyKind.SEVERAL: reply.several,
        ReplyKind.PLACE: reply.place,
    }
    return next((kind for kind, holds in found.items() if holds), None)


def _clock(instant: datetime) -> str:
    shown = local(instant)
    return f"{shown.hour:02d}.{shown.minute:02d}"


def _other_names(citizen: Citizen | None) -> str:
    return f" {citizen.preferred_name}" if citizen and citizen.preferred_name else ""


def _alerts(citizen: Citizen | None) -> str:
    """What stands on a citizen tells them apart as well: "ham med parkinson", "hende med ilt"."""
    return "".join(f" {each}" for each in citizen.alerts) if citizen else ""
