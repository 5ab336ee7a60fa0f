"""Finding the people of a roster in a sentence."""

from nlu.components.names.lexicon import is_only_a_word
from nlu.components.names.model import NameMention, Person, Reading, Stranger
from nlu.components.names.names import NameIndex
from nlu.components.names.pairs import named_together

__all__ = ["NameIndex", "NameMention", "Person", "Reading", "Stranger", "is_only_a_word", "named_together"]
