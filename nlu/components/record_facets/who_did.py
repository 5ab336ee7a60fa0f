"""Sentences that ask who did something, or whether it was done, and leave to what was shown what it is."""

from collections.abc import Collection

from nlu.components.question_forms import asks_what, asks_who
from nlu.components.record_facets.cues import load_cues, plain


def asks_who_did(text: str) -> bool:
    """Whether `text` asks who it was that did something to somebody or something spoken of.

    >>> asks_who_did("hvem fulgte ham ind"), asks_who_did("hvem skal have det")
    (True, False)
    """
    cues, words = load_cues(), plain(text).split()
    at = next((place for place, word in enumerate(words) if word in cues.who), None)
    if at is None or not asks_who(text):
        return False
    verb, rest = words[at + 1 : at + 2], words[at + 2 :]
    pronouns = cues.things | cues.persons
    if cues.helping.intersection(verb):
        return not cues.did.isdisjoint(rest) and not pronouns.isdisjoint(rest)
    return bool(rest) and _is_past(verb[0]) and rest[0] in pronouns


def only_asks_of_doing(text: str, topic: Collection[str], *, refers: bool) -> bool:
    """Whether `text` asks of help or a note that was spoken of only whether or by whom it was done.

    :param topic: the words of the text that say neither who nor when nor mere grammar.
    :param refers: whether a pronoun stands for what was spoken of.

    >>> only_asks_of_doing("blev den givet i aftes", ["givet"], refers=True)
    True
    >>> only_asks_of_doing("fik hun noget at drikke", ["drikke"], refers=False)
    False
    """
    cues, words = load_cues(), frozenset(plain(text).split())
    if asks_what(text) or cues.did.isdisjoint(words) or any(plain(word) not in cues.did for word in topic):
        return False
    return refers or not cues.things.isdisjoint(words) or asks_who_did(text)


def speaks_of_doing(text: str) -> bool:
    """Whether `text` asks whether something was done to what a pronoun stands for, whatever else it says.

    >>> speaks_of_doing("blev de taget ud af ørerne"), speaks_of_doing("hvad fik hun")
    (True, False)
    """
    cues, words = load_cues(), plain(text).split()
    things = cues.things | cues.several
    return not asks_what(text) and not cues.did.isdisjoint(words) and not things.isdisjoint(words)


def _is_past(word: str) -> bool:
    cues = load_cues()
    return word not in cues.not_past and (word in cues.strong or word.endswith(cues.past_ends))
