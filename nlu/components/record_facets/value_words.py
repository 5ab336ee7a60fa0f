"""Which measurements words name: "BT", "blodtrykket", "hvor meget vejer hun", "saturasion"."""

from difflib import SequenceMatcher
from functools import lru_cache

from nlu.components.record_facets.cues import load_cues, plain

_SHORTEST_MISSPELT = 6
_ALIKE = 0.84
_SHORTEST_IN_COMPOUND = 3


def kinds_named(text: str) -> tuple[str, ...]:
    """The kinds of measurement (contract §4) that `text` names, each once, in order.

    >>> kinds_named("hvad var hendes BT og sat i går"), kinds_named("blev sonden sat op?")
    (('blood_pressure', 'oxygen_saturation'), ())
    """
    cues, words = load_cues(), plain(text).split()
    kinds = [
        _kind_of_word(word)
        for position, word in enumerate(words)
        if word != "sat" or not _is_verb_sat(words, position)
    ]
    told = " ".join(words)
    if cues.amount_words.search(told):
        kinds += [kind for kind, pattern in cues.amounts.items() if pattern.search(told)]
    if cues.phrases["of_weight"].search(told) or cues.gained.search(told):
        kinds.append("weight")
    if "height" in kinds and len(set(kinds) - {None}) > 1:
        kinds = [each for each in kinds if each != "height"]  # "hvor høj er pulsen"
    return tuple(dict.fromkeys(each for each in kinds if each is not None))


def is_value_word(word: str) -> bool:
    """Whether one plain word names a measurement."""
    return _kind_of_word(word) is not None


def names_trend(told: str) -> bool:
    """Whether one of the plain words asks how a value has moved: "vægtudvikling"."""
    return any(word.endswith(load_cues().trend_ends) and is_value_word(word) for word in told.split())


def _is_verb_sat(words: list[str], position: int) -> bool:
    cues = load_cues()
    before = words[position - 1] if position else ""
    after = words[position + 1] if position + 1 < len(words) else ""
    put_on = not cues.not_sat_things.isdisjoint(words[position + 1 : position + 4])
    return before in cues.not_sat_before or after in cues.not_sat_after or put_on


@lru_cache(maxsize=16384)
def _kind_of_word(word: str) -> str | None:
    """The kind that one plain word names: inflected, before a word such as "måling", or misspelt."""
    cues = load_cues()
    for ending in cues.endings:
        basic = word.removesuffix(ending)
        if word.endswith(ending) and basic in cues.measurements:
            # An abbreviation is inflected only by a Danish ending of its own ("btet" is nobody's word).
            return cues.measurements[basic] if not ending or len(basic) > _SHORTEST_IN_COMPOUND else None
    for end in cues.compound_ends:
        first = word[: len(word) - len(end)] if word.endswith(end) else ""
        for basic in (first, first.removesuffix("s")):
            if len(basic) >= _SHORTEST_IN_COMPOUND and basic in cues.measurements:
                return cues.measurements[basic]
    return _kind_of_misspelt(word) if len(word) >= _SHORTEST_MISSPELT else None


def _kind_of_misspelt(word: str) -> str | None:
    basics = {word, word.removesuffix("en"), word.removesuffix("et")}
    for basic, kind in load_cues().measurements.items():
        if len(basic) < _SHORTEST_MISSPELT or basic[0] != word[0] or abs(len(basic) - len(word)) > 3:
            continue
        if any(SequenceMatcher(None, basic, each).ratio() >= _ALIKE for each in basics):
            return kind
    return None
