"""Answers of guidance: how something is done, what to watch, who may do it; always quoted."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.domain.answer import Answer, AnswerKind, Quote
from assistant.domain.citizen import Citizen
from assistant.domain.dialogue_state import Asked
from assistant.domain.doegnrytmeplan import PlannedHelp
from assistant.domain.heard import Heard
from assistant.domain.moves import AskForCitizen, FindGuidance
from assistant.services.answer_asking import for_whom_answer
from assistant.services.answer_plan import plan_answer
from assistant.services.asker import Asker
from assistant.services.guidance_search import Found, GuidanceSearch
from assistant.services.guidance_shown import (
    lines_of,
    shown_lines,
    shown_quotes,
    shown_that_answer,
    whom_it_means,
)
from assistant.services.ports import UnitOfWork
from assistant.services.task_matching import DIRECTIONS, matching, same_direction
from assistant.services.wording import genitive, say, say_role
from nlu.components.done_cues import direction_of
from retrieval.vocabulary import stem
from retrieval.words import words

_SHOWN = 3


def guidance_answer(work: UnitOfWork, search: GuidanceSearch, move: FindGuidance, asker: Asker) -> Answer:
    """The texts that answer, best first, or that nothing is written about it and what was searched."""
    if move.citizen is None and move.among:
        meant = whom_it_means(work, move, asker)
        if len(meant) != 1 and (move.bare or move.refers or len(meant) > 1):
            return _for_whom(work, move.heard, meant or move.among, asker)
        move = replace(move, citizen=meant[0]) if len(meant) == 1 else move
    answer = _answer(work, search, move, asker)
    if answer.kind is AnswerKind.NOT_FOUND and move.instead is not None:
        plan = plan_answer(work, move.instead, asker)
        return replace(plan, text=f"{answer.text}\n\n{plan.text}")
    return answer


def _answer(work: UnitOfWork, search: GuidanceSearch, move: FindGuidance, asker: Asker) -> Answer:
    citizen = asker.citizen(move.citizen) if move.citizen else None
    leave = _leave(work, citizen, move) if citizen and move.asks_leave else []
    told = [_leave_text(each, asker) for each in leave]
    if move.bare and not (move.topic and _names_another(work, search, move, asker)):
        pointed_at = _pointed_at(work, search, move, asker)
        if pointed_at or told:
            return _found(pointed_at, citizen, told, all_told=True)
        if not move.topic:
            return Answer(AnswerKind.NOT_FOUND, say("not_found.no_task_meant"), citizen=citizen)
    said = move.heard.text if move.heard else ""
    found = search.find(work, move.topic, citizen=move.citizen, at=asker.at, text=said)
    quotes = _shown_first(work, search, move, found, asker)
    if move.further:
        quotes = [each for each in found.quotes if each.guidance not in move.shown]
        if not quotes:
            return Answer(AnswerKind.NOT_FOUND, say("not_found.more"), citizen=citizen)
    if not quotes and not told:
        return Answer(AnswerKind.NOT_FOUND, _nothing_text(found, citizen), citizen=citizen)
    return _found(quotes, citizen, told)


def _for_whom(work: UnitOfWork, heard: Heard | None, among: Sequence[str], asker: Asker) -> Answer:
    """Asks which of several citizens is meant; the question goes on once that is said."""
    answer = for_whom_answer(work, AskForCitizen((), tuple(among)), asker)
    return replace(answer, asked=Asked(tuple(among), heard)) if heard else answer


def _pointed_at(
    work: UnitOfWork, search: GuidanceSearch, move: FindGuidance, asker: Asker
) -> Sequence[Quote]:
    """What "det" stands for: the texts shown, those of the help shown, or of what was asked about before."""
    citizens = (move.citizen,) if move.citizen else ()
    shown = shown_quotes(work, move.shown, citizens, asker)
    if shown:
        return shown
    lines = shown_lines(work, move.tasks, citizens)
    topics = [each.title.lower().split() for each in lines] or ([list(move.about)] if move.about else [])
    found = [search.find(work, topic, citizen=move.citizen, at=asker.at).quotes for topic in topics]
    own = [each for quotes in found for each in quotes if each.citizen is not None]
    return list(dict.fromkeys(own))


def _shown_first(
    work: UnitOfWork, search: GuidanceSearch, move: FindGuidance, found: Found, asker: Asker
) -> list[Quote]:
    """The texts that answer; for a detail of what was shown, or of what was asked before, that text first."""
    citizens = (move.citizen,) if move.citizen else ()
    shown = shown_that_answer(work, move.shown, move.topic, citizens, asker)
    # Which of several shown texts is meant, the search knows better than the words they share.
    places = {each.guidance: place for place, each in enumerate(found.quotes)}
    shown.sort(key=lambda each: places.get(each.guidance, len(places)))
    first = shown if (move.detail and not _has_own_title(found, move)) or not found.quotes else []
    if move.refers and move.about:
        first = _meant_by_pronoun(work, search, move, found, asker) or first
    ids = {each.guidance for each in first}
    quotes = [*first, *(each for each in found.quotes if each.guidance not in ids)][:_SHOWN]
    return _right_way_first(quotes, move.heard.text if move.heard else "")


def _has_own_title(found: Found, move: FindGuidance) -> bool:
    """Whether the text found first is named by the question, and is another than the one shown first."""
    quote = found.quotes[0] if found.quotes else None
    if quote is None or quote.citizen is None or quote.guidance in move.shown[:1]:
        return False
    named = frozenset(map(stem, words(quote.title)))
    return any(stem(each) in named for each in move.topic)


def _names_another(work: UnitOfWork, search: GuidanceSearch, move: FindGuidance, asker: Asker) -> bool:
    """Whether a measure alone names a text of the citizen's own: "for lavt" after how it is measured."""
    found = search.find(work, move.topic, citizen=move.citizen, at=asker.at)
    return _has_own_title(found, move)


