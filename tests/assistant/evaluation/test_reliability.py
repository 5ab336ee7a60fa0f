"""How far probabilities are true."""

from assistant.evaluation.guidance_report import reliability


def test_probabilities_that_come_true_have_no_error() -> None:
    found = reliability([(1.0, True), (1.0, True), (0.0, False)])
    assert (found["brier"], found["ece"], found["auroc"]) == (0.0, 0.0, 1.0)


def test_probabilities_that_never_come_true_have_the_whole_error() -> None:
    found = reliability([(1.0, False), (0.0, True)])
    assert (found["brier"], found["ece"], found["auroc"]) == (1.0, 1.0, 0.0)


def test_a_bin_tells_what_was_said_and_what_was_right() -> None:
    (found,) = reliability([(0.82, True), (0.84, True), (0.86, True), (0.88, False)])["bins"]
    assert found == {"said": 0.85, "right": 0.75, "cases": 4}


def test_nothing_judged_has_no_bins() -> None:
    assert reliability([])["bins"] == []
