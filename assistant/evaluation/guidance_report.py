"""How well guidance is found, how often there is said to be none, and how far probabilities are true."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from assistant.evaluation.guidance_cases import JudgedCase

_SHOWN = 3
_FIVE = 5
_BINS = 10
_DRAWS, _TAIL, _SEED = 1000, 0.025, 4


def guidance_report(
    cases: Sequence[JudgedCase], baselines: Mapping[str, Sequence[int]] | None = None
) -> dict[str, Any]:
    """Ranks of the right text over answerable questions, in all, by tag and by world, and what was refused.

    :param baselines: the ranks that simpler searches give the right text of each case, by their names; each
        is told beside the search, with 95 % intervals of both.

    `refused_at_95` is the share of each kind that is refused where 95 % of the answerable are kept; `auroc`
    how often an answerable question gets a higher probability than one of the kind. `out_of_reach` are
    answerable questions none of whose texts is in force that day: a fault of the file.
    """
    answerable = [each for each in cases if each.answerable]
    kinds = sorted({each.case.kind for each in cases if not each.answerable})
    likely = sorted(each.judgement.probability for each in answerable)
    at_95 = likely[int(0.05 * len(likely))] if likely else 0.0
    of_kind = {kind: [each for each in cases if each.case.kind == kind] for kind in kinds}
    tags = sorted({tag for each in answerable for tag in each.case.tags})
    return {
        **_ranks(answerable),
        "kept": _share([each.judgement.answered for each in answerable]),
        "refused": {
            kind: _share([not each.judgement.answered for each in found]) for kind, found in of_kind.items()
        },
        "refused_at_95": {
            kind: _share([each.judgement.probability < at_95 for each in found])
            for kind, found in of_kind.items()
        },
        "auroc": {
            kind: _auroc(likely, [each.judgement.probability for each in found])
            for kind, found in of_kind.items()
        },
        "out_of_reach": [each.case.id for each in answerable if not _in_reach(each)],
        "reliability": reliability([(each.judgement.probability, each.answerable) for each in cases]),
        "intervals": _intervals([each.rank for each in answerable]),
        "baselines": {
            name: _baseline([rank for rank, each in zip(ranks, cases, strict=True) if each.answerable])
            for name, ranks in (baselines or {}).items()
        },
        "by_tag": {tag: _ranks([each for each in answerable if tag in each.case.tags]) for tag in tags},
        "by_world": {
            world: {**_ranks(there), "kept": _share([each.judgement.answered for each in there])}
            for world in sorted({each.case.world for each in answerable})
            for there in [[each for each in answerable if each.case.world == world]]
        },
        "faults": [_fault(each) for each in cases if _is_wrong(each)],
    }


def reliability(judged: Sequence[tuple[float, bool]]) -> dict[str, Any]:
    """How probabilities agree with what was right.

    `brier` is the mean squared distance (0 best, .25 for a coin), `ece` the mean distance of probability
    and share of right ones over ten bins, weighed by their size; each bin has its mean probability, its
    share of right ones, and its size.
    """
    bins = []
    for number in range(_BINS):
        inside = [each for each in judged if min(int(each[0] * _BINS), _BINS - 1) == number]
        if inside:
            said = sum(probability for probability, _ in inside) / len(inside)
            bins.append(
                {
                    "said": round(said, 3),
                    "right": _share([right for _, right in inside]),
                    "cases": len(inside),
                }
            )
    off = sum(abs(each["said"] - each["right"]) * each["cases"] for each in bins)
    return {
        "brier": round(sum((said - right) ** 2 for said, right in judged) / (len(judged) or 1), 3),
        "ece": round(off / (len(judged) or 1), 3),
        "auroc": _auroc(
            [said for said, right in judged if right], [said for said, right in judged if not right]
        ),
        "bins": bins,
    }


def _ranks(cases: Sequence[JudgedCase]) -> dict[str, Any]:
    return {"questions": len(cases), **_figures([each.rank for each in cases])}


def _figures(ranks: Sequence[int]) -> dict[str, float]:
    return {
        "recall_1": _share([rank == 1 for rank in ranks]),
        "recall_3": _share([0 < rank <= _SHOWN for rank in ranks]),
        "recall_5": _share([0 < rank <= _FIVE for rank in ranks]),
        "mrr": round(sum(1 / rank for rank in ranks if rank) / (len(ranks) or 1), 3),
    }


def _baseline(ranks: Sequence[int]) -> dict[str, Any]:
    return {**_figures(ranks), "intervals": _intervals(ranks)}


def _intervals(ranks: Sequence[int]) -> dict[str, list[float]]:
    """The 95 % interval of each figure, by drawing the questions again (bootstrap); always the same draws."""
    draws = Random(_SEED)
    drawn = [_figures(draws.choices(ranks, k=len(ranks))) for _ in range(_DRAWS)] if ranks else []
    found = {name: sorted(each[name] for each in drawn) for name in (drawn[0] if drawn else ())}
    tail = int(_TAIL * _DRAWS)
    return {name: [values[tail], values[-tail - 1]] for name, values in found.items()}


def _share(hits: Sequence[bool]) -> float:
    return round(sum(hits) / (len(hits) or 1), 3)


def _auroc(higher: Sequence[float], lower: Sequence[float]) -> float | None:
    pairs = len(higher) * len(lower)
    won = sum((one > other) + 0.5 * (one == other) for one in higher for other in lower)
    return round(won / pairs, 3) if pairs else None


def _in_reach(case: JudgedCase) -> bool:
    return any(key[0] in case.case.guidance for key in case.searched)


def _is_wrong(case: JudgedCase) -> bool:
    answered = case.judgement.answered
    return not (answered and 0 < case.rank <= _SHOWN) if case.answerable else answered


def _fault(case: JudgedCase) -> dict[str, Any]:
    return {
        "id": case.case.id,
        "kind": case.case.kind,
        "text": case.case.text,
        "expected": list(case.case.guidance),
        "found": case.ids[:_SHOWN],
        "probability": round(case.judgement.probability, 2),
    }
