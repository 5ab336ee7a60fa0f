"""Answers that are one sentence and need no evidence: a greeting, a name nobody has, nothing more to show."""

from assistant.domain.answer import Answer, AnswerKind
from assistant.domain.heard import Intent
from assistant.domain.moves import Acknowledge, Chat, NoMore, NoSuchCitizen, OnlyOne, SayNotBuilt
from assistant.services.wording import say


def plain_answer(move: OnlyOne | NoSuchCitizen | NoMore | Chat | Acknowledge | SayNotBuilt) -> Answer:
    """The sentence that `move` asks for."""
    match move:
        case OnlyOne(name):
            return Answer(AnswerKind.NOT_FOUND, say("not_found.only_one", name=name))
        case NoSuchCitizen(name):
            return Answer(AnswerKind.NOT_FOUND, say("not_found.citizen", name=name))
        case NoMore():
            return Answer(AnswerKind.NOT_FOUND, say("not_found.more"))
        case Chat(intent):
            kind = AnswerKind.NOT_FOUND if intent is Intent.OUT_OF_SCOPE else AnswerKind.HELP
            return Answer(kind, say(f"chat.{intent.value}"))
        case Acknowledge(ticked):
            return Answer(AnswerKind.HELP, say("chat.acknowledge_done" if ticked else "chat.acknowledge"))
        case SayNotBuilt():
            return Answer(AnswerKind.HELP, say("chat.not_built"))
