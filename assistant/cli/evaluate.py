"""`rytme evaluate nlu`: how well questions and times are understood, on files of right answers."""

import json
from pathlib import Path
from typing import Any

import click

from assistant.cli.context import CommandFailed, settings
from assistant.cli.understanding import understander
from assistant.evaluation.questions import ask_all
from assistant.evaluation.report import report
from assistant.evaluation.times import times_report

_FOLDER = Path("tests/data")


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
