"""What a question leans on: the texts and the help that were shown last, and which of them it means."""

from collections.abc import Sequence

from assistant.domain.answer import Quote
from assistant.domain.doegnrytmeplan import PlannedHelp
from assistant.domain.moves import FindGuidance
from assistant.services.asker import Asker
from assistant.services.care_plans import guidance_in_force, quote
from assistant.services.ports import UnitOfWork
from assistant.services.task_matching import matching
from knowledge.guidance import Guidance, Kind
from retrieval.lexical_index import LexicalIndex, Segment
from retrieval.types import Document

# A question about details ("hvor mange dråber var det") has few words of the text that answers it.
_COVERAGE_OF_SHOWN = 0.3


def shown_quotes(work: UnitOfWork, ids: Sequence[str], citizens: Sequence[str], asker: Asker) -> list[Quote]:
    """The texts with these ids that are in force, everyone's or one of these citizens'."""
    return [quote(each, score=1.0) for each in _shown(work, ids, citizens, asker)]


def shown_that_answer(
    work: UnitOfWork, ids: Sequence[str], topic: Sequence[str], citizens: Sequence[str], asker: Asker
) -> list[Quote]:
    """Of the texts shown, those that have words of the question, best first, scored by their coverage."""
    texts = {(each.id, each.revision): each for each in _shown(work, ids, citizens, asker)}
    documents = (Document(key, each.title, each.text, own=True) for key, each in texts.items())
    hits = LexicalIndex(Segment(documents)).search(topic, limit=len(texts) or 1)
    return [
        quote(texts[each.key], score=each.coverage) for each in hits if each.coverage >= _COVERAGE_OF_SHOWN
    ]


def shown_lines(work: UnitOfWork, ids: Sequence[str], citizens: Sequence[str]) -> list[PlannedHelp]:
    """The plan lines with these ids, of these citizens alone, in the order in which they were shown."""
    found = work.plans.find(ids)
    return [found[each] for each in ids if each in found and found[each].citizen in citizens]


def lines_of(work: UnitOfWork, guidance: Sequence[str], citizen: str) -> list[PlannedHelp]:
    """The citizen's help that is done after the first of these texts that any help is done after."""
    own = work.plans.of_citizens([citizen])
    told = ([each for each in own if text in each.guidance] for text in guidance)
    return next((lines for lines in told if lines), [])


def whom_it_means(work: UnitOfWork, move: FindGuidance, asker: Asker) -> tuple[str, ...]:
    """Of the citizens of an answer about several, those whose help or text the question speaks of."""
    texts = shown_that_answer(work, move.shown, move.topic, move.among, asker)
    lines = shown_lines(work, move.tasks, move.among)
    named = matching(lines, move.topic) if move.topic else set()
    told = [each.citizen for each in texts if each.citizen]
    told += [each.citizen for each in lines if each.id in named]
    return tuple(each for each in move.among if each in told)


def _shown(work: UnitOfWork, ids: Sequence[str], citizens: Sequence[str], asker: Asker) -> list[Guidance]:
    found = guidance_in_force(work, ids, asker.at)
    return [
        found[each]
        for each in ids
        if each in found and (found[each].kind is Kind.INSTRUKS or found[each].citizen in citizens)
    ]
