"""Answers from the record: what notes, measurements, completions and the citizen's own data say."""

from assistant.domain.answer import Answer, AnswerKind
from assistant.domain.dialogue import ShowRecord
from assistant.services.asker import Asker
from assistant.services.ports import UnitOfWork
from assistant.services.wording import say


def record_answer(work: UnitOfWork, move: ShowRecord, asker: Asker) -> Answer:
    """What the record says of the question, each value with the note it stands in."""
    return Answer(AnswerKind.HELP, say("chat.not_built"), citizen=asker.citizen(move.citizen))
