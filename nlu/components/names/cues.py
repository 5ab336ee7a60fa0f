"""The Danish cues of this component, read once from `cues.toml` and checked."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from nlu.folding import fold, foldings

_TEN = 10


@dataclass(frozen=True, slots=True)
class Cues:
    """The word lists, folded; `genitive_endings` longest first, `numerals` from word to number."""

    genitive_endings: tuple[str, ...]
    particles: frozenset[str]
    titles: frozenset[str]
    ordinary_words: frozenset[str]
    possessives: frozenset[str]
    between_two_people: frozenset[str]
    surely_before_a_person: frozenset[str]
    before_a_person: frozenset[str]
    linking_verbs: frozenset[str]
    finite_verbs: frozenset[str]
    question_words: frozenset[str]
    asking_who: frozenset[str]
    question_stems: tuple[str, ...]
    subject_pronouns: frozenset[str]
    asking_for: frozenset[str]
    between_asking: frozenset[str]
    pronouns: frozenset[str]
    verbs_with_a_person: frozenset[str]
    having: frozenset[str]
    states_of_a_person: frozenset[str]
    subject_verbs: frozenset[str]
    after_a_person: frozenset[str]
    people_not_cared_for: frozenset[str]
    contacts: frozenset[str]
    at_a_place: frozenset[str]
    not_a_person: frozenset[str]
    medicine_endings: tuple[str, ...]
    surname_endings: tuple[str, ...]
    rooms: frozenset[str]
    numbers: frozenset[str]
    persons_somewhere: frozenset[str]
    street_endings: tuple[str, ...]
    numerals: Mapping[str, int]
    hundred: frozenset[str]

    def asks(self, form: str) -> bool:
        """Whether a word opens a question or a clause, also run together with the next: "hvormegt"."""
        return form in self.question_words or form.startswith(self.question_stems)


def _forms_of(listed: Iterable[str]) -> frozenset[str]:
    """The words in every spelling without marks."""
    return frozenset(form for word in listed for form in foldings(word))


def _numerals(table: Mapping[str, list[str]]) -> dict[str, int]:
    """Every number word up to 99: "tre" and "tredive" as they are listed, "treogtredive" made of both."""
    units, tens = (
        {
            form: int(value)
            for word, _, value in (each.partition("=") for each in table[group])
            for form in foldings(word)
        }
        for group in ("words", "tens")
    )
    joined = {
        f"{unit}og{ten}": tens[ten] + units[unit] for ten in tens for unit in units if units[unit] < _TEN
    }
    return {**units, **tens, **joined}


@lru_cache(maxsize=1)
def load_cues() -> Cues:
    """The cues of `cues.toml`.

    :raises ValueError: when a list is empty, since a lexicon that loads empty is a silent failure.
    """
    table = tomllib.loads(resources.files(__package__).joinpath("cues.toml").read_text("utf-8"))

    def words(group: str) -> frozenset[str]:
        return _forms_of(table[group]["words"])

    cues = Cues(
        genitive_endings=tuple(table["genitive"]["endings"]),
        particles=words("particles"),
        titles=words("titles"),
        ordinary_words=words("ordinary_words"),
        possessives=words("possessives"),
        between_two_people=words("between_two_people"),
        surely_before_a_person=words("surely_before_a_person"),
        before_a_person=words("before_a_person"),
        linking_verbs=words("linking_verbs"),
        finite_verbs=words("finite_verbs"),
        question_words=words("question_words"),
        asking_who=_forms_of(table["question_words"]["who"]),
        question_stems=tuple(table["question_words"]["stems"]),
        subject_pronouns=words("subject_pronouns"),
        verbs_with_a_person=words("verbs_with_a_person"),
        having=words("having"),
        asking_for=words("asking_for"),
        between_asking=_forms_of(table["asking_for"]["between"]),
        pronouns=words("pronouns"),
        states_of_a_person=words("states_of_a_person"),
        subject_verbs=words("subject_verbs"),
        after_a_person=words("after_a_person"),
        people_not_cared_for=words("people_not_cared_for"),
        contacts=frozenset(fold(phrase) for phrase in table["contacts"]["phrases"]),
        at_a_place=words("at_a_place"),
        not_a_person=words("not_a_person"),
        surname_endings=tuple(fold(ending) for ending in table["surnames"]["endings"]),
        medicine_endings=tuple(table["medicine"]["endings"]),
        rooms=frozenset(fold(word) for word in table["rooms"]["words"]),
        numbers=words("numbers"),
        persons_somewhere=words("persons_somewhere"),
        street_endings=tuple(sorted(fold(ending) for ending in table["streets"]["endings"])),
        numerals=_numerals(table["numerals"]),
        hundred=_forms_of(table["numerals"]["hundred"]),
    )
    for name in cues.__slots__:
        if not getattr(cues, name):
            raise ValueError(f"names/cues.toml: the list {name!r} is empty; expected at least one word")
    return cues
