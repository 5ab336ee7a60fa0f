"""The Danish cues of this component: read once from `cues.toml`, checked, and made fast to look up."""

import tomllib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import Any

from nlu.components.emergency.cue_rules import BadCues, check, check_findings
from nlu.components.emergency.folding import skeletons
from nlu.components.emergency.model import Sign
from nlu.components.emergency.numbers import NUMBERS, classes_of_number
from nlu.components.emergency.patterns import Pattern, compile_pattern
from nlu.components.emergency.typos import LONGEST, Typos

# A word that ends so in a lexicon stands for every word that begins as it does.
_ANY_ENDING = "*"
_SHORTEST_STEM = 4
_MOST_KEPT = 20_000
_FILES = ("cues.toml", "findings.toml")


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


@lru_cache(maxsize=1)
def load_cues() -> Lexicon:
    """The cues of `cues.toml` and the findings of `findings.toml`.

    :raises BadCues: see `build`.
    """
    files = resources.files(__package__)
    table, findings = (tomllib.loads(files.joinpath(name).read_text("utf-8")) for name in _FILES)
    return build(table, findings)


def build(table: dict[str, Any], findings: dict[str, Any]) -> Lexicon:
    """Make a lexicon of a parsed cue file and a parsed file of findings.

    :raises BadCues: when a list is empty, a group lacks source or reason, or a name is unknown.
    """
    check(table)
    check_findings(findings, table)
    names = _Names(table["words"] | findings["words"])
    contexts = {
        name: tuple(compile_pattern(each, names.mask) for each in group["patterns"])
        for name, group in table["context"].items()
    }
    cues = _compiled(table["cue"], names)
    for hint, written in table["hints"].items():
        cues += [(compile_pattern(each, names.mask), Cue("event", hint=hint)) for each in written]
    listed = names.by_word()
    found = _compiled(findings["finding"], names)
    never = {form for word in table["never_typos"] for form in skeletons(word)}
    typos = Typos.of((form for name in table["mistyped"] for form in names.forms(name)), never=never)
    by_word = names.by_word()
    # A slip of a cue stays one when a finding has the same letters for a word of its own.
    for word in by_word.keys() - listed.keys():
        by_word[word] |= listed.get(typos.nearest(word) or "", 0)
    return Lexicon(
        dict(names.bits),
        by_word,
        typos,
        tuple(cues),
        contexts,
        pairs={frozenset(pair["of"]): Sign(pair["sign"]) for pair in table["pair"]},
        findings=tuple(found),
        together=frozenset(
            both
            for rule in findings["together"]
            for one in rule["of"]
            for other in rule["with"]
            for both in ((one, other), (other, one))
        ),
        by_stem=names.by_stem(),
        named=tuple((name, bit) for name, bit in names.bits.items() if name.isupper()),
    )


def _compiled(groups: Sequence[dict[str, Any]], names: "_Names") -> list[tuple[Pattern, Cue]]:
    return [
        (compile_pattern(each, names.mask), names.cue(group))
        for group in groups
        for each in group["patterns"]
    ]


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
            finding=group.get("name", ""),
            group=group.get("group", ""),
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
        return {spelling for word in words if word[-1] != _ANY_ENDING for spelling in skeletons(word)}

    def by_stem(self) -> dict[str, int]:
        """The beginnings of words that stand for all their endings."""
        table: defaultdict[str, int] = defaultdict(int)
        for name, bit in self.bits.items():
            for word in self._words.get(name, (name,)):
                if word[-1] == _ANY_ENDING:
                    for stem in skeletons(word[:-1]):
                        table[stem] |= bit
        return dict(table)

    def _any(self, names: Sequence[str]) -> int:
        return sum({self.mask(name) for name in names})
