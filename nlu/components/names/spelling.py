"""How far apart two spellings are, in slips of the hand."""

from functools import lru_cache


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
