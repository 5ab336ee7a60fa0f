"""Carrying out a move of the dialogue: evidence is gathered, and nothing is said that it does not hold."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.domain.answer import Answer, AnswerKind
from assistant.domain.moves import (
    Acknowledge,
    AskAgain,
    AskForCitizen,
    AskForText,
    AskWhichCitizen,
    Chat,
    DraftNote,
    ExplainWhy,
    FindGuidance,
    LeaveIt,
    MarkDone,
    Move,
    NoMore,
    NoSuchCitizen,
    OnlyOne,
    RaiseAlarm,
    SayNotBuilt,
    ShowBeside,
    ShowPlan,
    ShowRecord,
    ShowRound,
    TakeBack,
    WritingMove,
)
from assistant.services.answer_alarm import alarm_answer
from assistant.services.answer_alerts import alerts_instead
from assistant.services.answer_asking import for_whom_answer, which_citizen_answer
from assistant.services.answer_beside import beside_answer
from assistant.services.answer_done import done_answer
from assistant.services.answer_draft import draft_answer, for_text_answer
from assistant.services.answer_guidance import guidance_answer
from assistant.services.answer_plain import plain_answer
from assistant.services.answer_plan import plan_answer, round_answer
from assistant.services.answer_record import record_answer
from assistant.services.answer_trouble import help_in_trouble, with_what_is_written
from assistant.services.answer_undo import undo_answer
from assistant.services.answer_why import why_answer
from assistant.services.asker import Asker
from assistant.services.guidance_search import GuidanceSearch, Nearer
from assistant.services.offers import offered
from assistant.services.ports import UnitOfWork
from assistant.services.wording import say
from nlu.components.question_forms import asks_access, asks_what


class Answering:
    """Answers each kind of move; the file of each kind of answer says how."""

    def __init__(self, nearer: Nearer | None = None, *, least_evidence: float | None = None) -> None:
        """:param nearer: tells how near in meaning texts are; without it, guidance is found by words.
        :param least_evidence: how likely guidance has to be an answer, 0–1, as in `GuidanceSearch`.
        """
        self._search = GuidanceSearch(nearer, least=least_evidence)

    def answer(self, work: UnitOfWork, move: Move, asker: Asker) -> Answer:
        """The answer that `move` asks for."""
        match move:
            case RaiseAlarm():
                return alarm_answer(work, self._search, move, asker)
            case ShowPlan() | ShowRound() | ShowBeside():
                return self._answer_of_plans(work, move, asker)
            case FindGuidance():
                return self._answer_of_guidance(work, move, asker)
            case ExplainWhy():
                return why_answer(work, self._search, move, asker)
            case ShowRecord():
                return record_answer(work, move, asker)
            case MarkDone() | TakeBack() | DraftNote() | AskForText() | AskAgain() | LeaveIt():
                return self._answer_to_writing(work, move, asker)
            case AskWhichCitizen():
                return which_citizen_answer(move, asker)
            case AskForCitizen():
                return for_whom_answer(work, move, asker)
            case OnlyOne() | NoSuchCitizen() | NoMore() | Chat() | Acknowledge() | SayNotBuilt():
                return plain_answer(move)

    def _answer_of_plans(
        self, work: UnitOfWork, move: ShowPlan | ShowRound | ShowBeside, asker: Asker
    ) -> Answer:
        """The help in a window, or beside the one that was shown."""
        match move:
            case ShowPlan():
                answer = plan_answer(work, move, asker)
                return self._with_guidance(work, answer, move, asker) if move.with_guidance else answer
            case ShowRound():
                return round_answer(work, move, asker)
            case ShowBeside():
                return beside_answer(work, move, asker)

    def _answer_of_guidance(self, work: UnitOfWork, move: FindGuidance, asker: Asker) -> Answer:
        """What is written about how; where nothing is, what stands on the citizen about it."""
        citizen = asker.citizen(move.citizen) if move.citizen else None
        if citizen and move.heard and _may_stand_on_the_citizen(move.heard.text, move.topic):
            told = alerts_instead(citizen, move.topic, least=1.0)
            if told is not None:
                return told
        answer = guidance_answer(work, self._search, move, asker)
        if answer.kind is not AnswerKind.NOT_FOUND or answer.citizen is None:
            return answer
        return alerts_instead(answer.citizen, move.topic) or answer

    def _answer_to_writing(self, work: UnitOfWork, move: WritingMove, asker: Asker) -> Answer:
        """What was recorded, taken back or drafted, or what must be known before."""
        match move:
            case MarkDone():
                return done_answer(work, move, asker)
            case TakeBack():
                return undo_answer(work, move, asker)
            case DraftNote():
                helped = help_in_trouble(work, self._search, move, asker)
                draft = helped or draft_answer(move, asker)
                return helped or with_what_is_written(work, self._search, move, draft, asker)
            case AskForText():
                return for_text_answer(move, asker)
            case AskAgain(asked, repeated):
                options = offered(work, asked, asker.roster, asker.at)
                text = say("clarify.same_question" if repeated else "done.choose_one")
                return Answer(AnswerKind.CLARIFY, text, options=options)
            case LeaveIt():
                return Answer(AnswerKind.HELP, say("done.left"))

    def _with_guidance(self, work: UnitOfWork, answer: Answer, move: ShowPlan, asker: Asker) -> Answer:
        """The plan with the best passages beside it: without Rasa, either may be what is asked for."""
        found = self._search.find(work, move.topic, citizen=move.citizens[0], at=asker.at).quotes
        shown = {each.guidance for each in answer.passages}
        more = tuple(each for each in found if each.guidance not in shown)
        return replace(answer, passages=answer.passages + more)


def _may_stand_on_the_citizen(text: str, topic: Sequence[str]) -> bool:
    """Whether an alert may answer before any text: "spiser Meryem svin", "hvordan kommer jeg ind"."""
    return asks_access(text) or (not asks_what(text) and len(topic) > 1)
