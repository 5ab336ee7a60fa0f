"""`rytme evaluate`: how well questions are understood and guidance is found, on files of right answers."""

import json
from pathlib import Path
from typing import Any

import click

from assistant.cli.context import CommandFailed, settings
from assistant.cli.understanding import understander
from assistant.evaluation.baselines import ranks_of_baselines
from assistant.evaluation.evidence_training import cross_validated, train
from assistant.evaluation.guidance_cases import read_cases, search_cases
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


@evaluate_command.command("retrieval")
@click.option("--data", type=click.Path(path_type=Path), default=_FOLDER, show_default=True,
              help="The folder with retrieval/ and questions/.")  # fmt: skip
@click.option("--set", "names", multiple=True, default=("heldout",), show_default=True,
              help="Which sets: retrieval/NAME.jsonl or NAME_questions.jsonl.")  # fmt: skip
@click.option("--meaning/--words", default=True, show_default=True,
              help="Search by meaning as well, as `serve` does, or by words alone.")  # fmt: skip
@click.option("--faults", is_flag=True, help="List every wrong answer as well.")
@click.option("--cross-validate", "crossed", is_flag=True,
              help="Judge each question by what the other worlds of the sets teach.")  # fmt: skip
@click.option("--train", "training", is_flag=True,
              help="Make retrieval/evidence.toml anew from the sets (10 minutes).")  # fmt: skip
def evaluate_retrieval(
    data: Path, names: tuple[str, ...], meaning: bool, faults: bool, crossed: bool, training: bool
) -> None:
    """Search for the guidance that answers each question of the sets, and print figures as JSON.

    In the same run plain BM25, the search by words alone and nearness of meaning alone, with intervals.
    """
    sets = {name: read_cases(_questions(data / "retrieval", name)) for name in names}
    worlds = (data / "questions", data / "retrieval")
    every = [each for found in sets.values() for each in found]
    if training:
        made_from = ", ".join(
            f"tests/data/retrieval/{_questions(data / 'retrieval', name).name}" for name in names
        )
        train(every, worlds, _WEIGHTS, made_from=made_from)
        return
    if crossed:
        figures = {", ".join(names): guidance_report(cross_validated(every, worlds, by_meaning=meaning))}
    else:
        figures = {}
        for name, cases in sets.items():
            searched = list(search_cases(cases, worlds, by_meaning=meaning))
            baselines = ranks_of_baselines(searched)
            figures[name] = guidance_report([each.judged() for each in searched], baselines)
    if not faults:
        for each in figures.values():
            each["faults"] = len(each["faults"])
    print(json.dumps(figures, ensure_ascii=False, indent=1))


evaluate_command.add_command(evaluate_retrieval, "guidance")


def _questions(folder: Path, name: str) -> Path:
    """The file of a set.

    :raises CommandFailed: when there is none.
    """
    known = [folder / f"{name}.jsonl", folder / f"{name}_questions.jsonl"]
    for path in known:
        if path.exists():
            return path
    raise CommandFailed(f"there is no set {name!r}; expected {known[0]} or {known[1]}")
