"""What is written about something that fails, where it was told as an observation without being asked about.

"Birthes alarm bliver ved at bippe" may be meant for the record or as a call for help. Where the guidance
knows what to do, that is shown and the note is offered; where it does not, it is a draft as always.
"""

from dataclasses import replace

from assistant.domain.answer import Answer, AnswerKind
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


def help_in_trouble(work: UnitOfWork, search: GuidanceSearch, move: DraftNote, asker: Asker) -> Answer | None:
    """The guidance on the trouble told of; None where it was ordered to be written, or nothing fits."""
    ordered = move.text != move.transcript.strip()
    if ordered or not tells_of_trouble(move.text):
        return None
    citizen = asker.citizen(move.citizen)
    names = (citizen.name, citizen.preferred_name)
    told = words(respell(move.text).text)
    topic = tuple(
        each
        for each in dict.fromkeys(told)
        if each not in function_words() and not names_somebody(each, *names)
    )
    answer = guidance_answer(work, search, FindGuidance(move.citizen, topic), asker)
    if answer.kind is not AnswerKind.GUIDANCE:
        return None
    return replace(answer, text=f"{answer.text}\n\n{say('draft.instead')}")
