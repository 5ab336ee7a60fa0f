"""A second opinion on a message: how much it is like messages that report danger to life.

A linear model over `features.py`: the weights of what the message shows are added up and divided by the
root of how much it shows. `weights.json` (13,000 whole numbers, 194 kB) is made by `train.py`.

Alone, trained without the author of the messages: 95 of 160 emergencies of dev2.jsonl at 2 of 240 false
alarms, 163 of 421 of dev3.jsonl at 2 of 411. With signs and findings before it: see `emergency.py`.
In a trial on dev2.jsonl in four parts, at 2 % false alarms: letters and words 79 %, with findings 90 %.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from math import sqrt

from nlu.components.emergency.context import Context
from nlu.components.emergency.features import (
    CLASS,
    FINDING,
    class_names,
    neighbours,
    stretches,
    told_features,
    word_features,
)
from nlu.components.emergency.findings import Finding
from nlu.components.emergency.lexicon import Lexicon
from nlu.components.emergency.tokens import Words

# Weights are kept as whole numbers.
SCALE = 100
_MOST_CACHED = 20_000


@dataclass(slots=True)
class Evidence:
    """The weights, and from which score on a message is danger (`alarm`) or may be (`doubt`)."""

    weights: dict[str, int]
    bias: float
    alarm: float
    doubt: float
    _words: dict[str, tuple[int, int]] = field(default_factory=dict)

    def score(self, words: Words, context: Context, found: Sequence[Finding], lexicon: Lexicon) -> float:
        """The highest score of a stretch of the message; above 0 is more like danger than not."""
        return max(
            (self._score(words, context, found, lexicon, first, last) for first, last in stretches(words)),
            default=self.bias,
        )

    def _score(
        self,
        words: Words,
        context: Context,
        found: Sequence[Finding],
        lexicon: Lexicon,
        first: int,
        last: int,
    ) -> float:
        weight = shown = seen = 0
        forms = words.forms[first:last]
        for form in set(forms):
            of_word, runs = self._word(form)
            weight += of_word
            shown += runs
        weigh = self.weights.get
        two = neighbours(forms)
        weight += sum(weigh(each, 0) for each in two)
        for classes in words.classes[first:last]:
            seen |= classes
        named = class_names(seen, lexicon)
        weight += CLASS * sum(weigh(each, 0) for each in named)
        here = told_features(context, found, first, last)
        weight += FINDING * sum(weigh(each, 0) for each in here)
        shown += len(two) + CLASS * len(named) + FINDING * len(here)
        return self.bias + weight / SCALE / sqrt(shown)

    def _word(self, form: str) -> tuple[int, int]:
        """The weight of a word with its runs of letters, and how many they are."""
        known = self._words.get(form)
        if known is None:
            runs = word_features(form)
            known = sum(self.weights.get(each, 0) for each in runs), len(runs)
            if len(self._words) < _MOST_CACHED:
                self._words[form] = known
        return known


@lru_cache(maxsize=1)
def load_evidence() -> Evidence:
    """The weights of `weights.json`.

    :raises ValueError: when it holds no weights; run train.py.
    """
    table = json.loads(resources.files(__package__).joinpath("weights.json").read_text("utf-8"))
    if not table.get("weights"):
        raise ValueError("emergency/weights.json holds no weights; make it with train.py")
    return Evidence(table["weights"], table["bias"], table["alarm"], table["doubt"])
