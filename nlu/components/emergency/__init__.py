"""Recognising danger to life now in one message, without Rasa."""

from nlu.components.emergency.emergency import find_emergency
from nlu.components.emergency.model import Emergency, Sign

__all__ = ["Emergency", "Sign", "find_emergency"]
