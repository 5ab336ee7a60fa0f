"""`rytme bench`: figures of speed and memory, each with its peer or floor from the same run."""

import json

import click

from assistant.bench.run import MEASUREMENTS, run
from assistant.cli.context import settings


@click.command("bench")
@click.option("--quick", is_flag=True, help="Fewer repetitions: minutes become one or two.")
@click.option("--only", type=click.Choice(list(MEASUREMENTS)), help="One measurement instead of all.")
def bench_command(quick: bool, only: str | None) -> None:
    """Measure the product in temporary homes and print ONE JSON document; progress goes to stderr."""
    print(json.dumps(run(settings(), only=only, quick=quick), ensure_ascii=False, indent=2))
