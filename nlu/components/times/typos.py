"""Finds the long cue a word was meant to be when one letter is wrong, missing, doubled or swapped."""

from dataclasses import dataclass
from typing import Self

_SHORTEST, _LONGEST = 7, 14


def _without_one(word: str) -> list[str]:
    """Return the word with each of its letters but the first left out in turn."""
    return [word[:i] + word[i + 1 :] for i in range(1, len(word))]


@dataclass(frozen=True, slots=True)
class Typos:
    """A symmetric-delete index: cheap to ask, whatever the text.

    Only words of seven letters or more are mended: shorter ones have too many neighbours among names
    (Jorgen and morgen). The first letter must be right.
    """

    words: frozenset[str]
    shortened: dict[str, str]

    @classmethod
    def of(cls, words: set[str]) -> Self:
        """Index the long ones among these words."""
        long = sorted(w for w in words if _SHORTEST <= len(w) <= _LONGEST)
        return cls(frozenset(long), {short: word for word in long for short in _without_one(word)})

    def mend(self, word: str) -> str | None:
        """Return the cue that this unknown word is one slip away from, or None."""
        if not _SHORTEST - 1 <= len(word) <= _LONGEST + 1:
            return None
        if found := self.shortened.get(word):
            return found
        if len(word) < _SHORTEST:
            return None
        for short in _without_one(word):
            if short in self.words:
                return short
            if (found := self.shortened.get(short)) and abs(len(found) - len(word)) <= 1:
                return found
        return None
