"""Answers to "hvorfor": the remark of the help and the purpose that its guidance states, as they stand."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.domain.answer import Answer, AnswerKind, Quote
from assistant.domain.moves import ExplainWhy
from assistant.services.asker import Asker
from assistant.services.guidance_search import GuidanceSearch
from assistant.services.guidance_shown import (
    shown_lines,
    shown_quotes,
    shown_that_answer,
)
from assistant.services.ports import UnitOfWork
from assistant.services.task_matching import matching, names_help
from assistant.services.wording import say, words_of


def why_answer(work: UnitOfWork, search: GuidanceSearch, move: ExplainWhy, asker: Asker) -> Answer:
    """What is written about why; without a reason, the text that is meant, and that no reason is written."""
    citizen = asker.citizen(move.citizen)
    remarks = _remarks(work, move)
    texts = _texts(work, search, move, asker)
    reasons = [replace(each, quote=purpose) for each in texts if (purpose := purpose_of(each.quote))]
    told = [say("why.remark", title=title, remark=remark) for title, remark in remarks]
    told += [
        say("why.purpose", title=each.title, revision=each.revision, purpose=each.quote) for each in reasons
    ]
    if told:
        passages = tuple(reasons or texts)
        return Answer(AnswerKind.GUIDANCE, "\n".join(told), citizen=citizen, passages=passages)
    if not texts:
        return Answer(AnswerKind.NOT_FOUND, say("why.nothing"), citizen=citizen)
    first = texts[0]
    unsaid = say("why.unsaid", title=first.title, revision=first.revision)
    return Answer(AnswerKind.GUIDANCE, f"{unsaid}\n{first.quote}", citizen=citizen, passages=tuple(texts))


def purpose_of(text: str) -> str | None:
    """What a text says it is for, verbatim: under a heading for it, or after one in bold.

    >>> purpose_of("## Formål\\n\\nTrykket skal ned.\\n\\n## Sådan gør du\\n\\n1. Dryp.")
    'Trykket skal ned.'
    """
    found = _purpose().search(text)
    return found.group("under") or found.group("beside") if found else None


@lru_cache(maxsize=1)
def _purpose() -> re.Pattern[str]:
    names = "|".join(re.escape(each) for each in words_of("why.headings"))
    under = rf"^\#+[ ]*(?:{names})[ ]*:?[ ]*\n+(?P<under>(?:(?!\#)[^\n]*\S[^\n]*\n?\n?)+?)(?=\n*(?:^\#|\Z))"
    beside = rf"^\*\*(?:{names})[ ]*:?\*\*:?[ ]*(?P<beside>[^\n]*\S)"
    return re.compile(f"{under}|{beside}", re.IGNORECASE | re.MULTILINE)


def _remarks(work: UnitOfWork, move: ExplainWhy) -> list[tuple[str, str]]:
    """The remarks of the help that is meant, with its title; each once."""
    lines = shown_lines(work, move.tasks, [move.citizen])
    if move.shown and not lines:
        own = work.plans.of_citizens([move.citizen])
        lines = [each for each in own if set(each.guidance) & set(move.shown)]
    if move.topic:
        if not lines and names_help(move.topic):
            lines = work.plans.of_citizens([move.citizen])
        named = matching(lines, move.topic)
        lines = [each for each in lines if each.id in named]
    return list(dict.fromkeys((each.title, each.remark) for each in lines if each.remark))


def _texts(work: UnitOfWork, search: GuidanceSearch, move: ExplainWhy, asker: Asker) -> Sequence[Quote]:
    """The texts that are meant: those shown, or those that speak of what is asked about."""
    if not move.topic:
        return shown_quotes(work, move.shown, [move.citizen], asker)
    shown = shown_that_answer(work, move.shown, move.topic, [move.citizen], asker)
    if not shown and move.refers:
        return shown_quotes(work, move.shown, [move.citizen], asker)
    return shown or search.find(work, move.topic, citizen=move.citizen, at=asker.at).quotes
