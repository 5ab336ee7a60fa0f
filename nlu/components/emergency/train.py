"""Makes `weights.json`, the weights of the second opinion, and tells how well it does.

    python -m nlu.components.emergency.train --reports tests/data/emergency/dev*.jsonl \\
        --ordinary tests/data/questions/dev*.jsonl nlu/rasa/data/*.yml

`--reports` are files of sentences marked as emergency or not; `--ordinary` are questions of the work, which
are none unless expected to be. Thresholds are set on messages that were left out of the training, by the
share of false alarms among the reports that are no emergencies. The same files give the same weights.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp, sqrt
from pathlib import Path
from random import Random

from nlu.components.emergency.context import Context
from nlu.components.emergency.cues import load_cues
from nlu.components.emergency.emergency import search
from nlu.components.emergency.evidence import SCALE
from nlu.components.emergency.features import FEWEST_FOR_ALARM, FEWEST_WORDS, features
from nlu.components.emergency.findings import findings_in, two_together
from nlu.components.emergency.tokens import words_of

_FOLDS, _ROUNDS, _RATE, _DECAY = 5, 14, 0.6, 0.02
_SEEN_AT_LEAST = 2
_MOST_WEIGHTS = 13_000
# Of the messages that are like emergencies and are none: how many may raise an alarm, and how many a doubt.
_ALARMS, _DOUBTS = 0.009, 0.050


@dataclass(slots=True)
class Example:
    """One message: what it shows, whether it is danger and found by the rules, and of how many words."""

    shown: dict[str, float]
    emergency: bool
    by_rules: bool
    words: int
    file: str


@dataclass(slots=True)
class Model:
    weights: dict[str, float]
    bias: float

    def score(self, shown: dict[str, float]) -> float:
        return self.bias + sum(self.weights.get(name, 0.0) * value for name, value in shown.items())


def example(text: str, *, emergency: bool, file: str) -> Example:
    lexicon = load_cues()
    words = words_of(text, lexicon)
    context = Context(words, lexicon)
    found = findings_in(words, context, lexicon)
    by_rules = search(words, context, lexicon) is not None or two_together(found, lexicon) is not None
    counts = features(words, context, found, lexicon, 0, len(words))
    size = sqrt(sum(counts.values())) or 1.0
    return Example(
        {name: count / size for name, count in counts.items()},
        emergency,
        by_rules,
        len(words),
        file,
    )


def fit(examples: Sequence[Example]) -> Model:
    """Logistic regression by adaptive steps, both kinds of message weighing the same."""
    seen = Counter(name for each in examples for name in each.shown)
    names = {name for name, times in seen.items() if times >= _SEEN_AT_LEAST}
    rows = [([item for item in each.shown.items() if item[0] in names], each.emergency) for each in examples]
    dangers = sum(danger for _, danger in rows)
    share = {True: len(rows) / 2 / dangers, False: len(rows) / 2 / (len(rows) - dangers)}
    weights, squares, bias, bias_squares = dict.fromkeys(names, 0.0), dict.fromkeys(names, 1e-4), 0.0, 1e-4
    shuffled = Random(1)
    for _ in range(_ROUNDS):
        shuffled.shuffle(rows)
        for shown, danger in rows:
            score = bias + sum(weights[name] * value for name, value in shown)
            error = (1 / (1 + exp(-max(min(score, 30), -30))) - danger) * share[danger]
            bias_squares += error * error
            bias -= _RATE * error / sqrt(bias_squares)
            for name, value in shown:
                slope = error * value
                squares[name] += slope * slope
                weights[name] -= _RATE * slope / sqrt(squares[name])
        for name in names:
            weights[name] *= 1 - _DECAY
    most = sorted(names, key=lambda name: (-abs(weights[name]) * sqrt(seen[name]), name))[:_MOST_WEIGHTS]
    kept = {name: round(weights[name] * SCALE) / SCALE for name in sorted(most)}
    return Model(kept, round(bias, 4))


def left_out(reports: Sequence[Example], ordinary: Sequence[Example]) -> tuple[list[float], list[float]]:
    """The score of each message under a model that has not seen it."""
    scores = [0.0] * (len(reports) + len(ordinary))
    everything = [*reports, *ordinary]
    order = list(range(len(everything)))
    Random(2).shuffle(order)
    for fold in range(_FOLDS):
        out = set(order[fold::_FOLDS])
        model = fit([each for at, each in enumerate(everything) if at not in out])
        for at in out:
            scores[at] = model.score(everything[at].shown)
    return scores[: len(reports)], scores[len(reports) :]


def read_from(examples: Sequence[Example], scores: Sequence[float], fewest: int) -> list[float]:
    """The scores, out of reach for messages of fewer words than are read."""
    return [score if each.words >= fewest else -99.0 for each, score in zip(examples, scores, strict=True)]


def threshold(reports: Sequence[Example], scores: Sequence[float], share: float) -> float:
    """The score that `share` of the messages reach that are no emergencies and that the rules leave alone."""
    harmless = [
        score for each, score in zip(reports, scores, strict=True) if not (each.emergency or each.by_rules)
    ]
    return sorted(harmless, reverse=True)[int(share * len(harmless))]


def figures(
    reports: Sequence[Example], scores: Sequence[float], others: Sequence[float], limit: float
) -> Iterable[str]:
    for file in sorted({each.file for each in reports}):
        for danger in (True, False):
            rows = [
                (each.by_rules, score)
                for each, score in zip(reports, scores, strict=True)
                if each.file == file and each.emergency is danger
            ]
            by_rules, by_either = (
                sum(rule for rule, _ in rows),
                sum(rule or score >= limit for rule, score in rows),
            )
            kind = "emergencies" if danger else "none"
            yield f"{file} {kind}: {len(rows)}, by the rules {by_rules}, with the second opinion {by_either}"
    yield f"ordinary: {len(others)}, second opinion {sum(score >= limit for score in others)}"


def read_reports(paths: Iterable[Path]) -> list[Example]:
    rows = ((path.stem, json.loads(line)) for path in paths for line in path.read_text("utf-8").splitlines())
    return [example(row["text"], emergency=row["emergency"], file=file) for file, row in rows]


def read_ordinary(paths: Iterable[Path]) -> list[Example]:
    """Questions and dictations. Those that are emergencies are expected to be, or found by the rules."""
    read: list[Example] = []
    for path in paths:
        if path.suffix == ".yml":
            lines = re.findall(r"^ {6}- (.+)$", path.read_text("utf-8"), re.MULTILINE)
            texts = [re.sub(r"\[([^\]]*)\]\([a-z_]+\)", r"\1", line) for line in lines]
        else:
            rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
            texts = [row["text"] for row in rows if row["expect"]["kind"] != "emergency"]
        read += [example(text, emergency=False, file=path.stem) for text in texts]
    return [each for each in read if not each.by_rules]


def main() -> None:
    parser = argparse.ArgumentParser(description="Make weights.json")
    parser.add_argument("--reports", nargs="+", type=Path, required=True)
    parser.add_argument("--ordinary", nargs="+", type=Path, required=True)
    given = parser.parse_args()
    reports, ordinary = read_reports(given.reports), read_ordinary(given.ordinary)
    scores, others = left_out(reports, ordinary)
    limits: dict[str, float] = {}
    for name, share, fewest in (("alarm", _ALARMS, FEWEST_FOR_ALARM), ("doubt", _DOUBTS, FEWEST_WORDS)):
        read, read_others = read_from(reports, scores, fewest), read_from(ordinary, others, fewest)
        limits[name] = round(threshold(reports, read, share), 2)
        told = "\n".join(figures(reports, read, read_others, limits[name]))
        sys.stdout.write(f"-- {name} from {limits[name]}\n{told}\n")
    model = fit([*reports, *ordinary])
    table = {
        **limits,
        "bias": model.bias,
        "weights": {name: round(weight * SCALE) for name, weight in model.weights.items()},
    }
    target = Path(__file__).with_name("weights.json")
    target.write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    main()
