"""Where a sentence has room for a person, by word order alone: X is a word that nobody knows."""

import pytest

from nlu.components.names.context import Sentence
from nlu.components.names.cues import load_cues
from nlu.components.names.lexicon import load_lexicon
from nlu.components.names.slots import Slot, slot_of
from nlu.components.names.tokens import split_words


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("hvad skal X have", Slot.SURE),
        ("jeg er hos X nu", Slot.SURE),
        ("sig mig hvad X skal have", Slot.SURE),
        ("er X oppe", Slot.LIKELY),
        ("hvornår er X i bad", Slot.LIKELY),
        ("X har ikke spist", Slot.LIKELY),
        ("må jeg give X en panodil", Slot.LIKELY),
        ("hvordan løfter jeg X over i stolen", Slot.LIKELY),
        ("giv mig lige X for i eftermiddag", Slot.LIKELY),
        ("og hvad med X?", Slot.LIKELY),
        ("X kl 9", Slot.LIKELY),
        ("jeg mangler en X til bordet", Slot.NONE),
        ("hun er meget X af det", Slot.NONE),
        ("skift den gamle X ud", Slot.NONE),
    ],
)
def test_word_order_tells_where_a_person_is_named(text: str, slot: Slot) -> None:
    sentence = Sentence(split_words(text.replace("X", "xq"), load_cues()), (), load_cues(), load_lexicon())
    at = next(at for at, word in enumerate(sentence.words) if word.form == "xq")
    assert slot_of(sentence, at, at + 1) is slot
