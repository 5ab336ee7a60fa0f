"""The spellings under which the people of a roster are found, and what each is part of."""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from nlu.components.names.cues import Cues
from nlu.components.names.model import Person
from nlu.components.names.tokens import Word
from nlu.folding import foldings

_PARTS = re.compile(r"[^\W\d_]+")


class RosterForms:
    """Folded parts of names → ids, each a dictionary access whatever the size of the roster.

    `given` are the spellings of each person's first names and nicknames, `parts` all of them; `forms`
    are all parts of anybody, without those that are only two parts written as one ("jensholm").
    """

    def __init__(self, people: Iterable[Person], cues: Cues) -> None:
        self._cues = cues
        by_form: dict[str, set[str]] = defaultdict(set)
        written_as_one: dict[str, set[str]] = defaultdict(set)
        self.parts: dict[str, frozenset[str]] = {}
        self.given: dict[str, frozenset[str]] = {}
        for person in people:
            nobody = (cues.particles | cues.titles) - _first_and_last(person)
            given = frozenset(_given(person) - nobody)
            forms = given | (frozenset(_parts_of(person.names)) - nobody)
            for form in forms:
                by_form[form].add(person.id)
            for form in _written_as_one(person.names):
                written_as_one[form].add(person.id)
            self.parts[person.id] = forms
            self.given[person.id] = given
        self.forms = tuple(by_form)
        self.written_as_one = tuple(written_as_one)
        for form, ids in written_as_one.items():
            by_form[form] |= ids
        self._by_form = {form: frozenset(ids) for form, ids in by_form.items()}

    def ids(self, form: str) -> frozenset[str]:
        """Whom exactly this spelling names."""
        return self._by_form.get(form, frozenset())

    def named_by(self, word: Word) -> frozenset[str]:
        """Whom a word names: as it stands if that fits anyone, else without its genitive ending."""
        return next((self._by_form[form] for form in word.forms if form in self._by_form), frozenset())

    def named_jointly(self, first: Word, second: Word) -> frozenset[str]:
        """Whom two words name that are one in the roster: "Inger Lise" for Ingerlise."""
        return next(
            (self._by_form[first.form + form] for form in second.forms if first.form + form in self._by_form),
            frozenset(),
        )

    def with_initial(self, letter: str, among: Iterable[str]) -> frozenset[str]:
        """Those who have a name that begins with the letter: "Kirsten M"."""
        return frozenset(each for each in among if any(form.startswith(letter) for form in self.parts[each]))

    def with_first_initial(self, letter: str, among: Iterable[str]) -> frozenset[str]:
        """Those who have a first name that begins with the letter: "K. Mørk"."""
        return frozenset(each for each in among if any(form.startswith(letter) for form in self.given[each]))

    def is_given(self, word: Word, among: Iterable[str]) -> bool:
        """Whether the word is a first name or nickname of one of these people."""
        return any(form in self.given[each] for each in among for form in word.forms)


def _given(person: Person) -> set[str]:
    """The forms of what comes before the surname, and of all other names."""
    whole, *nicknames = person.names
    first = whole.split()[:-1] or whole.split()
    return _parts_of((" ".join(first), *nicknames))


def _parts_of(names: Iterable[str]) -> set[str]:
    """The forms of the words of names, of hyphenated ones apart and together: inger, lise, ingerlise."""
    forms: set[str] = set()
    for name in names:
        for part in name.split():
            pieces = _PARTS.findall(part)
            for piece in (*pieces, "".join(pieces)) if len(pieces) > 1 else pieces:
                forms |= foldings(piece)
    return forms


def _written_as_one(names: Iterable[str]) -> set[str]:
    """The forms of two parts in a row without the blank: "hansjørgen", "jensholm"."""
    parts = (["".join(_PARTS.findall(part)) for part in name.split()] for name in names)
    return {form for each in parts for pair in pairwise(each) for form in foldings("".join(pair))}


def _first_and_last(person: Person) -> frozenset[str]:
    """The outer parts of the full name, which name somebody though they are particles: "Ben Juncker"."""
    parts = person.names[0].split()
    return _forms_of(parts[0]) | _forms_of(parts[-1]) if len(parts) > 1 else frozenset()


def _forms_of(part: str) -> frozenset[str]:
    return foldings(part) if _PARTS.fullmatch(part) else frozenset()


def _pieces(name: str) -> list[str]:
    return [*_PARTS.findall(name), *("".join(_PARTS.findall(part)) for part in name.split())]


def _forms(pieces: Iterable[str]) -> set[str]:
    return {form for piece in pieces if piece for form in foldings(piece)}
