"""`rytme evaluate nlu`: how well questions and times are understood, on files of right answers."""

import json
from pathlib import Path
from typing import Any

import click

from assistant.cli.context import CommandFailed, settings
from assistant.cli.understanding import understander
from assistant.evaluation.evidence_training import train
from assistant.evaluation.guidance_cases import judge_cases, read_cases
from assistant.evaluation.guidance_report import guidance_report
from assistant.evaluation.questions import ask_all
from assistant.evaluation.report import report
from assistant.evaluation.times import times_report

_FOLDER = Path("tests/data")
_WEIGHTS = Path("retrieval/evidence.toml")


@click.group("evaluate")
def evaluate_command() -> None:
    """Measure how well a part does, on files of right answers."""


@evaluate_command.command("nlu")
@click.option("--data", type=click.Path(path_type=Path), default=_FOLDER, show_default=True,
              help="The folder with questions/ and times/.")  # fmt: skip
@click.option("--set", "names", multiple=True, default=("heldout",), show_default=True,
              help="Which sets: NAME.jsonl with NAME_world.ndjson, and times NAME.jsonl.")  # fmt: skip
@click.option("--faults", is_flag=True, help="List every wrong answer as well.")
@click.option("--meaning", is_flag=True,
              help="Search guidance by meaning as well as by words, as `serve` does.")  # fmt: skip
def evaluate_nlu(data: Path, names: tuple[str, ...], faults: bool, meaning: bool) -> None:
    """Ask the questions of each set through the whole app with the real Rasa, and print figures as JSON."""
    figures: dict[str, Any] = {}
    with understander(settings()) as nlu:
        for name in names:
            world = data / "questions" / f"{name}_world.ndjson"
            questions = data / "questions" / f"{name}.jsonl"
            times = data / "times" / f"{name}.jsonl"
            if not questions.exists() and not times.exists():
                raise CommandFailed(f"there is no set {name!r} under {data}; expected {questions} or {times}")
            figures[name] = {}
            if questions.exists():
                figures[name]["questions"] = report(
                    list(ask_all(world, questions, nlu=nlu, by_meaning=meaning))
                )
            if times.exists():
                figures[name]["times"] = times_report(times)
    if not faults:
        for found in figures.values():
            for part in found.values():
                part["faults"] = len(part["faults"])
    print(json.dumps(figures, ensure_ascii=False, indent=1))


@evaluate_command.command("guidance")
@click.option("--data", type=click.Path(path_type=Path), default=_FOLDER, show_default=True,
              help="The folder with retrieval/ and questions/.")  # fmt: skip
@click.option("--set", "names", multiple=True, default=("heldout",), show_default=True,
              help="Which sets: retrieval/NAME.jsonl.")  # fmt: skip
@click.option("--meaning", is_flag=True, help="Search by meaning as well as by words, as `serve` does.")
@click.option("--faults", is_flag=True, help="List every wrong answer as well.")
@click.option("--train", "training", is_flag=True,
              help="Make retrieval/evidence.toml anew from the sets (5 minutes).")  # fmt: skip
def evaluate_guidance(
    data: Path, names: tuple[str, ...], meaning: bool, faults: bool, training: bool
) -> None:
    """Search for the guidance that answers each question of the sets, and print figures as JSON."""
    sets = {name: read_cases(data / "retrieval" / f"{name}.jsonl") for name in names}
    if training:
        cases = [each for found in sets.values() for each in found]
        made_from = ", ".join(f"tests/data/retrieval/{name}.jsonl" for name in names)
        train(cases, data / "questions", _WEIGHTS, made_from=made_from)
        return
    figures = {
        name: guidance_report(list(judge_cases(found, data / "questions", by_meaning=meaning)))
        for name, found in sets.items()
    }
    if not faults:
        for each in figures.values():
            each["faults"] = len(each["faults"])
    print(json.dumps(figures, ensure_ascii=False, indent=1))
