"""What a measurement says: a value with its unit, and the peer or floor that it is to be read against."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Peer:
    """Something measured in the same run, on the same machine: what the figure is compared with."""

    name: str
    value: float


@dataclass(frozen=True, slots=True)
class Target:
    """What the value must hold; exactly one of the two is given."""

    at_most: float | None = None
    at_least: float | None = None

    def met_by(self, value: float) -> bool:
        """Whether the value holds it."""
        return (self.at_most is None or value <= self.at_most) and (
            self.at_least is None or value >= self.at_least
        )

    def as_json(self) -> dict[str, float]:
        """The bound that was given."""
        bounds = {"at_most": self.at_most, "at_least": self.at_least}
        return {name: bound for name, bound in bounds.items() if bound is not None}


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value.

    >>> Figure(42.0, "ms", Peer("GET /healthz, p95", 2.0), Target(at_most=60)).as_json()["ratio"]
    21.0
    """

    value: float
    unit: str
    peer: Peer
    target: Target | None = None

    def as_json(self) -> dict[str, Any]:
        """`ratio` is value / peer (null beside a peer of 0); `target` and `met` only where there is one."""
        found: dict[str, Any] = {
            "value": rounded(self.value),
            "unit": self.unit,
            "peer": {"name": self.peer.name, "value": rounded(self.peer.value)},
            "ratio": rounded(self.value / self.peer.value) if self.peer.value else None,
        }
        if self.target:
            found |= {"target": self.target.as_json(), "met": self.target.met_by(self.value)}
        return found


def rounded(value: float) -> float:
    """Four significant digits: more would be noise."""
    return float(f"{value:.4g}")


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` of them lie, between neighbours in proportion.

    >>> percentile([1.0, 2.0, 3.0, 4.0, 5.0], 0.5)
    3.0

    :raises ValueError: when there is no value.
    """
    if not values:
        raise ValueError("a percentile of nothing was asked for; expected at least one measured value")
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def p50(values: Sequence[float]) -> float:
    """The median."""
    return percentile(values, 0.50)


def p95(values: Sequence[float]) -> float:
    """What 95 of 100 stay below."""
    return percentile(values, 0.95)


def misses(document: Any, path: str = "") -> list[str]:
    """Where in a report a target is not met, as dotted paths."""
    if not isinstance(document, dict):
        return []
    here = [path] if document.get("met") is False else []
    return here + [
        miss
        for name, part in document.items()
        for miss in misses(part, f"{path}.{name}" if path else str(name))
    ]
