"""Finding the people of a roster in a sentence."""

from nlu.components.names.names import NameIndex, NameMention, Person

__all__ = ["NameIndex", "NameMention", "Person"]
