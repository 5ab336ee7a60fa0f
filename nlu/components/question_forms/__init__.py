"""The form of a question: what sort of answer it asks for."""

from nlu.components.question_forms.question_forms import (
    asks_amount,
    asks_for_a_rule,
    asks_leave,
    asks_what,
    asks_when,
    asks_which,
    asks_who,
    looks_back,
    tells_of_trouble,
    wants_advice,
)

__all__ = [
    "asks_amount",
    "asks_for_a_rule",
    "asks_leave",
    "asks_what",
    "asks_when",
    "asks_which",
    "asks_who",
    "looks_back",
    "tells_of_trouble",
    "wants_advice",
]
