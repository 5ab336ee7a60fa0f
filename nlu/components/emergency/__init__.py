"""Recognising danger to life now in one message, without Rasa."""

from nlu.components.emergency.emergency import find_emergency, judge
from nlu.components.emergency.model import Emergency, Judgement, Sign

__all__ = ["Emergency", "Judgement", "Sign", "find_emergency", "judge"]
