"""The NLU by Rasa's own tools: its data are sound, and it understands sentences it has never seen."""

import json
import os
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from launcher.nlu_model import rasa_environment
from tests.installed_nlu import installed_nlu

CHECKOUT = Path(__file__).resolve().parents[2]
RASA = CHECKOUT / "nlu" / "rasa"
THRESHOLDS = tomllib.loads(Path(__file__).with_name("nlu_thresholds.toml").read_text())

pytestmark = pytest.mark.rasa


def rasa(*arguments: str) -> None:
    """Run `rasa ARGUMENTS` in its folder; its words are shown when it fails."""
    done = subprocess.run(
        [installed_nlu()["RYTME_NLU_PYTHON"], "-m", "rasa", *arguments],
        cwd=RASA,
        env=rasa_environment(os.environ),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[-4000:]


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """Rasa's reports on the held-out sentences, by name."""
    out = tmp_path_factory.mktemp("reports")
    model = installed_nlu()["RYTME_NLU_MODEL"]
    rasa("test", "nlu", "--nlu", "tests", "--domain", "domain.yml", "--model", model, "--out", str(out),
         "--no-plot", "--no-errors")  # fmt: skip
    yield {each.stem: json.loads(each.read_text()) for each in out.glob("*_report.json")}


def test_the_training_data_are_sound() -> None:
    rasa("data", "validate", "--data", "data", "--domain", "domain.yml")


def test_no_held_out_sentence_stands_in_the_training_data() -> None:
    held_out, trained = _sentences(RASA / "tests"), _sentences(RASA / "data")
    assert len(held_out) > 500
    assert len(trained) > 3000
    assert held_out & trained == set()


def test_intents_of_unseen_sentences_are_understood(reports: dict[str, Any]) -> None:
    intents = reports["intent_report"]
    assert intents["accuracy"] >= THRESHOLDS["intent_accuracy"]
    assert intents["macro avg"]["f1-score"] >= THRESHOLDS["intent_macro_f1"]


@pytest.mark.parametrize("entity", THRESHOLDS["entity_f1"])
def test_entities_in_unseen_sentences_are_found(reports: dict[str, Any], entity: str) -> None:
    found = reports["CRFEntityExtractor_report"][entity]
    assert found["f1-score"] >= THRESHOLDS["entity_f1"][entity]


def _sentences(folder: Path) -> set[str]:
    """The examples of Rasa's files, without their marks and in lower case."""
    found = set()
    for file in folder.rglob("*.yml"):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.strip().startswith("- ") and line.startswith("    "):
                found.add(_without_marks(line.strip().removeprefix("- ")))
    return found


def _without_marks(example: str) -> str:
    """`hos [Jens](citizen)` is "hos jens"."""
    text = example
    while "](" in text or "]{" in text:
        before, _, rest = text.partition("[")
        words, _, rest = rest.partition("]")
        text = before + words + rest[rest.index(")" if rest.startswith("(") else "}") + 1 :]
    return text.casefold().strip(" ?.!")
