"""Makes the weights of `retrieval/evidence.toml` from questions with right answers.

rytme evaluate guidance --set dev --train
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.evaluation.guidance_cases import Case, JudgedCase, judge_cases
from retrieval.evidence import load_weights

# L2 on features that lie between 0 and 1; from 0.3 to 3 the figures are the same within a question or two.
_RIDGE = 1.0
_STEPS = 50
_SHOWN = 3
KEPT = 0.95
"""The share of answerable questions that the operating point keeps."""

Weights = Mapping[str, float]


def trained_to_rank(cases: Sequence[JudgedCase]) -> Weights:
    """What tells a right text from the wrong ones beside it: learnt from all candidates of all cases."""
    return _trained(
        [
            (each.features, case.answerable and id in case.case.guidance)
            for case in cases
            for each, id in zip(case.judgement.candidates, case.ids, strict=True)
        ]
    )


def trained_to_answer(cases: Sequence[JudgedCase]) -> tuple[Weights, float]:
    """What tells that a question is answered, and the operating point; ranked by the weights in use.

    Left out are answerable questions whose text is not among those shown: they teach neither.
    """
    judged = [case for case in cases if case.judgement.candidates]
    fit = [case for case in judged if not case.answerable or 0 < case.rank <= _SHOWN]
    weights = _trained([(case.judgement.features, case.answerable) for case in fit])
    likely = sorted(_likely(weights, case.judgement.features) for case in judged if case.answerable)
    # The mean of a few around it: a single question must not move the point.
    around = [likely[int((1 - kept) * len(likely))] for kept in np.linspace(KEPT - 0.02, KEPT + 0.02, 9)]
    return weights, float(np.mean(around))


def train(cases: Sequence[Case], worlds: Path, weights: Path, *, made_from: str) -> None:
    """Write both sets of weights, that for the words alone and that with meaning, to `weights`."""
    tables = {
        f"{name}.{part}": values for name, parts in load_weights().items() for part, values in parts.items()
    }

    def keep(name: str, values: Weights) -> None:
        tables[name] = values
        write_weights(weights, tables, made_from=made_from)
        load_weights.cache_clear()

    for name, by_meaning in (("by_words", False), ("with_vectors", True)):
        keep(f"{name}.ranks", trained_to_rank(list(judge_cases(cases, worlds, by_meaning=by_meaning))))
        answers, least = trained_to_answer(list(judge_cases(cases, worlds, by_meaning=by_meaning)))
        keep(f"{name}.answers", answers)
        keep(f"{name}.operating_point", {"least": least})


def _trained(rows: Sequence[tuple[Mapping[str, float], bool]]) -> Weights:
    names = list(rows[0][0])
    weights = _logistic(
        np.array([[found[name] for name in names] for found, _ in rows]),
        np.array([right for _, right in rows]),
    )
    return dict(zip([*names, "always"], map(float, weights), strict=True))


def _likely(weights: Weights, found: Mapping[str, float]) -> float:
    total = weights["always"] + sum(weights[name] * value for name, value in found.items())
    return float(1 / (1 + np.exp(-total)))


def _logistic(rows: NDArray[np.float64], right: NDArray[np.bool_]) -> NDArray[np.float64]:
    """The weights of each column and, last, of what always holds; by Newton's method."""
    wide = np.hstack([rows, np.ones((len(rows), 1))])
    ridge = np.diag([_RIDGE] * rows.shape[1] + [0.0])
    weights = np.zeros(wide.shape[1])
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-wide @ weights))
        slope = wide.T @ (likely - right) + ridge @ weights
        curve = (wide * (likely * (1 - likely))[:, None]).T @ wide + ridge
        weights = weights - np.linalg.solve(curve, slope)
    return weights


def write_weights(path: Path, tables: Mapping[str, Weights], *, made_from: str) -> None:
    """Write tables of weights as TOML, with how they were made."""
    lines = [
        "# What speaks for and against that a text answers a question: features of retrieval/evidence.py.",
        f"# Made by `rytme evaluate guidance --train` from {made_from}; not to be edited by hand.",
    ]
    for name, weights in tables.items():
        lines += ["", f"[{name}]", *(f"{each} = {value:.4f}" for each, value in weights.items())]
    path.write_text("\n".join(lines) + "\n", "utf-8")
