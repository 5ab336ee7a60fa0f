"""How well guidance is found, and how often it is said that there is none."""

from collections.abc import Sequence
from typing import Any

from assistant.evaluation.guidance_cases import JudgedCase

_SHOWN = 3


def guidance_report(cases: Sequence[JudgedCase]) -> dict[str, Any]:
    """Ranks of the right text over answerable questions, in all and by tag, and what was refused.

    `refused_at_95` is the share of each kind that is refused where 95 % of the answerable are kept.
    """
    answerable = [each for each in cases if each.answerable]
    kinds = sorted({each.case.kind for each in cases if not each.answerable})
    likely = sorted(each.judgement.probability for each in answerable)
    at_95 = likely[int(0.05 * len(likely))] if likely else 0.0
    tags = sorted({tag for each in answerable for tag in each.case.tags})
    return {
        **_ranks(answerable),
        "kept": _share([each.judgement.answered for each in answerable]),
        "refused": {
            kind: _share([not each.judgement.answered for each in cases if each.case.kind == kind])
            for kind in kinds
        },
        "refused_at_95": {
            kind: _share([each.judgement.probability < at_95 for each in cases if each.case.kind == kind])
            for kind in kinds
        },
        "by_tag": {tag: _ranks([each for each in answerable if tag in each.case.tags]) for tag in tags},
        "faults": [_fault(each) for each in cases if _is_wrong(each)],
    }


def _ranks(cases: Sequence[JudgedCase]) -> dict[str, Any]:
    return {
        "questions": len(cases),
        "recall_1": _share([each.rank == 1 for each in cases]),
        "recall_3": _share([0 < each.rank <= _SHOWN for each in cases]),
        "mrr": round(sum(1 / each.rank for each in cases if each.rank) / (len(cases) or 1), 3),
    }


def _share(hits: Sequence[bool]) -> float:
    return round(sum(hits) / (len(hits) or 1), 3)


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
