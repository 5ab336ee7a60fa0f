"""Fits the weights of the two models of `retrieval.evidence`, by Newton's method."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

_STEPS = 50
_STILL = 1e-7

Features = Mapping[str, float]
Rows = Sequence[tuple[Features, bool, float]]
"""Features with whether they are of what is right, and how much the row counts."""
Groups = Sequence[Sequence[tuple[Features, bool]]]
"""The candidates of each question, with whether they are right."""


def logistic(rows: Rows, *, ridge: float) -> dict[str, float]:
    """The weight of each feature and, as `always`, of what always holds.

    :param ridge: the penalty of large weights (L2); what always holds has none.
    """
    names = list(rows[0][0])
    wide = np.array([[*(found[name] for name in names), 1.0] for found, _, _ in rows])
    right = np.array([right for _, right, _ in rows], float)
    counts = np.array([counts for _, _, counts in rows])
    penalty = np.diag([ridge] * len(names) + [0.0])
    weights = np.zeros(len(names) + 1)
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-np.clip(wide @ weights, -30, 30)))
        slope = wide.T @ ((likely - right) * counts) + penalty @ weights
        curve = (wide * (likely * (1 - likely) * counts)[:, None]).T @ wide + penalty
        step = np.linalg.solve(curve, slope)
        weights = weights - step
        if np.abs(step).max() < _STILL:
            break
    return dict(zip([*names, "always"], map(float, weights), strict=True))


def conditional(groups: Groups, *, ridge: float) -> dict[str, float]:
    """The weights by which the right candidate of a question gets more than the others beside it.

    Candidates are compared within a question alone (a conditional logistic model), so that an easy
    question does not teach that a hard one has no answer. Groups without a right one teach nothing.
    """
    names = list(groups[0][0][0])
    tables = [
        (
            np.array([[found[name] for name in names] for found, _ in group]),
            np.array([right for _, right in group]),
        )
        for group in groups
        if any(right for _, right in group)
    ]
    weights: NDArray[np.float64] = np.zeros(len(names))
    for _ in range(_STEPS):
        slope, curve = ridge * weights, ridge * np.eye(len(names))
        for rows, right in tables:
            worth = np.exp(rows @ weights - (rows @ weights).max())
            share = worth / worth.sum()
            wanted = worth * right / (worth * right).sum()
            slope = slope + rows.T @ (share - wanted)
            mean = rows.T @ share
            curve = curve + (rows * share[:, None]).T @ rows - np.outer(mean, mean)
        step = np.linalg.solve(curve, slope)
        weights = weights - step
        if np.abs(step).max() < _STILL:
            break
    return dict(zip(names, map(float, weights), strict=True))
