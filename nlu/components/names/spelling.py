"""How far apart two spellings are, in slips of the hand."""

from collections.abc import Iterator
from functools import lru_cache

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@lru_cache(maxsize=65536)
def slips(typed: str, meant: str) -> int:
    """The letters left out, put in, changed or swapped with the next one; 3 means 3 or more."""
    if abs(len(typed) - len(meant)) > 2:
        return 3
    before, last = list[int](), list(range(len(meant) + 1))
    for i, letter in enumerate(typed, start=1):
        row = [i] + [0] * len(meant)
        for j, other in enumerate(meant, start=1):
            least = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == meant[j - 2] and typed[i - 2] == other:
                least = min(least, before[j - 2] + 1)
            row[j] = least
        if min(row) > 2:
            return 3
        before, last = last, row
    return min(last[-1], 3)


def shortened(word: str) -> list[str]:
    """The word with each of its letters left out in turn, and the word itself."""
    return [word, *dict.fromkeys(word[:i] + word[i + 1 :] for i in range(len(word)))]


def one_slip_from(word: str) -> Iterator[str]:
    """Every spelling with one letter left out, swapped with the next, changed or put in."""
    for at in range(len(word) + 1):
        before, rest = word[:at], word[at + 1 :]
        yield before + rest
        yield before + rest[:1] + word[at : at + 1] + rest[1:]
        for letter in _LETTERS:
            yield before + letter + rest
            yield before + letter + word[at:]
