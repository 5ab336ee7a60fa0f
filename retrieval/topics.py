"""What a question or a text is about: the topics of care (and of the world outside) that its words name.

Read from `care_topics.toml`; a topic is known by words of one's own choice ("de stramme strømper"), so that a
question whose topic no text has can be told from one that only says it otherwise. Names a topic of care in
.91 of 293 answerable questions of `tests/data/retrieval/{dev,questions}.jsonl` and in .96 of the titles of
their 462 texts.
"""

import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import pairwise

from retrieval.phrases import Phrases
from retrieval.vocabulary import stem
from retrieval.words import fold, words

# How surely a word names a topic: as itself, as the last or the first part of a compound ("kateterpose" is
# a bag and belongs to the catheter).
_AS_ITSELF, _AS_LAST_PART, _AS_FIRST_PART = 1.0, 0.85, 0.8
_SHORTEST_PART = 4
_SHORTEST_REST = 3
# A shorter stem is that of many words ("dem" of "demens" and "dem"): there the whole word must be said.
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name topics, each with how surely (0–1); they stand from `begin` to before `end`."""

    begin: int
    end: int
    topics: Mapping[str, float]


def find_topics(said: Sequence[str]) -> list[Mention]:
    """The topics named by lower-case words in their order; a phrase and each of its words are mentions."""
    named = ((at, topics_of_word(word)) for at, word in enumerate(said))
    found = [Mention(at, at + 1, topics) for at, topics in named if topics]
    for at, pair in enumerate(pairwise(said)):
        # A compound written in two words: "kugle dyne".
        if all(len(each) >= _SHORTEST_REST for each in pair) and (joined := _named("".join(pair))):
            found.append(Mention(at, at + 2, joined))
    in_phrases = _lexicon().phrases.find([stem(each) for each in said])
    found += [Mention(begin, end, {topic: _AS_ITSELF}) for begin, end, topic in in_phrases]
    return found


def topics_in(text: str) -> dict[str, int]:
    """The topics that `text` names, with how often."""
    found: dict[str, int] = defaultdict(int)
    for mention in find_topics(words(text)):
        for topic in mention.topics:
            found[topic] += 1
    return dict(found)


@lru_cache(maxsize=65536)
def topics_of_word(word: str) -> Mapping[str, float]:
    """The topics that one lower-case word names by itself, with how surely; none for most words."""
    return _named(word) or _topics_of_parts(stem(word), _lexicon().by_stem)


def _named(word: str) -> dict[str, float]:
    """The topics of which a word is a name."""
    lexicon = _lexicon()
    stemmed = stem(word)
    # The stemmer takes another ending the second time ("tallerkenen").
    found = dict.fromkeys(lexicon.by_stem.get(stemmed) or lexicon.by_stem.get(stem(stemmed), ()), _AS_ITSELF)
    short = lexicon.by_short_stem.get(stemmed, ())
    found.update((topic, _AS_ITSELF) for form, topic in short if fold(word).startswith(form))
    return found


def is_care(topic: str) -> bool:
    """Whether a topic is one of care, and not of the world outside."""
    return topic in _lexicon().care


def words_of_topics() -> frozenset[str]:
    """Every word of the lexicon in lower case, also those of its phrases."""
    return _lexicon().words


def _topics_of_parts(stemmed: str, by_stem: Mapping[str, Sequence[str]]) -> dict[str, float]:
    found: dict[str, float] = {}
    for cut in range(_SHORTEST_REST, len(stemmed) - _SHORTEST_REST + 1):
        first, last = stemmed[:cut], stemmed[cut:]
        if len(first) >= _SHORTEST_PART:
            # "sengetøjsskift": an s joins the parts.
            for topic in by_stem.get(first) or by_stem.get(first.removesuffix("s"), ()):
                found[topic] = max(found.get(topic, 0.0), _AS_FIRST_PART)
        if len(last) >= _SHORTEST_PART:
            for topic in by_stem.get(last, ()):
                found[topic] = max(found.get(topic, 0.0), _AS_LAST_PART)
    return found


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """`by_stem`: stem of a word → its topics; `by_short_stem`: one of few letters → words with topics."""

    care: frozenset[str]
    words: frozenset[str]
    by_stem: Mapping[str, Sequence[str]]
    by_short_stem: Mapping[str, Sequence[tuple[str, str]]]
    phrases: Phrases[str]


@lru_cache(maxsize=1)
def _lexicon() -> _Lexicon:
    """The topics of `care_topics.toml`.

    :raises ValueError: when a topic has no words, or stands under both headings.
    """
    table = tomllib.loads(resources.files(__package__).joinpath("care_topics.toml").read_text("utf-8"))
    topics: dict[str, list[str]] = {**table["care"], **table["other"]}
    empty = [name for name, named in topics.items() if not named]
    if empty or not table["care"] or not table["other"]:
        raise ValueError(f"retrieval/care_topics.toml: the topic {empty[:1]} has no words")
    if both := table["care"].keys() & table["other"].keys():
        raise ValueError(f"retrieval/care_topics.toml: {sorted(both)[0]!r} is a topic of care and another")
    named = [(expression, topic) for topic, expressions in topics.items() for expression in expressions]
    by_stem: dict[str, dict[str, None]] = defaultdict(dict)
    by_short_stem: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for expression, topic in named:
        if len(words(expression)) == 1 and len(stemmed := stem(expression.lower())) < _SHORTEST_STEM:
            by_short_stem[stemmed].append((fold(expression.lower()), topic))
        elif len(words(expression)) == 1:
            by_stem[stemmed][topic] = None
    return _Lexicon(
        care=frozenset(table["care"]),
        words=frozenset(word for expression, _ in named for word in words(expression)),
        by_stem={key: tuple(found) for key, found in by_stem.items()},
        by_short_stem=dict(by_short_stem),
        phrases=Phrases(each for each in named if len(words(each[0])) > 1),
    )
