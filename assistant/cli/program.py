"""The table of commands, each loaded only when it is used, and the one place that ends the program."""

import importlib
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass

import click

from assistant.cli.context import sentence_for


@dataclass(frozen=True, slots=True)
class Command:
    """Where a command lives, and the line that `--help` shows without loading it."""

    module: str
    attribute: str
    sentence: str


COMMANDS: dict[str, Command] = {
    "demo": Command(
        "assistant.cli.demo", "demo_command", "Load a fictional district and start everything on it."
    ),
    "serve": Command("assistant.cli.serve", "serve_command", "Start everything on the data of this home."),
    "ask": Command("assistant.cli.ask", "ask_command", "One question, one answer."),
    "times": Command("assistant.cli.times", "times_command", "What time the words of a text mean."),
    "import": Command("assistant.cli.records", "import_command", "Records in, one transaction a file."),
    "export": Command("assistant.cli.records", "export_command", "Records out."),
    "check": Command("assistant.cli.check", "check_command", "Say whether each part works."),
    "evaluate": Command(
        "assistant.cli.evaluate", "evaluate_command", "Measure how well questions and times are understood."
    ),
    "bench": Command("assistant.cli.bench", "bench_command", "Measure speed and memory, as JSON."),
    "test": Command("assistant.cli.test", "test_command", "Run the whole test suite (by ./rytme test)."),
}


class CommandTable(click.Group):
    """A group whose commands are imported when they are called: `rytme times` needs no database."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command, or None where there is none of that name (click then says so)."""
        row = COMMANDS.get(cmd_name)
        if row is None:
            return None
        command: click.Command = getattr(importlib.import_module(row.module), row.attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The sentences of the table, so that `--help` imports nothing."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, row.sentence) for name, row in COMMANDS.items()])


@click.command(cls=CommandTable, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="rytme", prog_name="rytme")
def rytme() -> None:
    """Rytme: ask what is to be done at a citizen, and how. It quotes, it never invents."""


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status: 0 done, 1 an error in one sentence, 2 wrong usage.

    Whatever happens, the terminal gets a sentence and never a traceback.
    """
    try:
        status = rytme.main(args=list(arguments), prog_name="rytme", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as wanted:
        return wanted.exit_code
    except click.ClickException as refused:
        refused.show()
        return refused.exit_code
    except (click.Abort, KeyboardInterrupt):
        return 130
    except BrokenPipeError:
        # the reader of our output has gone (`rytme export | head`): no word, and click's own status
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:  # noqa: BLE001 -- the outermost edge: every error becomes one sentence
        click.echo(f"Error: {sentence_for(error)}", err=True)
        return 1
    return status if isinstance(status, int) else 0
