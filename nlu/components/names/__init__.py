"""Finding the people of a roster in a sentence."""

from nlu.components.names.model import NameMention, Person, Reading, Stranger
from nlu.components.names.names import NameIndex

__all__ = ["NameIndex", "NameMention", "Person", "Reading", "Stranger"]
