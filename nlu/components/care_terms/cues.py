"""The words of each kind of help, read once from `cues.toml` and checked."""

import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from nlu.folding import fold

# A compound is taken apart at a word of the lexicon only if that is long enough not to be a chance
# run of letters: "aftenmedicin" ends in "medicin", but "skilt" does not end in "ilt".
SHORTEST_IN_COMPOUND = 5


@dataclass(frozen=True, slots=True)
class Cues:
    """`by_word`: folded basic form → concept; endings longest first; `words`: all of them unfolded.

    `phrases`: folded first word → the phrases that begin with it, each folded words with their concept.
    """

    by_word: Mapping[str, str]
    phrases: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    endings: tuple[str, ...]
    words: frozenset[str]
    narrower: Mapping[str, frozenset[str]]
    """Concept → the concepts that are also called by its name."""


@lru_cache(maxsize=1)
def load_cues() -> Cues:
    """The cues of `cues.toml`.

    :raises ValueError: when a concept has no words, a word stands under two, or a narrower one is none.
    """
    table = tomllib.loads(resources.files(__package__).joinpath("cues.toml").read_text("utf-8"))
    by_word: dict[str, str] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for concept, named in table["concepts"].items():
        if not named:
            raise ValueError(f"care_terms/cues.toml: the concept {concept!r} has no words")
        for expression in named:
            folded = tuple(fold(word) for word in expression.split())
            if len(folded) > 1:
                phrases[folded[0]].append((folded, concept))
            elif by_word.setdefault(folded[0], concept) != concept:
                raise ValueError(
                    f"care_terms/cues.toml: {expression!r} stands under {concept!r} and another concept"
                )
    narrower = {wide: frozenset(each) for wide, each in table["narrower"].items()}
    unknown = frozenset(narrower).union(*narrower.values()) - table["concepts"].keys()
    if unknown:
        raise ValueError(f"care_terms/cues.toml: [narrower] names {sorted(unknown)[0]!r}, no concept")
    endings = tuple(dict.fromkeys(sorted(table["inflections"]["endings"], key=len, reverse=True)))
    expressions = (each for concept in table["concepts"].values() for each in concept)
    words = frozenset(word.lower() for each in expressions for word in each.split())
    return Cues(by_word, dict(phrases), endings, words, narrower)
