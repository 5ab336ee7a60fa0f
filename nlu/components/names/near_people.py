"""Whom of a roster a word nearly names, with how far off it is."""

from collections.abc import Mapping

from nlu.components.names.close import READ_ALIKE, CloseForms
from nlu.components.names.roster_forms import RosterForms
from nlu.components.names.tokens import Word
from nlu.folding import foldings


class NearPeople:
    """The people of a roster whose names are spelt nearly like a word."""

    def __init__(self, roster: RosterForms, close: CloseForms) -> None:
        self._roster = roster
        self._close = close

    def spelt(self, form: str) -> Mapping[str, float]:
        """The spellings of the roster near a folded one, with their distance."""
        return self._close.near(form)

    def named_by(self, word: Word) -> dict[str, float]:
        """Whom a word nearly names: as it stands, or without its genitive ending."""
        people: dict[str, float] = {}
        for form in _spellings(word):
            for spelling, distance in self._close.near(form).items():
                for each in self._roster.ids(spelling):
                    people[each] = min(distance, people.get(each, distance))
        return people

    def named_jointly(self, first: Word, second: Word) -> dict[str, float]:
        """Whom two words name that are one name, spelt otherwise: "Abdul Rahman" for Abdelrahman."""
        near = self._close.near(first.form + second.form)
        return {
            each: distance
            for form, distance in near.items()
            if distance <= READ_ALIKE
            for each in self._roster.ids(form)
        }


def _spellings(word: Word) -> list[str]:
    """The forms of a word, and the one in which a letter hit by mistake counts once: "Lucæie" as "lucaie"."""
    if word.text.isascii():
        return list(word.forms)
    return list(dict.fromkeys([*word.forms, *foldings(word.text.rstrip("'’"))]))
