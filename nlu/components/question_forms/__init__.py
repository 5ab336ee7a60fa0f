"""The form of a question: what sort of answer it asks for."""

from nlu.components.question_forms.own_unit import OwnUnit, find_own_unit
from nlu.components.question_forms.question_forms import (
    asks_amount,
    asks_choice,
    asks_for_a_rule,
    asks_leave,
    asks_liking,
    asks_place,
    asks_tasks,
    asks_what,
    asks_when,
    asks_which,
    asks_who,
    looks_back,
    speaks_of_one,
    tells_a_condition,
    tells_of_trouble,
    wants_advice,
)

__all__ = [
    "OwnUnit",
    "asks_amount",
    "asks_choice",
    "asks_for_a_rule",
    "asks_leave",
    "asks_liking",
    "asks_place",
    "asks_tasks",
    "asks_what",
    "asks_when",
    "asks_which",
    "asks_who",
    "find_own_unit",
    "looks_back",
    "speaks_of_one",
    "tells_a_condition",
    "tells_of_trouble",
    "wants_advice",
]
