"""Rosters drawn from names.csv: every group is found equally well, nobody is mixed up, strangers are noticed.

The carriers and seeds of "dev" were worked with; those of "heldout" only measured.
The figures of forty rosters each stand in `NameIndex`.
"""

import random
from collections import Counter, defaultdict

import pytest

from tests.nlu.components.names.misspelt import share
from tests.nlu.components.names.trials import (
    MISSPELT,
    NAMES,
    WHOLE,
    Roster,
    carriers,
    names,
    noticed,
    understood,
)

pytestmark = pytest.mark.skipif(not NAMES.exists(), reason="the shared names.csv is not beside the checkout")
_ROSTERS = 8
_SEEDS = {"carriers_dev.txt": 0, "carriers_heldout.txt": 700}
Outcomes = dict[tuple[str, str], Counter[str]]


@pytest.fixture(scope="module", params=sorted(_SEEDS))
def outcomes(request: pytest.FixtureRequest) -> Outcomes:
    """How every way of saying every citizen was understood, by way and group; 12,400 sentences a set."""
    by_group, sentences = names(), carriers(request.param)
    counted = defaultdict[tuple[str, str], Counter[str]](Counter)
    for seed in range(_SEEDS[request.param], _SEEDS[request.param] + _ROSTERS):
        roster = Roster(random.Random(seed), by_group)
        for trial in roster.trials(sentences):
            counted[trial.kind, trial.group][understood(roster.index, trial)] += 1
    return counted


def found(outcomes: Outcomes, kinds: tuple[str, ...]) -> dict[str, float]:
    """By group, the percentage understood rightly: the citizen found, or asked about where that was due."""
    groups = sorted({group for _, group in outcomes})
    together = {group: sum((outcomes[kind, group] for kind in kinds), Counter[str]()) for group in groups}
    return {group: share(counted, "right") + share(counted, "due") for group, counted in together.items()}


def test_nobody_is_taken_for_somebody_else(outcomes: Outcomes) -> None:
    assert [key for key, counted in outcomes.items() if counted["wrong"]] == []


@pytest.mark.parametrize(("kinds", "least"), [(WHOLE, 99.5), (MISSPELT, 96.5)], ids=["whole", "misspelt"])
def test_every_group_is_found_equally_well(outcomes: Outcomes, kinds: tuple[str, ...], least: float) -> None:
    shares = found(outcomes, kinds)
    assert min(shares.values()) >= least, shares
    assert max(shares.values()) - min(shares.values()) <= 1, shares


@pytest.mark.parametrize("file", sorted(_SEEDS))
def test_somebody_of_no_roster_is_noticed_in_lower_case(file: str) -> None:
    by_group, sentences, counted = names(), carriers(file), Counter[str]()
    for seed in range(200, 212):
        roster = Roster(random.Random(seed), by_group)
        counted.update(noticed(roster.index, sentence) for sentence in roster.strangers(sentences, by_group))
    assert share(counted, "unnoticed") <= 2.5, counted
    # "esther" where the roster has an Ester: nobody hears a difference.
    assert share(counted, "taken") <= 0.7, counted
