"""Long cue words with a letter too many, too few, wrong or swapped: "bevistlos" is "bevidstløs".

Symmetric deletion: each cue is entered with its letters left out, and so is the word of the
message; only what meets is compared. The work for a word is bounded by its length alone.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

# Below six letters most slips of a cue are other Danish words ("vække", "vaske"); from ten letters
# two slips still leave the word alone in the language.
ONE_SLIP_FROM = 6
TWO_SLIPS_FROM = 10
LONGEST = 22


def slips_allowed(word: str) -> int:
    """How many letters may be wrong in a word of this length."""
    if not word.isascii() or not ONE_SLIP_FROM <= len(word) <= LONGEST:
        return 0
    return 2 if len(word) >= TWO_SLIPS_FROM else 1


@dataclass(frozen=True, slots=True)
class Typos:
    """The cue words by what is left of them when letters are taken out."""

    _by_remainder: dict[str, tuple[str, ...]]
    _slips: dict[tuple[str, int], int]
    _never: frozenset[str]

    @classmethod
    def of(cls, words: Iterable[str], *, never: Iterable[str]) -> "Typos":
        """Prepare `words`; those of `never` are words of their own, however near."""
        table: defaultdict[str, set[str]] = defaultdict(set)
        # Which first letters and lengths are worth a look: almost every word of a message is spared it.
        worth: defaultdict[tuple[str, int], int] = defaultdict(int)
        for word in words:
            slips = slips_allowed(word)
            for length in range(len(word) - slips, len(word) + slips + 1):
                worth[word[0], length] = max(worth[word[0], length], slips)
            for remainder in _remainders(word, slips):
                table[remainder].add(word)
        by_remainder = {key: tuple(sorted(value)) for key, value in table.items()}
        return cls(by_remainder, dict(worth), frozenset(never))

    def nearest(self, word: str) -> str | None:
        """The cue meant by a mistyped word: the fewest slips, then the alphabet; None if no cue is near."""
        slips = self._slips.get((word[:1], len(word)), 0)
        if not slips or word in self._never:
            return None
        near: set[str] = set()
        for remainder in _remainders(word, slips):
            near.update(self._by_remainder.get(remainder, ()))
        ranked = sorted((distance(word, cue), cue) for cue in near if cue[0] == word[0])
        return next((cue for slip, cue in ranked if slip <= slips_allowed(cue)), None)


def distance(one: str, other: str) -> int:
    """How many slips apart two words are; a swap of neighbours is one slip."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, goal in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != goal))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == goal:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]


def _remainders(word: str, slips: int) -> set[str]:
    if slips == 0:
        return set()
    left = {word} | {word[:i] + word[i + 1 :] for i in range(len(word))}
    if slips == 2:
        left |= {word[:i] + word[i + 1 : j] + word[j + 1 :] for i, j in combinations(range(len(word)), 2)}
    return left
