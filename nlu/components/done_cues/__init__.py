"""Reading what staff report of planned help, what they want written down, and what they take back."""

from nlu.components.done_cues.acts import direction_of, names_of_act
from nlu.components.done_cues.done_cues import Outcome, Report, Strength, denies, read_report
from nlu.components.done_cues.questions import is_question, tells_of_a_question
from nlu.components.done_cues.statements import (
    begins_with_a_name,
    says_no_more,
    speaks_of_what_was_done,
    tells_of_a_citizen,
    tells_of_an_act,
    tells_of_own_act,
)
from nlu.components.done_cues.writing import asks_to_write, takes_back

__all__ = [
    "Outcome",
    "Report",
    "Strength",
    "asks_to_write",
    "begins_with_a_name",
    "denies",
    "direction_of",
    "is_question",
    "names_of_act",
    "read_report",
    "says_no_more",
    "speaks_of_what_was_done",
    "takes_back",
    "tells_of_a_citizen",
    "tells_of_a_question",
    "tells_of_an_act",
    "tells_of_own_act",
]
