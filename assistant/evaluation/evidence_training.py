"""Makes the weights of `retrieval/evidence.toml` from questions with right answers.

rytme evaluate retrieval --set dev --set questions --set corpus2 --train
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from assistant.evaluation.fitting import conditional, logistic
from assistant.evaluation.guidance_cases import (
    ANSWERABLE,
    Case,
    JudgedCase,
    SearchedCase,
    search_cases,
)
from assistant.evaluation.made_cases import made_of
from retrieval.evidence import Weights, load_weights

# L2 on features that lie between 0 and 1, chosen by cross-validation; at half or twice as much the figures
# are the same within a question or two.
_RIDGE_OF_RANKS, _RIDGE = 2.0, 0.5
_PARTS = 6
_SHOWN = 3
# A world of so many answerable questions is parted by citizen in cross-validation.
_LARGE = 60
# In a world of fewer answerable questions, a single one is more than a twentieth.
_ENOUGH = 25
KEPT = 0.95
"""The share of answerable questions that the operating point keeps in every world that has enough of them."""
# What a case counts: those that someone wrote, the few of them that nothing answers, and those made of
# others.
_WRITTEN, _UNANSWERED, _MADE, _MADE_ABOUT = 1.0, 2.0, 0.5, 0.3


def learnt(cases: Sequence[SearchedCase]) -> Weights:
    """What cases teach: how to rank, and how to tell whether the first answers; the point is left open."""
    ranks = _ranks(cases)
    judged = [each.judged(_to_rank(ranks)) for each in cases]
    # Left out are answerable questions whose text is not among those shown: they teach neither.
    fit = [each for each in judged if not each.answerable or 0 < each.rank <= _SHOWN]
    answers = logistic(
        [
            (each.judgement.features, each.answerable, _counts(each))
            for each in fit
            if each.judgement.candidates
        ],
        ridge=_RIDGE,
    )
    answers = _calibrated(answers, [each for each in judged if not each.case.made_of])
    return {"ranks": ranks, "answers": answers, "operating_point": {"least": 0.0}}


def _ranks(cases: Sequence[SearchedCase]) -> dict[str, float]:
    """The weights that rank, stretched so that they tell how likely a text is the right one."""
    groups = [
        [
            (found, each.case.kind == ANSWERABLE and match.document.key[0] in each.case.guidance)
            for match, found, _ in each.considered.texts
        ]
        for each in cases
        # Where the right text was taken away there is nothing to rank.
        if not each.case.made_of or (each.case.kind == ANSWERABLE and not each.case.instrukser)
    ]
    groups = [each for each in groups if each]
    weights = conditional(groups, ridge=_RIDGE_OF_RANKS)
    line = logistic(
        [
            ({"total": sum(weights[name] * value for name, value in found.items())}, right, 1.0)
            for group in groups
            for found, right in group
        ],
        ridge=_RIDGE,
    )
    stretched = {name: weight * line["total"] for name, weight in weights.items()}
    return {**stretched, "always": line["always"]}


def _calibrated(answers: Mapping[str, float], cases: Sequence[JudgedCase]) -> dict[str, float]:
    """The weights stretched and moved so that they tell the share of right ones among cases that someone
    wrote.

    Cases made of others are there to teach what speaks for and against, and are mostly such that nothing
    answers.
    """
    rows = [
        ({"total": answers["always"] + sum(answers[n] * v for n, v in found.items())}, each.answerable, 1.0)
        for each in cases
        if (found := each.judgement.features)
    ]
    line = logistic(rows, ridge=_RIDGE)
    stretched = {name: weight * line["total"] for name, weight in answers.items()}
    return {**stretched, "always": stretched["always"] + line["always"]}


def _to_rank(ranks: Mapping[str, float]) -> Weights:
    return {"ranks": ranks, "answers": defaultdict(float), "operating_point": {"least": 0.0}}


def _counts(case: JudgedCase) -> float:
    if case.case.made_of:
        return _MADE_ABOUT if case.answerable and case.case.instrukser else _MADE
    return _WRITTEN if case.answerable else _UNANSWERED


def _least(cases: Sequence[JudgedCase]) -> float:
    """The highest point that keeps enough in every world, by cases judged by what others teach."""
    likely: dict[str, list[float]] = defaultdict(list)
    for each in cases:
        if each.answerable:
            likely[each.case.world].append(each.judgement.probability)
    found = [found for found in likely.values() if len(found) >= _ENOUGH] or list(likely.values())
    return min(float(np.quantile(each, 1 - KEPT)) for each in found)


def train(cases: Sequence[Case], worlds: Sequence[Path], weights: Path, *, made_from: str) -> None:
    """Write both sets of weights, that for the words alone and that with meaning, to `weights`."""
    every = [*cases, *made_of(cases, worlds)]
    searched = list(search_cases(every, worlds, by_meaning=True))
    tables = {}
    for name, found in (("by_words", [each.by_words() for each in searched]), ("with_vectors", searched)):
        point = {"least": _least(judged_by_others(found))}
        tables.update(
            {f"{name}.{part}": values for part, values in {**learnt(found), "operating_point": point}.items()}
        )
    write_weights(weights, tables, made_from=made_from)
    load_weights.cache_clear()


def cross_validated(cases: Sequence[Case], worlds: Sequence[Path], *, by_meaning: bool) -> list[JudgedCase]:
    """The cases that someone wrote, each judged by what those of other worlds teach."""
    return judged_by_others(
        list(search_cases([*cases, *made_of(cases, worlds)], worlds, by_meaning=by_meaning))
    )


def judged_by_others(cases: Sequence[SearchedCase]) -> list[JudgedCase]:
    """The cases that someone wrote, each judged by what those of other worlds teach, and at their point.

    A world with most of the questions is parted by citizen.
    """
    written = [each.case for each in cases if not each.case.made_of]
    sizes = Counter(each.world for each in written if each.kind == ANSWERABLE)
    groups = {each.id: _group(each, parted=sizes[each.world] > _LARGE) for each in written}
    judged = []
    for group in sorted(set(groups.values())):
        there = [each for each in cases if groups[each.case.made_of or each.case.id] == group]
        weights = learnt([each for each in cases if groups[each.case.made_of or each.case.id] != group])
        judged += [each.judged(weights) for each in there if not each.case.made_of]
    least = _least(judged)
    return [
        replace(each, judgement=replace(each.judgement, answered=each.judgement.probability >= least))
        for each in judged
    ]


def _group(case: Case, *, parted: bool) -> str:
    digest = hashlib.blake2b(str(case.citizen).encode(), digest_size=2).digest()
    return f"{case.world}-{digest[0] % _PARTS}" if parted else case.world


def write_weights(path: Path, tables: Mapping[str, Mapping[str, float]], *, made_from: str) -> None:
    """Write tables of weights as TOML, with how they were made."""
    lines = [
        "# What speaks for and against that a text answers a question: features of retrieval/features.py.",
        f"# Made by `rytme evaluate retrieval --train` from {made_from}; not to be edited by hand.",
    ]
    for name, weights in tables.items():
        lines += ["", f"[{name}]", *(f"{each} = {value:.4f}" for each, value in weights.items())]
    path.write_text("\n".join(lines) + "\n", "utf-8")
