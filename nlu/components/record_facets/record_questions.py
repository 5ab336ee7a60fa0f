"""Whether a sentence asks what has been: for the record, whatever Rasa takes it for."""

import re

from nlu.components.record_facets.cues import load_cues, plain
from nlu.components.record_facets.value_words import is_value_word, kinds_named
from nlu.folding import fold

_LONGEST = 400
_MOST_WORDS_WITHOUT_A_VERB = 9
_OR_NOT = re.compile(r"\beller (?:nej|ikke|ej)\W*$")
_MOST_WORDS_BESIDE_A_VALUE = 6


def asks_record(text: str) -> bool:
    """Whether `text` surely asks for notes, values, completions or the citizen's own data.

    Made for precision: where a citizen is named or spoken of, True may overrule Rasa; False says nothing.
    On 6,022 training examples of all intents precision .98 and recall .62, on the 1,715 development
    questions of nine sets precision .95 and recall .65 (follow-ups such as "og i går?" are the dialogue's).

    >>> asks_record("fik Else sin medicin i aftes?"), asks_record("hvad skal Else have kl. 8")
    (True, False)
    """
    cues = load_cues()
    told = " ".join(fold(text[:_LONGEST]).split())
    if cues.never.search(told):
        return False
    if cues.asks.search(told) or _lacks_its_verb(told):
        return True
    return cues.value_words.search(told) is not None and bool(kinds_named(text[:_LONGEST]))


def _lacks_its_verb(told: str) -> bool:
    """Whether it asks with a participle alone, as in haste or by learners: "else spist i dag?"."""
    words = plain(told).split()
    asks = told.endswith("?") or _OR_NOT.search(told) is not None
    if not asks or len(words) > _MOST_WORDS_WITHOUT_A_VERB or load_cues().finite.intersection(words):
        return False
    return not load_cues().participles.isdisjoint(words)


def is_bare_value(text: str) -> bool:
    """Whether `text` names a measurement and gives no verb, number or other word of what is to be done.

    Names and times may stand beside it; they are short words of a sentence that is itself short.

    >>> is_bare_value("saturation viggo i dag"), is_bare_value("hvad skal viggos saturation være")
    (True, False)
    """
    words = plain(text[:_LONGEST]).split()
    if not 1 < len(words) <= _MOST_WORDS_BESIDE_A_VALUE or any(word.isdigit() for word in words):
        return False
    told = [word for word in words if not is_value_word(word)]
    return len(told) < len(words) and not any(word in load_cues().not_bare for word in told)
