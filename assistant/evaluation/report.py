"""Figures of an evaluation: right answers by tag and kind, and which kinds are taken for which."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from assistant.evaluation.questions import Asked


def report(asked: Sequence[Asked]) -> dict[str, Any]:
    """Share of right answers overall, by expected kind and by tag, the confusion of kinds, and the faults."""
    return {
        "questions": len(asked),
        "right": _share(asked),
        "by_kind": _by(asked, [(each.expected_kinds[0],) for each in asked]),
        "by_tag": _by(asked, [each.tags for each in asked]),
        "confusion": _confusion(asked),
        "faults": [
            {name: getattr(each, name) for name in ("id", "text", "intent", "kind", "faults")}
            for each in asked
            if each.faults
        ],
    }


def _by(asked: Sequence[Asked], groups: Sequence[Sequence[str]]) -> dict[str, dict[str, float]]:
    names = sorted({name for group in groups for name in group})
    return {
        name: _share([each for each, group in zip(asked, groups, strict=True) if name in group])
        for name in names
    }


def _share(asked: Sequence[Asked]) -> dict[str, float]:
    right = sum(1 for each in asked if not each.faults)
    return {"right": right, "of": len(asked), "share": round(right / len(asked), 3) if asked else 0.0}


def _confusion(asked: Sequence[Asked]) -> dict[str, dict[str, int]]:
    """Expected kind → the kind answered → how often; an answer of any allowed kind counts as expected."""
    table: dict[str, Counter[str]] = {}
    for each in asked:
        expected = each.kind if each.kind in each.expected_kinds else each.expected_kinds[0]
        table.setdefault(expected, Counter())[each.kind] += 1
    return {expected: dict(sorted(counts.items())) for expected, counts in sorted(table.items())}
