"""The code holds to its rules: style, types, and who may import whom. One test a tool."""

import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]

# ruff knows by git what is ours, but the checkout may be an unpacked archive
NOT_OURS = ["--extend-exclude", ".rytme", "--extend-exclude", "var"]

TOOLS = {
    "ruff finds nothing": ["ruff", "check", ".", *NOT_OURS],
    "ruff would format nothing anew": ["ruff", "format", "--check", ".", *NOT_OURS],
    "mypy finds nothing in the product": ["mypy"],
    "mypy finds nothing in the launcher": ["mypy", "launcher", "rytme"],
}


@pytest.mark.parametrize("command", TOOLS.values(), ids=TOOLS.keys())
def test_tool(command: list[str]) -> None:
    done = run([sys.executable, "-m", *command])
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_import_goes_the_way_that_the_layers_allow() -> None:
    lint_imports = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = run([sys.executable, "-c", lint_imports])
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    listed = run(["git", "ls-files", "-co", "--exclude-standard"])
    if listed.returncode != 0:
        pytest.skip("not a git checkout")
    suspicious = [
        name
        for name in listed.stdout.splitlines()
        if name != "tests/quality/test_code.py" and _names_a_machine(CHECKOUT / name)
    ]
    assert suspicious == []


def _names_a_machine(path: Path) -> bool:
    try:
        text = path.read_text(encoding="utf-8")
    except (UnicodeDecodeError, FileNotFoundError, IsADirectoryError):
        return False
    return any(words in text for words in ("/work/main", "/work/shared", "/root/"))


def run(command: list[str]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, timeout=300, check=False)
