"""`rytme test` without the launcher: the suite belongs to a checkout, so say how to run it."""

import click

from assistant.cli.context import CommandFailed


@click.command("test", context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def test_command(arguments: tuple[str, ...]) -> None:
    """Run the whole test suite. Only `./rytme test` in a checkout can: it makes the environments first."""
    raise CommandFailed("the tests belong to a checkout of the source; run ./rytme test in its folder")
