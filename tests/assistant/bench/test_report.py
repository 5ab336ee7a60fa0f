"""A figure stands beside its peer, and a report names the targets that were missed."""

import pytest

from assistant.bench.report import Figure, Peer, Target, misses, p50, p95, percentile


def test_a_figure_says_how_many_times_its_peer_it_is() -> None:
    assert Figure(30.0, "ms", Peer("Rasa alone", 12.0)).as_json() == {
        "value": 30.0,
        "unit": "ms",
        "peer": {"name": "Rasa alone", "value": 12.0},
        "ratio": 2.5,
    }


def test_beside_a_peer_of_nothing_there_is_no_ratio() -> None:
    assert Figure(0, "answers", Peer("errors of GET /healthz", 0)).as_json()["ratio"] is None


@pytest.mark.parametrize(
    ("value", "target", "met"),
    [
        (60.0, Target(at_most=60), True),
        (60.1, Target(at_most=60), False),
        (60.0, Target(at_least=60), True),
        (59.9, Target(at_least=60), False),
    ],
)
def test_a_target_is_met_up_to_its_bound(value: float, target: Target, met: bool) -> None:
    assert Figure(value, "ms", Peer("anything", 1.0), target).as_json()["met"] is met


def test_values_are_rounded_to_what_a_measurement_can_tell() -> None:
    assert Figure(12.34567, "ms", Peer("anything", 0.00123456)).as_json()["value"] == 12.35


def test_a_percentile_lies_between_its_neighbours_in_proportion() -> None:
    assert percentile([10.0, 20.0], 0.25) == 12.5
    assert p50([3.0, 1.0, 2.0]) == 2.0
    assert p95([float(each) for each in range(101)]) == 95.0


def test_a_percentile_of_nothing_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="expected at least one measured value"):
        p50([])


def test_a_report_names_every_target_that_was_missed() -> None:
    report = {
        "ask": {"p95": {"value": 61, "met": False}, "p50": {"value": 9}},
        "start": {"second_start": {"value": 12, "met": True}},
        "scale": {"own_unit": {"p50": {"met": False}}},
    }

    assert misses(report) == ["ask.p95", "scale.own_unit.p50"]
