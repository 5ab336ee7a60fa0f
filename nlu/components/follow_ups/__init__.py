"""Sentences that lean on the one before: follow-ups ("og i nat?") and corrections ("nej, Edith")."""

from nlu.components.follow_ups.corrections import Correction, means_another, read_correction
from nlu.components.follow_ups.follow_ups import (
    FollowUp,
    Kind,
    Side,
    is_of_today,
    names_no_topic,
    read_follow_up,
)
from nlu.components.follow_ups.slips import taken_back

__all__ = [
    "Correction",
    "FollowUp",
    "Kind",
    "Side",
    "is_of_today",
    "means_another",
    "names_no_topic",
    "read_correction",
    "read_follow_up",
    "taken_back",
]
