"""The processes of a served home are found and told apart."""

import os
import subprocess
import sys

import pytest

from assistant.bench.failures import BenchFailed
from assistant.bench.processes import Process, resident_after, roles, serving_tree

TREE = [
    Process(1, 0, ("python", "-m", "assistant.cli", "serve"), 40.0),
    Process(2, 1, ("python", "-I", "guard.py", "7", "8.0", "python", "-m", "gunicorn"), 9.0),
    Process(3, 2, ("python", "-m", "gunicorn", "assistant.web.wsgi:app"), 30.0),
    Process(4, 3, ("python", "-m", "gunicorn", "assistant.web.wsgi:app"), 100.0),
    Process(5, 3, ("python", "-m", "gunicorn", "assistant.web.wsgi:app"), 101.0),
    Process(6, 1, ("python", "-I", "guard.py", "9", "8.0", "python3.10", "start_rasa.py", "run"), 9.0),
    Process(7, 6, ("python3.10", "start_rasa.py", "run"), 560.0),
]


def test_each_process_has_its_role_and_processes_of_one_role_are_added() -> None:
    assert roles(TREE) == {
        "supervisor": 40.0,
        "guards": 18.0,
        "app master": 30.0,
        "app worker": 201.0,
        "Rasa": 560.0,
    }


def test_the_tree_holds_children_of_children_and_nobody_else() -> None:
    code = (
        "import subprocess, sys; "
        "child = subprocess.Popen([sys.executable, '-c', 'input()'], stdin=subprocess.PIPE); "
        "print(child.pid, flush=True); input(); child.communicate(b'.')"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout is not None
    try:
        child = int(parent.stdout.readline())
        tree = serving_tree(parent.pid)
        assert [each.pid for each in tree] == [parent.pid, child]
        assert os.getpid() not in [each.pid for each in tree]
        assert all(each.resident_mb > 1 for each in tree)
    finally:
        parent.communicate("\n", timeout=20)


def test_an_interpreter_with_more_loaded_holds_more() -> None:
    assert resident_after(sys.executable, "kept = bytearray(b'x') * 50_000_000") > (
        resident_after(sys.executable, "pass") + 40
    )


def test_libraries_that_are_not_there_are_named() -> None:
    with pytest.raises(BenchFailed, match="No module named 'not_there_at_all'"):
        resident_after(sys.executable, "import not_there_at_all")
