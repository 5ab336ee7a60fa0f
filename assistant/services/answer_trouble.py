"""What is written about something that fails, where it was told as an observation without being asked about.

"Birthes alarm bliver ved at bippe" may be meant for the record or as a call for help. Where the guidance
knows what to do, that is shown and the note is offered; where it does not, it is a draft as always.
"""

from dataclasses import replace

from assistant.domain.answer import Answer, AnswerKind
from assistant.domain.heard import Heard, Intent
from assistant.domain.moves import DraftNote, FindGuidance
from assistant.services.answer_guidance import guidance_answer
from assistant.services.asker import Asker
from assistant.services.guidance_search import GuidanceSearch
from assistant.services.ports import UnitOfWork
from assistant.services.recorded_names import names_somebody
from assistant.services.wording import say
from knowledge.function_words import function_words
from nlu.components.question_forms import tells_of_trouble
from nlu.components.spelling import respell
from retrieval.words import words

# An observation asks nothing: its text is shown beside the draft only where it is plainly about the same.
_ABOUT_IT, _SURELY_ABOUT_IT = 0.4, 0.5


def help_in_trouble(work: UnitOfWork, search: GuidanceSearch, move: DraftNote, asker: Asker) -> Answer | None:
    """The guidance on the trouble told of; None where it was ordered to be written, or nothing fits."""
    if _is_ordered(move) or not tells_of_trouble(move.text):
        return None
    heard = Heard(text=move.text, intent=Intent.ASK_HOW_TO)
    found = FindGuidance(move.citizen, _topic(move, asker), heard=heard)
    answer = guidance_answer(work, search, found, asker)
    if answer.kind is not AnswerKind.GUIDANCE or answer.passages[0].score < _ABOUT_IT:
        return None
    return replace(answer, text=f"{answer.text}\n\n{say('draft.instead')}")


def with_what_is_written(
    work: UnitOfWork, search: GuidanceSearch, move: DraftNote, draft: Answer, asker: Asker
) -> Answer:
    """A draft with the citizen's own text about what was observed ("Villy har feber"), where there is one."""
    if _is_ordered(move):
        return draft
    topic = _topic(move, asker)
    found = search.find(work, topic, citizen=move.citizen, at=asker.at, text=move.text)
    own = [each for each in found.quotes[:1] if each.citizen is not None and each.score >= _SURELY_ABOUT_IT]
    if not own:
        return draft
    text = f"{draft.text}\n\n{say('draft.see_also', title=own[0].title)}"
    return replace(draft, text=text, passages=tuple(own))


def _is_ordered(move: DraftNote) -> bool:
    """Whether it was said to write it down: then nothing else is wanted."""
    return move.text != move.transcript.strip()


def _topic(move: DraftNote, asker: Asker) -> tuple[str, ...]:
    citizen = asker.citizen(move.citizen)
    names = (citizen.name, citizen.preferred_name)
    told = words(respell(move.text).text)
    return tuple(
        each
        for each in dict.fromkeys(told)
        if each not in function_words() and not names_somebody(each, *names)
    )
