"""`rytme check`: whether each part works, and what to do if one does not."""

import json
from dataclasses import asdict

import click

from assistant.cli.context import settings
from assistant.cli.parts import State, every_part


@click.command("check")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON and nothing else.")
def check_command(as_json: bool) -> int:
    """Say whether each part works. Exit status 1 when one that is needed does not."""
    parts = every_part(settings())
    works = all(each.state is not State.BROKEN for each in parts)
    if as_json:
        click.echo(
            json.dumps({"works": works, "parts": [asdict(each) for each in parts]}, ensure_ascii=False)
        )
    else:
        for each in parts:
            click.echo(f"{each.state.value:8} {each.name:9} {each.found}")
            if each.advice:
                click.echo(f"{'':18} → {each.advice}")
    return 0 if works else 1
