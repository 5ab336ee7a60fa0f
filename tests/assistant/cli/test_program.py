"""The edge of the command line: exit statuses, sentences, and never a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from assistant.cli import program
from assistant.cli.program import COMMANDS, Command, run
from assistant.services.errors import UnknownStaff
from assistant.services.ports import StorageFailed


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Put a command that does `act` into the table, as `rytme try`."""
    monkeypatch.setenv("RYTME_HOME", str(tmp_path))
    program_settings = sys.modules["assistant.cli.context"].settings
    program_settings.cache_clear()

    def put(act) -> None:
        monkeypatch.setitem(COMMANDS, "try", Command(__name__, "tried", "Try."))
        monkeypatch.setattr(program.importlib, "import_module", lambda name: type("M", (), {"tried": made}))
        made = click.command("try")(act)

    yield put
    program_settings.cache_clear()


def raising(error: Exception):
    def act() -> None:
        raise error

    return act


@pytest.mark.parametrize(
    "error",
    [
        UnknownStaff("nobody"),
        StorageFailed("the database is locked by another program; try again", reason="locked"),
        FileNotFoundError(2, "No such file or directory", "missing.ndjson"),
    ],
)
def test_what_we_know_about_is_one_sentence_and_status_1(
    command, error: Exception, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    command(raising(error))
    assert run(["try"]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("Error: ")
    assert printed.err.count("\n") == 1
    assert not (tmp_path / "log").exists()


def test_a_fault_of_ours_is_one_sentence_that_names_a_file_with_the_details(
    command, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    command(raising(ZeroDivisionError("the detail")))
    assert run(["try"]) == 1
    printed = capsys.readouterr().err
    report = tmp_path / "log" / "error.log"
    assert str(report) in printed
    assert "Traceback" not in printed
    assert "ZeroDivisionError: the detail" in report.read_text()
    assert report.stat().st_mode & 0o077 == 0


def test_the_status_that_a_command_returns_is_the_exit_status(command) -> None:
    command(lambda: 1)
    assert run(["try"]) == 1


def test_ctrl_c_is_status_130_without_a_word(command, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    command(interrupted)
    assert run(["try"]) == 130
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["no-such-command"], ["--no-such-option"], ["check", "superfluous"]])
def test_wrong_usage_is_status_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    assert "Usage:" in capsys.readouterr().err


def test_help_is_status_0_and_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    printed = capsys.readouterr().out
    assert all(f"\n  {name} " in printed for name in COMMANDS)


def test_help_loads_none_of_the_commands() -> None:
    code = (
        "import sys; from assistant.cli.program import run; run(['--help']); "
        "sys.exit([each for each in sys.modules if 'sqlalchemy' in each or 'flask' in each] or 0)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


def test_a_reader_that_goes_away_hears_no_complaint() -> None:
    code = (
        "import sys; from assistant.cli import program; import click; "
        "program.COMMANDS['x'] = None; "
        "program.CommandTable.get_command = lambda *a: click.command('x')(lambda: print('y' * 1_000_000)); "
        "sys.exit(program.run(['x']))"
    )
    done = subprocess.run(
        ["sh", "-c", f'"{sys.executable}" -c "$CODE" | head -c 1 > /dev/null'],
        env={**os.environ, "CODE": code},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
