"""Words spelt as they sound or slipped in typing: which known word was meant."""

from nlu.components.spelling.ordinary_words import is_ordinary
from nlu.components.spelling.respelling import respell
from nlu.components.spelling.sounds import sound_of
from nlu.components.spelling.speller import Speller

__all__ = ["Speller", "is_ordinary", "respell", "sound_of"]
