"""The Danish cues of this component: read once from `cues.toml`, checked, and made fast to look up."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import Any

from nlu.components.emergency.cue_rules import BadCues, check
from nlu.components.emergency.folding import skeletons
from nlu.components.emergency.model import Sign
from nlu.components.emergency.patterns import Pattern, compile_pattern
from nlu.components.emergency.typos import Typos

# Classes of numbers, which are read and not listed.
NUMBERS = ("N112", "YEAR", "LOWNUM", "LOWGCS", "LOWSAT", "MANY")
_SHORT_NUMBER = re.compile(r"[0-9]{1,5}(?:[.,][0-9]{1,3})?")


@dataclass(frozen=True, slots=True)
class Cue:
    """One group of cues; exactly one of `sign` (danger by itself) and `hint` (one of a pair) is set.

    `unless` cancels in the same clause (`widely`: the same sentence), `after_unless` right behind.
    """

    kind: str
    sign: Sign | None = None
    hint: str = ""
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
    _starting: dict[int, tuple[tuple[Pattern, Cue], ...]] = field(default_factory=dict)

    def exact(self, word: str) -> int:
        """The classes of a word as it stands, 0 if it is in none."""
        return self.by_word.get(word, 0)

    def classes(self, word: str) -> int:
        """The classes of a word: as it stands, as a number, or as the cue it is a slip of."""
        if word[:1].isdigit():
            return self._number(word)
        found = self.by_word.get(word)
        if found is None:
            meant = self.typos.nearest(word)
            found = self.by_word[meant] if meant else 0
        return found

    def starting(self, classes: int) -> tuple[tuple[Pattern, Cue], ...]:
        """The cues that may begin with a word of these classes."""
        if classes not in self._starting:
            self._starting[classes] = tuple(p for p in self.cues if p[0].elements[0].mask & classes)
        return self._starting[classes]

    def _number(self, word: str) -> int:
        whole = word.isdecimal()
        value = float(word.replace(",", ".")) if _SHORT_NUMBER.fullmatch(word) else 0.0
        is_a = {
            "N112": word == "112",
            "YEAR": whole and len(word) == 4 and word[:2] in ("19", "20"),
            "LOWNUM": 0 < value < 3,
            "LOWGCS": whole and 3 <= value <= 8,
            "LOWSAT": whole and 30 <= value < 80,
            "MANY": whole and value >= 10,
        }
        return sum(self.bits[name] for name, holds in is_a.items() if holds) | self.by_word.get(word, 0)


@lru_cache(maxsize=1)
def load_cues() -> Lexicon:
    """The cues of `cues.toml`.

    :raises BadCues: see `build`.
    """
    return build(tomllib.loads(resources.files(__package__).joinpath("cues.toml").read_text("utf-8")))


def build(table: dict[str, Any]) -> Lexicon:
    """Make a lexicon of a parsed cue file.

    :raises BadCues: when a list is empty, a group lacks source or reason, or a name is unknown.
    """
    check(table)
    names = _Names(table["words"])
    contexts = {
        name: tuple(compile_pattern(each, names.mask) for each in group["patterns"])
        for name, group in table["context"].items()
    }
    cues = [
        (compile_pattern(each, names.mask), names.cue(group))
        for group in table["cue"]
        for each in group["patterns"]
    ]
    for hint, written in table["hints"].items():
        cues += [(compile_pattern(each, names.mask), Cue("event", hint=hint)) for each in written]
    pairs = {frozenset(pair["of"]): Sign(pair["sign"]) for pair in table["pair"]}
    never = {form for word in table["never_typos"] for form in skeletons(word)}
    by_word = names.by_word()
    typos = Typos.of((form for name in table["mistyped"] for form in names.forms(name)), never=never)
    return Lexicon(dict(names.bits), by_word, typos, tuple(cues), contexts, pairs)


class _Names:
    """Hands out one bit for each class and each word that patterns name."""

    def __init__(self, words: dict[str, list[str]]) -> None:
        self._words = words
        self.bits: dict[str, int] = {}
        for name in (*words, *NUMBERS):
            self.mask(name)

    def mask(self, name: str) -> int:
        if name.isupper() and name.isalnum() and name not in self._words and name not in NUMBERS:
            raise BadCues(f"cues.toml: the class {name!r} is not in [words]; add it or correct the pattern")
        return self.bits.setdefault(name, 1 << len(self.bits))

    def cue(self, group: dict[str, Any]) -> Cue:
        return Cue(
            kind=group["kind"],
            sign=Sign(group["sign"]),
            over=tuple(group.get("over", ())),
            unless=self._any(group.get("unless", ())),
            after_unless=self._any(group.get("after_unless", ())),
            widely=group.get("widely", False),
        )

    def by_word(self) -> dict[str, int]:
        table: defaultdict[str, int] = defaultdict(int)
        for name, bit in self.bits.items():
            for spelling in self.forms(name):
                table[spelling] |= bit
        return dict(table)

    def forms(self, name: str) -> set[str]:
        """The spellings of a class, or of a word that stands for itself."""
        words = self._words.get(name, () if name in NUMBERS else (name,))
        return {spelling for word in words for spelling in skeletons(word)}

    def _any(self, names: Sequence[str]) -> int:
        return sum({self.mask(name) for name in names})
