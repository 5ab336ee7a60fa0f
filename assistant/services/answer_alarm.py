"""The answer to danger to life: 112 first, then the local instruks and the citizen's alerts."""

from assistant.domain.answer import Answer, AnswerKind
from assistant.domain.moves import RaiseAlarm
from assistant.services.asker import Asker
from assistant.services.guidance_search import GuidanceSearch
from assistant.services.ports import UnitOfWork
from assistant.services.wording import say, words_of


def alarm_answer(work: UnitOfWork, search: GuidanceSearch, move: RaiseAlarm, asker: Asker) -> Answer:
    """Call 112; then what the municipality and, if the citizen is known, their own guidance say to do.

    The instruks is looked for by the words of its own subject, so it is found whatever it is called.
    """
    citizen = asker.citizen(move.citizen) if move.citizen else None
    instruks = search.find(work, words_of("emergency.instruks_words"), citizen=None, at=asker.at).quotes[:1]
    own = search.find(work, move.topic, citizen=move.citizen, at=asker.at).quotes if move.citizen else ()
    shown = {each.guidance for each in instruks}
    passages = instruks + tuple(each for each in own if each.guidance not in shown and each.citizen)
    lines = [say("emergency.call")]
    if citizen and citizen.alerts:
        lines.append(say("emergency.alerts", alerts=" · ".join(citizen.alerts)))
    lines += [each.quote for each in instruks]
    return Answer(AnswerKind.EMERGENCY, "\n".join(lines), citizen=citizen, passages=passages)
