"""The cues as they are looked up: the classes of a word, and the patterns that may begin with it."""

from dataclasses import dataclass, field

from nlu.components.emergency.model import Sign
from nlu.components.emergency.numbers import classes_of_number, classes_of_spoken
from nlu.components.emergency.patterns import Pattern
from nlu.components.emergency.typos import LONGEST, Typos

_SHORTEST_STEM = 4
_MOST_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Cue:
    """One group of cues.

    A `hint` is one of a pair, a `finding` (with its group) is danger with another, any other cue by itself.
    `unless` cancels in the same clause (`widely`: the same sentence), `after_unless` right behind.
    """

    kind: str
    sign: Sign | None = None
    hint: str = ""
    finding: str = ""
    group: str = ""
    over: tuple[str, ...] = ()
    unless: int = 0
    after_unless: int = 0
    widely: bool = False


@dataclass(slots=True)
class Lexicon:
    """Every cue. `contexts` and `starting` give the patterns whose first word has one of a word's bits."""

    bits: dict[str, int]
    by_word: dict[str, int]
    typos: Typos
    cues: tuple[tuple[Pattern, Cue], ...]
    contexts: dict[str, tuple[Pattern, ...]]
    pairs: dict[frozenset[str], Sign]
    findings: tuple[tuple[Pattern, Cue], ...] = ()
    together: frozenset[tuple[str, str]] = frozenset()
    by_stem: dict[str, int] = field(default_factory=dict)
    named: tuple[tuple[str, int], ...] = ()
    _classes: dict[str, int] = field(default_factory=dict)
    _starting: dict[int, tuple[tuple[Pattern, Cue], ...]] = field(default_factory=dict)
    _beginning: dict[int, tuple[tuple[Pattern, Cue], ...]] = field(default_factory=dict)

    def exact(self, word: str) -> int:
        """The classes of a word as it stands, 0 if it is in none."""
        return self.by_word.get(word, 0)

    def classes(self, word: str) -> int:
        """The classes of a word: as it stands, as a number, or as the cue it is a slip of."""
        known = self._classes.get(word)
        if known is None:
            known = self._classes_of(word)
            if len(self._classes) < _MOST_KEPT and len(word) <= LONGEST:
                self._classes[word] = known
        return known

    def _classes_of(self, word: str) -> int:
        if word[:1].isdigit():
            return sum(self.bits[name] for name in classes_of_number(word)) | self.by_word.get(word, 0)
        found = self.by_word.get(word)
        if found is None:
            meant = self.typos.nearest(word)
            found = self.by_word[meant] if meant else 0
        for end in range(_SHORTEST_STEM, len(word) + 1 if len(word) <= LONGEST else 0):
            found |= self.by_stem.get(word[:end], 0)
        for name in classes_of_spoken(word):
            found |= self.bits[name]
        return found

    def starting(self, classes: int) -> tuple[tuple[Pattern, Cue], ...]:
        """The cues that may begin with a word of these classes."""
        if classes not in self._starting:
            self._starting[classes] = tuple(p for p in self.cues if p[0].elements[0].mask & classes)
        return self._starting[classes]

    def beginning(self, classes: int) -> tuple[tuple[Pattern, Cue], ...]:
        """As `starting`, for findings."""
        if classes not in self._beginning:
            self._beginning[classes] = tuple(p for p in self.findings if p[0].elements[0].mask & classes)
        return self._beginning[classes]
