"""One question, one answer: understand, decide, gather the evidence, word it.

The way of a question: Rasa says what is wanted; names and times are found here, so that an answer
comes without Rasa too; the dialogue (`assistant.domain.dialogue`) decides the next move; the move is
carried out by `assistant.services.answering`, within the same transaction that reads.
"""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from assistant.domain.answer import Answer, AnswerKind
from assistant.domain.dialogue import respond
from assistant.domain.dialogue_memory import from_plain, to_plain
from assistant.domain.dialogue_state import DialogueState, remember
from assistant.domain.moves import Move, ShowPlan
from assistant.domain.staff import Role, Staff
from assistant.domain.window import Window
from assistant.services.answering import Answering
from assistant.services.asker import Asker
from assistant.services.errors import ConversationNotYours
from assistant.services.guidance_search import Nearer
from assistant.services.hearing import HeardSentence, Hearing
from assistant.services.memories import Memories
from assistant.services.ports import OpenWork, StoredConversation, Understander, UnitOfWork
from assistant.services.rosters import Rosters
from assistant.services.staff_list import StaffList
from assistant.services.warming import first_words
from assistant.services.wording import say
from nlu.components.record_facets import record_facets
from nlu.types import NluUnavailable, Understanding


@dataclass(frozen=True, slots=True)
class Question:
    """What a staff member says at `at`, the clock of the question; later records do not exist yet."""

    text: str
    staff: str
    at: datetime
    conversation: str | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer, the conversation to go on in, and the milliseconds that each part took."""

    answer: Answer
    conversation: str
    elapsed_ms: float
    parts_ms: dict[str, float]


class Conversation:
    """Answers the questions of staff.

    conversation = Conversation(open_work, nlu=nlu)
    reply = conversation.ask(Question("hvad skal der ske hos Jens kl. 14?", "anna", now))
    reply.answer.kind, [each.occurrence.help.title for each in reply.answer.tasks]
    """

    def __init__(
        self,
        open_work: OpenWork,
        *,
        nlu: Understander,
        message_limit: int = 2000,
        nearer: Nearer | None = None,
        least_evidence: float | None = None,
    ) -> None:
        self._open_work = open_work
        self._nlu = nlu
        self._message_limit = message_limit
        self._staff = StaffList()
        self._memories = Memories()
        self._hearing = Hearing(Rosters())
        self._answering = Answering(nearer, least_evidence=least_evidence)

    def ask(self, question: Question) -> Reply:
        """The answer to one question.

        :raises UnknownStaff: when nobody of that id works here.
        :raises ConversationNotYours: when the conversation belongs to another staff member.
        :raises StorageFailed: when the database does not answer.
        """
        began = time.perf_counter()
        text = question.text[: self._message_limit]
        rasa = _Timed(self._understand)
        with self._open_work() as work:
            asker = self._staff.member(work, question.staff)
            stored = self._remembered(work, question)
            state = _state(stored, question.at)
            heard = self._hearing.hear(work, text, rasa, asker=asker, at=question.at, state=state)
            state, move = respond(state, heard.sentence)
            searched = time.perf_counter()
            answer = self._answer(work, move, heard, Asker(asker, question.at, heard.roster, heard.shifts))
            state = remember(
                state,
                guidance=[each.guidance for each in answer.passages],
                tasks=[(each.occurrence.help.id, each.occurrence.help.citizen) for each in answer.tasks],
                citizen=answer.citizen.id if answer.citizen else None,
                window=_seen(move, answer),
                told=answer.told,
                offered=[each.value for each in answer.options],
                asked=answer.asked,
                ticked=answer.ticked,
            )
            answered = time.perf_counter()
            conversation = stored.id if stored else question.conversation or f"c-{secrets.token_hex(8)}"
            memory = StoredConversation(conversation, asker.id, to_plain(state), question.at)
            self._memories.keep(work, memory)
        ended = time.perf_counter()
        return Reply(
            answer=self._noted(answer, question, heard),
            conversation=conversation,
            elapsed_ms=(ended - began) * 1000,
            parts_ms={
                "nlu": rasa.seconds * 1000,
                "dialogue": (searched - began - rasa.seconds) * 1000,
                "answering": (answered - searched) * 1000,
                "remembering": (ended - answered) * 1000,
            },
        )

    def warm_up(self, at: datetime) -> None:
        """Answer the first words as if nobody of no care unit asked, so that what they need is in memory.

        Nothing is kept of them, and no citizen is looked at.

        :raises StorageFailed: when the database does not answer.
        """
        nobody = Staff(id="", name="", role=Role.CARE_HELPER, care_units=())
        with self._open_work() as work:
            for text in first_words():
                heard = self._hearing.hear(
                    work, text, lambda _: None, asker=nobody, at=at, state=DialogueState()
                )
                _, move = respond(DialogueState(), heard.sentence)
                self._answer(work, move, heard, Asker(nobody, at, heard.roster, heard.shifts))
                record_facets(text)  # read only where a citizen is spoken of

    def _answer(self, work: UnitOfWork, move: Move, heard: HeardSentence, asker: Asker) -> Answer:
        if not heard.sentence.text.strip():
            return Answer(AnswerKind.HELP, say("not_found.no_message"))
        return self._answering.answer(work, move, asker)

    def _understand(self, text: str) -> Understanding | None:
        """What Rasa says, or None: then the answer is made in the simplified mode."""
        if not text.strip():
            return None
        try:
            return self._nlu.understand(text)
        except NluUnavailable:
            return None

    def _remembered(self, work: UnitOfWork, question: Question) -> StoredConversation | None:
        stored = self._memories.of(work, question.conversation) if question.conversation else None
        if stored is not None and stored.staff != question.staff:
            raise ConversationNotYours(stored.id)
        return stored

    def _noted(self, answer: Answer, question: Question, heard: HeardSentence) -> Answer:
        """The answer with what must be said first and what about how it came to be."""
        first = [say("emergency.if_in_doubt")] if heard.may_be_danger else []
        notices = []
        if not heard.understood and question.text.strip():
            notices.append(say("simplified.notice"))
            answer = replace(answer, simplified=True)
        if len(question.text) > self._message_limit:
            notices.append(say("shortened.notice", limit=self._message_limit))
        return replace(answer, text="\n".join([*first, answer.text, *notices]))


class _Timed:
    """Asks Rasa, and knows how many seconds that took."""

    def __init__(self, understand: Callable[[str], Understanding | None]) -> None:
        self._understand = understand
        self.seconds = 0.0

    def __call__(self, text: str) -> Understanding | None:
        began = time.perf_counter()
        try:
            return self._understand(text)
        finally:
            self.seconds += time.perf_counter() - began


def _state(stored: StoredConversation | None, at: datetime) -> DialogueState:
    if stored is None:
        return DialogueState()
    return from_plain(stored.state).at(at, stored.updated_at)


def _seen(move: Move, answer: Answer) -> Window | None:
    """What "og den næste?" goes on from: the window shown, or the help alone where its time was asked for."""
    if isinstance(move, ShowPlan) and move.asks_when and not move.windows and answer.tasks:
        shown = answer.tasks[0].occurrence
        return Window(shown.start, shown.end)
    return answer.window
