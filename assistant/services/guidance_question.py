"""The words of a question as guidance is searched for them: how much each says, and what else it may mean."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib import resources

from knowledge.function_words import function_words
from nlu.components.care_terms import concepts_of, find_care_terms
from nlu.components.spelling import Speller, respell
from nlu.components.spelling.ordinary_words import frequency
from retrieval.contrasts import chooses
from retrieval.related_words import STRENGTH, related
from retrieval.topics import topics_of_word, words_of_topics
from retrieval.types import AskedWord
from retrieval.vocabulary import stem
from retrieval.words import words

# How surely a misspelt word was meant for the nearest word of the texts.
_SURELY_MEANT = 0.9
# Zipf: a word said 3,000 times in a million words ("tage") says nothing of the topic, one said ten times
# in a million ("plaster") all of it. A word that no list knows is most often a compound or a name.
_SAYS_NOTHING, _SAYS_ALL, _UNLISTED = 6.5, 3.0, 2.0
_LEAST = 0.1
_LONGEST_ENDING = 4
_SHORTEST = 3


def asked_words(
    topic: Sequence[str], spellers: Sequence[Speller], *, text: str = ""
) -> tuple[AskedWord, ...]:
    """The words of `topic`, each with what it may stand for in the texts that the spellers know.

    :param text: the question as it was written: a word that was corrected may be one of the texts' own
        ("lineren", "tømning"), a phrase names a kind of care that none of its words does ("ud af sengen"),
        and a part of the day, a side or a denial tells texts apart ("insulin om aftenen").
    """
    written = _as_written(text)
    phrases = frozenset(each.concept for each in find_care_terms(text) if " " in each.text)
    telling = [word for word in words(text) if stem(word) in telling_words()]
    found = [_asked(word, spellers, written.get(word, ())) for word in dict.fromkeys([*topic, *telling])]
    if phrases and found:
        most = max(range(len(found)), key=lambda number: found[number].weight)
        word = found[most]
        found[most] = AskedWord(word.text, word.weight, word.instead, word.marks | phrases)
    return tuple(found)


def said_words(topic: Sequence[str], text: str = "") -> tuple[AskedWord, ...]:
    """The words of a question in their order, spelt as they were meant, each with how much it says.

    Left out are words that are neither of the topic nor grammar nor choose: names ("Storm" is no
    weather) and times. A word misspelt in a way that no list of corrections knows is led back to the
    words of topics ("benløfd").

    :param text: the question as it was written; without it, the words of the topic are all there is.
    """
    said = words(respell(text).text)
    said += [word for word in topic if word not in said]
    kept = set(topic)
    spelt = (
        _as_a_topic_has_it(word)
        for word in said
        if word in kept or word in function_words() or stem(word) in telling_words() or chooses(word)
    )
    return tuple(AskedWord(word, weight_of(word)) for word in spelt)


@lru_cache(maxsize=65536)
def _as_a_topic_has_it(word: str) -> str:
    if word in function_words() or topics_of_word(word) or frequency(word):
        return word  # a word that Danish has was not misspelt: "morges" is no "mørk"
    return next(iter(_meant(word, _speller_of_topics())), word)


@lru_cache(maxsize=1)
def _speller_of_topics() -> Speller:
    return Speller(words_of_topics())


def _asked(word: str, spellers: Sequence[Speller], written: Sequence[str]) -> AskedWord:
    forms = (word, *written)
    meant = dict.fromkeys(each for form in forms for speller in spellers for each in _meant(form, speller))
    instead = [(each, 1.0) for each in written]
    instead += [(each, _SURELY_MEANT) for each in meant]
    instead += [(each, STRENGTH) for form in forms for each in related(form)]
    marks = frozenset().union(*(concepts_of(form) for form in forms))
    weight = max(weight_of(word), telling_words().get(stem(word), 0.0))
    return AskedWord(word, weight, tuple(dict(reversed(instead)).items()), marks)


def _meant(word: str, speller: Speller) -> Sequence[str]:
    """What a misspelt word stands for; in another form than the texts have, by its stem ("karroflerne")."""
    return speller.meant(word) or speller.meant(stem(word))


@lru_cache(maxsize=65536)
def weight_of(word: str) -> float:
    """How much a lower-case word says of a topic, from 0.1 (any question has it) to 1.

    Its basic form counts as well: "borgeres" is as common as "borger".
    """
    shorter = [word[:-cut] for cut in range(1, min(_LONGEST_ENDING, len(word) - _SHORTEST) + 1)]
    forms = [word, *(each for each in shorter if stem(each) == stem(word))]
    if any(form in function_words() for form in forms):
        return _LEAST
    common = max(frequency(form) for form in forms) or _UNLISTED
    return min(1.0, max(_LEAST, (_SAYS_NOTHING - common) / (_SAYS_NOTHING - _SAYS_ALL)))


def _as_written(text: str) -> dict[str, list[str]]:
    """Corrected word → how it was written, for the words of `text` that were corrected."""
    found: dict[str, list[str]] = {}
    for word in dict.fromkeys(words(text)):
        if word not in function_words():
            for meant in words(respell(word).text):
                if meant != word:
                    found.setdefault(meant, []).append(word)
    return found


def vocabulary_of(texts: Iterable[str]) -> frozenset[str]:
    """The words of some texts and their stems, to which misspelt words are led back."""
    found = {word for text in texts for word in words(text)}
    return frozenset(found | {stem(word) for word in found})


@lru_cache(maxsize=1)
def telling_words() -> Mapping[str, float]:
    """Stem of a word of `guidance_words.toml` → its weight.

    :raises ValueError: when a group is empty.
    """
    text = resources.files(__package__).joinpath("guidance_words.toml").read_text("utf-8")
    groups = tomllib.loads(text)
    empty = [name for name, group in groups.items() if not group["words"]]
    if empty or not groups:
        raise ValueError(f"services/guidance_words.toml: the group {empty[:1]} holds no words")
    return {stem(word): group["weight"] for group in groups.values() for word in group["words"]}
