"""The names in the cue files: a bit for each class and for each word that stands for itself."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from nlu.components.emergency.cue_rules import BadCues
from nlu.components.emergency.folding import skeletons
from nlu.components.emergency.lexicon import Cue
from nlu.components.emergency.model import Sign
from nlu.components.emergency.numbers import NUMBERS

# A word that ends so in a lexicon stands for every word that begins as it does.
_ANY_ENDING = "*"


class Names:
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
