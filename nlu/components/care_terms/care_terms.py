"""What kind of help or care the words of a sentence name: "aftenmedicinen" is medication.

Assigns nothing; `find_care_terms` gives the mentions, `concepts_of` only what they are about.
How well it does is measured with the questions of `tests/data/questions` (issue B).
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from nlu.components.care_terms.cues import SHORTEST_IN_COMPOUND, load_cues
from nlu.folding import fold

_WORD = re.compile(r"[^\W_]+(?:[.-][^\W_]+)*\.?")
_MOST_WORDS = 400


@dataclass(frozen=True, slots=True)
class CareTerm:
    """Words of a sentence that name a kind of help, with its concept (a key of `cues.toml`)."""

    concept: str
    text: str
    span: tuple[int, int]


def find_care_terms(text: str) -> list[CareTerm]:
    """The kinds of help that `text` names, in order.

    >>> [(each.text, each.concept) for each in find_care_terms("Hvornår får hun aftenmedicin og går i seng?")]
    [('aftenmedicin', 'medication'), ('i seng', 'to_bed')]
    """
    words = [(match.group(), match.span()) for match in _WORD.finditer(text)][:_MOST_WORDS]
    folded = [_bare(word) for word, _ in words]
    terms: list[CareTerm] = []
    position = 0
    while position < len(words):
        length, concept = _phrase_at(folded, position)
        concept = concept or concept_of_word(folded[position])
        if concept:
            begin, end = words[position][1][0], words[position + length - 1][1][1]
            terms.append(CareTerm(concept, text[begin:end], (begin, end)))
        position += length
    return terms


def concepts_of(text: str) -> frozenset[str]:
    """What kinds of help `text` is about."""
    return frozenset(each.concept for each in find_care_terms(text))


def narrower_concepts(concepts: frozenset[str]) -> frozenset[str]:
    """The kinds of help that are also called by one of these names: insulin is medication."""
    narrower = load_cues().narrower
    return frozenset().union(*(narrower.get(each, frozenset()) for each in concepts))


def words_of_care() -> frozenset[str]:
    """Every word of the lexicon, as it is spelt there in lower case, also the words of its phrases."""
    return load_cues().words


def endings() -> tuple[str, ...]:
    """The endings of Danish words, longest first, with the empty one."""
    return load_cues().endings


@lru_cache(maxsize=16384)
def concept_of_word(word: str) -> str | None:
    """The concept of one folded word: as it stands, inflected, or as the last part of a compound."""
    cues = load_cues()
    for ending in cues.endings:
        if word.endswith(ending) and word[: len(word) - len(ending)] in cues.by_word:
            return cues.by_word[word[: len(word) - len(ending)]]
    for ending in cues.endings:
        basic = word[: len(word) - len(ending)] if word.endswith(ending) else ""
        for begin in range(2, len(basic) - SHORTEST_IN_COMPOUND + 1):
            if basic[begin:] in cues.by_word:
                return cues.by_word[basic[begin:]]
    return None


def _bare(word: str) -> str:
    """The folded word; a full stop stays only where an abbreviation of the lexicon has it."""
    folded = fold(word)
    return folded if folded in load_cues().by_word else folded.rstrip(".")


def _phrase_at(folded: list[str], position: int) -> tuple[int, str | None]:
    """The longest phrase that begins here, with its length in words; else one word and no concept."""
    best, concept = 1, None
    for words, meaning in load_cues().phrases.get(folded[position], ()):
        length = _length_of(words, folded, position)
        if length > best:
            best, concept = length, meaning
    return best, concept


def _length_of(phrase: tuple[str, ...], folded: list[str], position: int) -> int:
    """How many words the phrase takes from `position`, with at most one strange word inside; 0 for none."""
    at, strangers = position, 0
    for number, word in enumerate(phrase):
        if number and at < len(folded) and folded[at] != word and not strangers:
            at, strangers = at + 1, 1
        if at >= len(folded) or folded[at] != word:
            return 0
        at += 1
    return at - position
