"""The Danish cues of this component, read once from `cues.toml` and checked."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from nlu.folding import fold, foldings


@dataclass(frozen=True, slots=True)
class Cues:
    """The word lists, folded; `genitive_endings` longest first, `numerals` from word to digits."""

    genitive_endings: tuple[str, ...]
    particles: frozenset[str]
    titles: frozenset[str]
    ordinary_words: frozenset[str]
    possessives: frozenset[str]
    surely_before_a_person: frozenset[str]
    before_a_person: frozenset[str]
    linking_verbs: frozenset[str]
    subject_verbs: frozenset[str]
    after_a_person: frozenset[str]
    people_not_cared_for: frozenset[str]
    contacts: frozenset[str]
    not_a_person: frozenset[str]
    rooms: frozenset[str]
    numbers: frozenset[str]
    persons_somewhere: frozenset[str]
    street_endings: tuple[str, ...]
    numerals: Mapping[str, str]


@lru_cache(maxsize=1)
def load_cues() -> Cues:
    """The cues of `cues.toml`.

    :raises ValueError: when a list is empty, since a lexicon that loads empty is a silent failure.
    """
    table = tomllib.loads(resources.files(__package__).joinpath("cues.toml").read_text("utf-8"))

    def words(group: str) -> frozenset[str]:
        return frozenset(form for word in table[group]["words"] for form in foldings(word))

    cues = Cues(
        genitive_endings=tuple(table["genitive"]["endings"]),
        particles=words("particles"),
        titles=words("titles"),
        ordinary_words=words("ordinary_words"),
        possessives=words("possessives"),
        surely_before_a_person=words("surely_before_a_person"),
        before_a_person=words("before_a_person"),
        linking_verbs=words("linking_verbs"),
        subject_verbs=words("subject_verbs"),
        after_a_person=words("after_a_person"),
        people_not_cared_for=words("people_not_cared_for"),
        contacts=frozenset(fold(phrase) for phrase in table["contacts"]["phrases"]),
        not_a_person=words("not_a_person"),
        rooms=frozenset(fold(word) for word in table["rooms"]["words"]),
        numbers=words("numbers"),
        persons_somewhere=words("persons_somewhere"),
        street_endings=tuple(sorted(fold(ending) for ending in table["streets"]["endings"])),
        numerals={
            fold(word): digits for word, digits in (each.split("=") for each in table["numerals"]["words"])
        },
    )
    for name in cues.__slots__:
        if not getattr(cues, name):
            raise ValueError(f"names/cues.toml: the list {name!r} is empty; expected at least one word")
    return cues