def _right_way_first(quotes: list[Quote], text: str) -> list[Quote]:
    """Of "Protese på" and "Protese af" the one that goes the way that was said."""
    way = direction_of(text)
    if way is None or not quotes or same_direction([way], quotes[0].title):
        return quotes
    if DIRECTIONS.isdisjoint(words(quotes[0].title)):
        return quotes
    return sorted(quotes, key=lambda each: not same_direction([way], each.title))


def _meant_by_pronoun(
    work: UnitOfWork, search: GuidanceSearch, move: FindGuidance, found: Found, asker: Asker
) -> list[Quote]:
    """The citizen's own texts that "den" leads to, by the words of the question before ("slukke for den").

    With the words of this question they must lead back to a text that was shown, or to the one that they
    find alone; alone they count only where this question finds none of the citizen's own.
    """
    both = search.find(work, [*move.topic, *move.about], citizen=move.citizen, at=asker.at).quotes[:1]
    before = search.find(work, move.about, citizen=move.citizen, at=asker.at)
    own = [each for each in before.quotes if each.citizen is not None]
    meant = {*move.shown, *(each.guidance for each in own[:1])}
    if both and both[0].citizen is not None and both[0].guidance in meant:
        return list(both)
    return [] if any(each.citizen for each in found.quotes) else own


def _found(
    quotes: Sequence[Quote], citizen: Citizen | None, leave: Sequence[str], *, all_told: bool = False
) -> Answer:
    """The answer that quotes the best of the texts, or (`all_told`) each of them."""
    lines = list(leave)
    name = "guidance.header_citizen" if citizen else "guidance.header"
    named = citizen.name if citizen else ""
    for each in quotes if all_told else quotes[:1]:
        lines += [say(name, citizen=named, title=each.title, revision=each.revision), each.quote]
    return Answer(AnswerKind.GUIDANCE, "\n".join(lines), citizen=citizen, passages=tuple(quotes))


def _leave(work: UnitOfWork, citizen: Citizen, move: FindGuidance) -> list[PlannedHelp]:
    """The help that the question names, or what was shown; a line of help is named once."""
    if move.bare:
        lines = shown_lines(work, move.tasks, [citizen.id]) or lines_of(work, move.shown, citizen.id)
    else:
        lines = work.plans.of_citizens([citizen.id])
        named = matching(lines, move.topic)
        lines = [each for each in lines if each.id in named]
    return list({each.title: each for each in lines}.values())


def _leave_text(line: PlannedHelp, asker: Asker) -> str:
    """Who may do it, as the plan line says."""
    may = asker.staff.role.may_do(line.least_role)
    return say(
        "guidance.may" if may else "guidance.may_not", title=line.title, role=say_role(line.least_role)
    )


def _nothing_text(found: Found, citizen: Citizen | None) -> str:
    """That nothing is written about it, what was searched, and what comes nearest, marked as no answer."""
    if citizen is None:
        nothing = say("not_found.guidance", instrukser=found.instrukser_searched)
    else:
        nothing = say(
            "not_found.guidance_citizen",
            citizen=genitive(citizen.name),
            own=found.own_searched,
            instrukser=found.instrukser_searched,
        )
    near = found.nearest
    if near is None:
        return nothing
    told = say("not_found.nearest", title=near.title, revision=near.revision, quote=near.quote)
    return f"{nothing}\n\n{told}"
