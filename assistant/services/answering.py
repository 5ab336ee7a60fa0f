"""Carrying out a move of the dialogue: evidence is gathered, and nothing is said that it does not hold."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from assistant.domain.answer import Answer, AnswerKind, Option, Quote, Task
from assistant.domain.citizen import Citizen
from assistant.domain.dialogue import (
    AskForCitizen,
    AskWhichCitizen,
    Chat,
    FindGuidance,
    Intent,
    Move,
    NoSuchCitizen,
    SayNotBuilt,
    ShowPlan,
    ShowRound,
)
from assistant.domain.staff import Staff
from assistant.domain.window import Window
from assistant.services import wording_plan
from assistant.services.care_plans import next_task, quotes_of, tasks_between
from assistant.services.guidance_search import GuidanceSearch
from assistant.services.hearing import HeardSentence
from assistant.services.ports import UnitOfWork
from assistant.services.wording import genitive, say

# With more citizens than this to choose among, a list of buttons helps nobody.
_MOST_OPTIONS = 8
_LENGTH_WITHOUT_SHIFT = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, when, and what was heard."""

    staff: Staff
    at: datetime
    heard: HeardSentence

    def citizen(self, id: str) -> Citizen:
        """A citizen of the asker's own roster."""
        return self.heard.roster.citizens[id]


class Answering:
    """Gathers and words the answer to each kind of move."""

    def __init__(self) -> None:
        self._search = GuidanceSearch()

    def answer(self, work: UnitOfWork, move: Move, asker: Asker) -> Answer:
        """The answer that `move` asks for."""
        if not asker.heard.sentence.text.strip():
            return Answer(AnswerKind.HELP, say("not_found.no_message"))
        match move:
            case ShowPlan():
                return self._plan(work, move, asker)
            case ShowRound(windows):
                return _round(work, _windows_or_shift(windows, asker), asker)
            case FindGuidance(citizen, question):
                return self._guidance(work, citizen, question, asker)
            case AskWhichCitizen():
                return _which_citizen(move, asker)
            case AskForCitizen(windows):
                return _for_whom(work, _windows_or_shift(windows, asker), asker)
            case NoSuchCitizen(name):
                return Answer(AnswerKind.NOT_FOUND, say("not_found.citizen", name=name))
            case Chat(intent):
                kind = AnswerKind.NOT_FOUND if intent is Intent.OUT_OF_SCOPE else AnswerKind.HELP
                return Answer(kind, say(f"chat.{intent.value}"))
            case SayNotBuilt():
                return Answer(AnswerKind.HELP, say("chat.not_built"))

    def _plan(self, work: UnitOfWork, move: ShowPlan, asker: Asker) -> Answer:
        windows = _windows_or_shift(move.windows, asker)
        citizens = [asker.citizen(each) for each in move.citizens]
        parts = [
            (citizen, window, tasks_between(work, [citizen.id], window, asker.at))
            for citizen in citizens
            for window in windows
        ]
        tasks = tuple(dict.fromkeys(task for _, _, found in parts for task in found))
        answer = Answer(
            AnswerKind.PLAN,
            "\n\n".join(_plan_text(work, *part, now=asker.at) for part in parts),
            citizen=citizens[0] if len(citizens) == 1 else None,
            window=_around(windows),
            tasks=tuple(sorted(tasks, key=lambda each: (each.occurrence.start, each.occurrence.help.id))),
            passages=tuple(quotes_of(work, tasks, asker.at)),
        )
        return self._with_guidance(work, answer, move, asker) if move.with_guidance else answer

    def _with_guidance(self, work: UnitOfWork, answer: Answer, move: ShowPlan, asker: Asker) -> Answer:
        found = self._find(work, move.citizens[0], asker.heard.sentence.text, asker)
        shown = {each.guidance for each in answer.passages}
        return replace(
            answer, passages=answer.passages + tuple(each for each in found if each.guidance not in shown)
        )

    def _find(self, work: UnitOfWork, citizen: str | None, question: str, asker: Asker) -> tuple[Quote, ...]:
        return self._search.find(
            work, question, citizen=citizen, at=asker.at, ignore=asker.heard.untopical
        ).quotes

    def _guidance(self, work: UnitOfWork, id: str | None, question: str, asker: Asker) -> Answer:
        citizen = asker.citizen(id) if id else None
        found = self._search.find(work, question, citizen=id, at=asker.at, ignore=asker.heard.untopical)
        if not found.quotes:
            text = (
                say(
                    "not_found.guidance_citizen",
                    citizen=genitive(citizen.name),
                    own=found.own_searched,
                    instrukser=found.instrukser_searched,
                )
                if citizen
                else say("not_found.guidance", instrukser=found.instrukser_searched)
            )
            return Answer(AnswerKind.NOT_FOUND, text, citizen=citizen)
        best = found.quotes[0]
        header = "guidance.header_citizen" if citizen else "guidance.header"
        text = say(header, citizen=citizen.name if citizen else "", title=best.title, revision=best.revision)
        return Answer(AnswerKind.GUIDANCE, f"{text}\n{best.quote}", citizen=citizen, passages=found.quotes)


def _round(work: UnitOfWork, windows: Sequence[Window], asker: Asker) -> Answer:
    window = _around(windows)
    tasks = tasks_between(work, list(asker.heard.roster.citizens), window, asker.at)
    return Answer(
        AnswerKind.ROUND,
        wording_plan.round_text(asker.heard.roster.citizens, window, tasks, now=asker.at),
        window=window,
        tasks=tuple(tasks),
    )


def _which_citizen(move: AskWhichCitizen, asker: Asker) -> Answer:
    several = len(move.options) > 1
    text = say("clarify.which_citizen" if several else "clarify.is_it_citizen", name=move.name)
    return Answer(AnswerKind.CLARIFY, text, options=_options(move.options, asker))


def _for_whom(work: UnitOfWork, windows: Sequence[Window], asker: Asker) -> Answer:
    """Ask whom it is about, offering those who have help in the window, if they are few."""
    tasks = tasks_between(work, list(asker.heard.roster.citizens), _around(windows), asker.at)
    having = tuple(dict.fromkeys(each.occurrence.help.citizen for each in tasks))
    options = _options(having, asker) if len(having) <= _MOST_OPTIONS else ()
    return Answer(AnswerKind.CLARIFY, say("clarify.for_whom"), options=options)


def _options(citizens: Sequence[str], asker: Asker) -> tuple[Option, ...]:
    return tuple(wording_plan.citizen_option(asker.citizen(each), asker.at) for each in citizens)


def _windows_or_shift(windows: Sequence[Window], asker: Asker) -> Sequence[Window]:
    """The windows asked about; without any, from now to the end of the running shift (contract §7)."""
    if windows:
        return windows
    running = asker.heard.shifts.running_at(asker.at)
    return (Window(asker.at, running.end if running else asker.at + _LENGTH_WITHOUT_SHIFT),)


def _around(windows: Sequence[Window]) -> Window:
    """The one window from the first start to the last end."""
    return Window(min(each.start for each in windows), max(each.end for each in windows))


def _plan_text(
    work: UnitOfWork, citizen: Citizen, window: Window, found: list[Task], *, now: datetime
) -> str:
    following = None if found else next_task(work, citizen.id, window.end)
    return wording_plan.plan_text(citizen, window, found, following, now=now)
