"""What stands on the citizen, where no guidance answers: "må Nasrin få ibuprofen" is answered by its CAVE."""

from collections.abc import Sequence

from assistant.domain.answer import Answer, AnswerKind
from assistant.domain.citizen import Citizen
from assistant.services.recorded_notes import COVERAGE_NEEDED, covering
from assistant.services.wording import say
from nlu.components.record_facets import standing_words


def alerts_instead(
    citizen: Citizen, topic: Sequence[str], *, least: float = COVERAGE_NEEDED
) -> Answer | None:
    """The alerts that hold the topic of a question; None where none of them does.

    :param least: the share of the topic (0–1) that an alert must hold.
    """
    shares = covering(citizen.alerts, standing_words(topic))
    told = [each for each, share in zip(citizen.alerts, shares, strict=True) if share >= least]
    if not told:
        return None
    lines = [say("record.header", citizen=citizen.name), *(say("record.alert", alert=each) for each in told)]
    return Answer(AnswerKind.RECORD, "\n".join(lines), citizen=citizen)
