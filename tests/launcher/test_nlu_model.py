"""Training: once for each state of the data, in one move, and only the newest models are kept."""

import os
from pathlib import Path

import pytest

from launcher.nlu_model import MODELS_KEPT, data_hash, model_file, prune, train
from launcher.progress import StepFailed

TRAINS = """#!/bin/sh
while [ "$1" != --out ]; do shift; done
echo "trained from $(cat data/plan.yml)" > "$2/model.tar.gz"
"""
FAILS = "#!/bin/sh\necho 'YamlException: plan.yml line 3'\nexit 1\n"
FAILS_QUIETLY = "#!/bin/sh\nexit 0\n"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    checkout = tmp_path / "with space"
    (checkout / "nlu" / "rasa" / "data").mkdir(parents=True)
    (checkout / "nlu" / "rasa" / "config.yml").write_text("language: da")
    (checkout / "nlu" / "rasa" / "data" / "plan.yml").write_text("hvad skal der ske")
    return checkout


def train_with(script: str, checkout: Path) -> Path:
    python = checkout / "python"
    python.write_text(script)
    python.chmod(0o755)
    model = model_file(checkout, checkout / "models")
    train(checkout, model, python=python, environment=os.environ, logs=checkout / "log")
    return model


def test_a_model_is_trained_into_its_place(checkout: Path) -> None:
    model = train_with(TRAINS, checkout)
    assert model.read_text() == "trained from hvad skal der ske\n"
    assert list(model.parent.iterdir()) == [model]


@pytest.mark.parametrize("name", ["config.yml", "data/plan.yml", "data/new.yml", "components/words.py"])
def test_a_change_of_what_a_model_is_made_of_asks_for_another(checkout: Path, name: str) -> None:
    rasa = checkout / "nlu" / "rasa"
    before = data_hash(rasa)
    (rasa / name).parent.mkdir(exist_ok=True)
    (rasa / name).write_text("something else")
    assert data_hash(rasa) != before


@pytest.mark.parametrize("name", ["README.md", "tests/held_out.yml", "components/__pycache__/words.pyc"])
def test_a_change_beside_it_does_not(checkout: Path, name: str) -> None:
    rasa = checkout / "nlu" / "rasa"
    before = data_hash(rasa)
    (rasa / name).parent.mkdir(parents=True, exist_ok=True)
    (rasa / name).write_text("something else")
    assert data_hash(rasa) == before


def test_moving_text_from_one_file_to_the_next_is_a_change(checkout: Path) -> None:
    data = checkout / "nlu" / "rasa" / "data"
    (data / "a.yml").write_text("one two")
    (data / "b.yml").write_text("")
    before = data_hash(checkout / "nlu" / "rasa")
    (data / "a.yml").write_text("one ")
    (data / "b.yml").write_text("two")
    assert data_hash(checkout / "nlu" / "rasa") != before


@pytest.mark.parametrize(
    ("script", "words"), [(FAILS, "plan.yml line 3"), (FAILS_QUIETLY, "trained no model")]
)
def test_a_failed_training_says_so_and_leaves_no_model(checkout: Path, script: str, words: str) -> None:
    with pytest.raises(StepFailed, match=words):
        train_with(script, checkout)
    assert list((checkout / "models").iterdir()) == []


def test_only_the_newest_models_are_kept_and_the_present_one_always(tmp_path: Path) -> None:
    models = [tmp_path / f"{age}.tar.gz" for age in range(6)]
    for age, model in enumerate(models):
        model.touch()
        os.utime(model, (1000 - age, 1000 - age))
    (tmp_path / "training-interrupted").mkdir()

    prune(tmp_path, keep=models[-1])

    assert set(tmp_path.iterdir()) == {*models[:MODELS_KEPT], models[-1]}
