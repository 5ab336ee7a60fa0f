"""Answers of guidance: how something is done, what to watch, who may do it; always quoted."""

from collections.abc import Sequence

from assistant.domain.answer import Answer, AnswerKind, Quote
from assistant.domain.citizen import Citizen
from assistant.domain.moves import FindGuidance
from assistant.services.asker import Asker
from assistant.services.care_plans import guidance_in_force, quote
from assistant.services.guidance_search import Found, GuidanceSearch
from assistant.services.ports import UnitOfWork
from assistant.services.task_matching import matching
from assistant.services.wording import genitive, say, say_role
from knowledge.guidance import Kind

_LONGEST_WORD_WITHOUT_TOPIC = 3


def guidance_answer(work: UnitOfWork, search: GuidanceSearch, move: FindGuidance, asker: Asker) -> Answer:
    """The texts that answer, best first, or that nothing is written about it and what was searched."""
    citizen = asker.citizen(move.citizen) if move.citizen else None
    if move.shown and _says_no_topic(move.topic):
        pointed_at = _quotes(work, move.shown, move.citizen, asker)
        if pointed_at:
            return _found(pointed_at, citizen, [])
    found = search.find(work, move.topic, citizen=move.citizen, at=asker.at)
    leave = _leave(work, citizen, move, asker) if citizen and move.asks_leave else []
    if not found.quotes and not leave:
        return Answer(AnswerKind.NOT_FOUND, _nothing_text(found, citizen), citizen=citizen)
    return _found(found.quotes, citizen, leave)


def _says_no_topic(topic: Sequence[str]) -> bool:
    """Whether a question names nothing itself, and so points back at what was shown ("hvad gør jeg")."""
    return all(len(word) <= _LONGEST_WORD_WITHOUT_TOPIC for word in topic)


def _found(quotes: Sequence[Quote], citizen: Citizen | None, leave: Sequence[str]) -> Answer:
    lines = list(leave)
    if quotes:
        best = quotes[0]
        name = "guidance.header_citizen" if citizen else "guidance.header"
        named = citizen.name if citizen else ""
        lines += [say(name, citizen=named, title=best.title, revision=best.revision), best.quote]
    return Answer(AnswerKind.GUIDANCE, "\n".join(lines), citizen=citizen, passages=tuple(quotes))


def _quotes(work: UnitOfWork, ids: Sequence[str], citizen: str | None, asker: Asker) -> list[Quote]:
    """The texts with these ids that are in force and this citizen's own or everyone's."""
    found = guidance_in_force(work, ids, asker.at)
    return [
        quote(found[each], score=1.0)
        for each in ids
        if each in found and (found[each].kind is Kind.INSTRUKS or found[each].citizen == citizen)
    ]


def _leave(work: UnitOfWork, citizen: Citizen, move: FindGuidance, asker: Asker) -> list[str]:
    """Who may do the help that the question names, as the plan lines say; a line of help is named once."""
    lines = work.plans.of_citizens([citizen.id])
    named = matching(lines, move.topic)
    asked = {each.title: each for each in lines if each.id in named}
    return [
        say(
            "guidance.may" if asker.staff.role.may_do(each.least_role) else "guidance.may_not",
            title=each.title,
            role=say_role(each.least_role),
        )
        for each in asked.values()
    ]


def _nothing_text(found: Found, citizen: Citizen | None) -> str:
    if citizen is None:
        return say("not_found.guidance", instrukser=found.instrukser_searched)
    return say(
        "not_found.guidance_citizen",
        citizen=genitive(citizen.name),
        own=found.own_searched,
        instrukser=found.instrukser_searched,
    )
