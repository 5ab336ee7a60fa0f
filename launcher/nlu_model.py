"""Trains the NLU when its data has changed, and keeps each model under the hash of its data."""

import hashlib
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from assistant.child_process import ChildProgram
from launcher.progress import StepFailed, fresh_log, run_step

MODELS_KEPT = 3
# what a model is made of; the tests, the README and the notes beside it are not in it
MADE_OF = ("config.yml", "domain.yml", "constraints.txt", "pyproject.toml", "data", "components", "lookups")


def model_file(checkout: Path, models: Path) -> Path:
    """Where the model of the present data is, or will be."""
    return models / f"{data_hash(checkout / 'nlu' / 'rasa')}.tar.gz"


def data_hash(rasa: Path) -> str:
    """A hash of every name and byte that goes into a model."""
    found = hashlib.sha256()
    for path in sorted(_files(rasa)):
        content = path.read_bytes()
        found.update(f"{path.relative_to(rasa).as_posix()}\0{len(content)}\0".encode())
        found.update(content)
    return found.hexdigest()[:24]


def train(checkout: Path, model: Path, *, python: Path, environment: Mapping[str, str], logs: Path) -> None:
    """Train a model and put it in its place in one move.

    :raises StepFailed: when Rasa refuses the data.
    """
    rasa = checkout / "nlu" / "rasa"
    model.parent.mkdir(parents=True, exist_ok=True)
    log = fresh_log(logs / "train.log")
    with tempfile.TemporaryDirectory(prefix="training-", dir=model.parent) as folder:
        program = ChildProgram(
            name="training",
            command=[
                str(python), "-m", "rasa", "train", "nlu",
                "--config", "config.yml", "--domain", "domain.yml", "--nlu", "data",
                "--out", folder, "--fixed-model-name", "model",
            ],
            environment=rasa_environment(environment),
            log=log,
            folder=rasa,
            grace_s=3,
        )  # fmt: skip
        advice = "look at the last lines of the log; they name the file that Rasa stumbled over"
        run_step(
            "Training of the language understanding",
            program,
            expect="a minute or two, once for each change of its data in nlu/rasa",
            advice=advice,
        )
        trained = Path(folder) / "model.tar.gz"
        if not trained.exists():  # Rasa leaves with status 0 after some errors
            raise StepFailed(f"Rasa trained no model; {advice} ({log})")
        trained.replace(model)
    prune(model.parent, keep=model)


def prune(models: Path, *, keep: Path) -> None:
    """Remove all but the newest models, and what interrupted trainings left."""
    newest = sorted(models.glob("*.tar.gz"), key=lambda each: each.stat().st_mtime, reverse=True)
    for each in newest[MODELS_KEPT:]:
        if each != keep:
            each.unlink()
    for each in models.glob("training-*"):
        shutil.rmtree(each, ignore_errors=True)


def rasa_environment(ours: Mapping[str, str]) -> dict[str, str]:
    """Our environment for Rasa's commands: no telemetry, no cache, quiet TensorFlow."""
    kept = {name: value for name, value in ours.items() if not name.startswith("PYTHON")}
    return kept | {
        "PYTHONNOUSERSITE": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUNBUFFERED": "1",
        "PYTHONWARNINGS": "ignore",
        "RASA_TELEMETRY_ENABLED": "false",
        "RASA_MAX_CACHE_SIZE": "0",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "CUDA_VISIBLE_DEVICES": "-1",
    }


def _files(rasa: Path) -> Iterator[Path]:
    for name in MADE_OF:
        path = rasa / name
        if path.is_file():
            yield path
        for each in path.rglob("*"):
            if each.is_file() and each.suffix != ".pyc":
                yield each
