"""What a conversation remembers between two sentences: of one staff member, about one citizen."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from assistant.domain.doegnrytmeplan import Completion
from assistant.domain.heard import Heard, Intent
from assistant.domain.window import Window

# A pronoun half an hour later is no longer about the same citizen: the carer is in another home.
FORGET_AFTER = timedelta(minutes=30)
# But "klaret" comes when the work is done: what was asked about before it is still what is reported.
REPORT_WITHIN = timedelta(hours=2)


class Wanted(StrEnum):
    """What was asked back."""

    CITIZEN = "citizen"
    TASK = "task"
    """Which planned help, or whether the one offered is meant."""
    REASON = "reason"
    TEXT = "text"
    """What the note is to say."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked back about the sentence `heard`.

    `options` are the values that may be chosen, or (none) any citizen; `offered` those that were
    shown, in their order, so that "den anden" picks one.
    """

    options: tuple[str, ...]
    heard: Heard
    wants: Wanted = Wanted.CITIZEN
    offered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ticked:
    """A completion that this conversation wrote, and what stood in its place before."""

    written: Completion
    before: Completion | None = None


@dataclass(frozen=True, slots=True)
class Faded:
    """Whom and what a conversation was about before a longer silence; only a report may refer to it."""

    citizen: str
    tasks: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DialogueState:
    """What a conversation remembers between two sentences.

    `shown` are the guidance ids and `tasks` the planned help ids last shown, `seen` the window of the
    last plan or round, `told` from when to when the notes and completions of the last answer from the
    record are, `among` the citizens of an answer about several. `ticked` is what it wrote last,
    `last` the question last answered, with nothing left unsaid, and the namesakes it could have been
    about.
    """

    citizen: str | None = None
    intent: Intent | None = None
    windows: tuple[Window, ...] = ()
    shown: tuple[str, ...] = ()
    asked: Asked | None = None
    tasks: tuple[str, ...] = ()
    ticked: tuple[Ticked, ...] = ()
    last: Asked | None = None
    faded: Faded | None = None
    seen: Window | None = None
    told: Window | None = None
    among: tuple[str, ...] = ()

    def at(self, now: datetime, last_said: datetime | None) -> "DialogueState":
        """The state as it still holds `now`: after half an hour of silence nothing is remembered, except
        for a report of the work that was asked about.

        What was written longer ago can no longer be taken back by "fortryd".
        """
        if last_said is None or now - last_said > REPORT_WITHIN:
            return DialogueState()
        if now - last_said > FORGET_AFTER:
            return DialogueState(faded=Faded(self.citizen, self.tasks, self.shown) if self.citizen else None)
        fresh = tuple(each for each in self.ticked if now - each.written.at <= FORGET_AFTER)
        return replace(self, ticked=fresh)


def remember(
    state: DialogueState,
    *,
    guidance: Iterable[str] = (),
    tasks: Iterable[tuple[str, str]] = (),
    citizen: str | None = None,
    window: Window | None = None,
    told: Window | None = None,
    offered: Iterable[str] = (),
    asked: Asked | None = None,
    ticked: tuple[Ticked, ...] | None = None,
) -> DialogueState:
    """The state once an answer was given: "hvordan gør jeg det?" points back at what it showed.

    :param tasks: the planned help ids that it showed, each with its citizen.
    :param citizen: whom the answer is about, where it is about one.
    :param window: the window of a plan or round, after which "og så?" goes on.
    :param told: of when the record is that it showed, before which "og gangen før?" goes back.
    :param asked: what the answer itself asked back; `offered` are the values of its options.
    :param ticked: what it wrote, or nothing where the last entry was taken back.
    """
    shown, helped = tuple(guidance), tuple(tasks)
    if helped:
        # Help without a text has none: a text shown earlier tells how something else is done.
        state = replace(state, shown=shown, tasks=tuple(help for help, _ in helped))
    elif shown:
        state = replace(state, shown=shown, tasks=())
    if window is not None:
        state = replace(state, seen=window)
    state = replace(state, told=told)
    if helped and state.citizen is None:
        state = replace(state, among=tuple(dict.fromkeys(each for _, each in helped)))
    if state.citizen is None and citizen is not None and not helped:
        state = replace(state, citizen=citizen, among=())
    asked = asked or state.asked
    if asked is not None:
        state = replace(state, asked=replace(asked, offered=tuple(offered)))
    return state if ticked is None else replace(state, ticked=ticked)
