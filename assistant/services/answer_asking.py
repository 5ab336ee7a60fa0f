"""Answers that ask back: which citizen, or whom it is about; nothing is guessed."""

from collections.abc import Sequence

from assistant.domain.answer import Answer, AnswerKind, Option
from assistant.domain.moves import AskForCitizen, AskWhichCitizen
from assistant.services import wording_plan
from assistant.services.answer_plan import around, windows_or_shift
from assistant.services.asker import Asker
from assistant.services.care_plans import tasks_between
from assistant.services.ports import UnitOfWork
from assistant.services.wording import say

# With more citizens than this to choose among, a list of buttons helps nobody.
_MOST_OPTIONS = 8
_LARGEST_ROSTER_TO_LOOK_THROUGH = 200


def which_citizen_answer(move: AskWhichCitizen, asker: Asker) -> Answer:
    """Which of several namesakes, or whether a near name was meant."""
    several = len(move.options) > 1
    text = say("clarify.which_citizen" if several else "clarify.is_it_citizen", name=move.name)
    return Answer(AnswerKind.CLARIFY, text, options=_options(move.options, asker))


def for_whom_answer(work: UnitOfWork, move: AskForCitizen, asker: Asker) -> Answer:
    """Whom the question is about, offering those spoken of, or those who have help in its window, if few."""
    options: tuple[Option, ...] = ()
    if 0 < len(move.among) <= _MOST_OPTIONS:
        return Answer(AnswerKind.CLARIFY, say("clarify.for_whom"), options=_options(move.among, asker))
    if len(asker.roster.citizens) <= _LARGEST_ROSTER_TO_LOOK_THROUGH:
        window = around(windows_or_shift(move.windows, asker))
        tasks = tasks_between(work, list(asker.roster.citizens), window, asker.at)
        having = tuple(dict.fromkeys(each.occurrence.help.citizen for each in tasks))
        options = _options(having, asker) if len(having) <= _MOST_OPTIONS else ()
    return Answer(AnswerKind.CLARIFY, say("clarify.for_whom"), options=options)


def _options(citizens: Sequence[str], asker: Asker) -> tuple[Option, ...]:
    return tuple(wording_plan.citizen_option(asker.citizen(each), asker.at) for each in citizens)
