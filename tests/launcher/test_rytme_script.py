"""The script itself, run as a user runs it, on machines that lack something."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.launcher.fake_pythons import fake_python

CHECKOUT = Path(__file__).resolve().parents[2]
SCRIPT = CHECKOUT / "rytme"


def environment(folder: Path, **more: str) -> dict[str, str]:
    """A machine with nothing installed and nothing made yet."""
    return {"PATH": "", "HOME": str(folder), "RYTME_ENVIRONMENTS": str(folder / "made"), **more}


def run(*command: str, environment: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)


def test_without_python310_demo_says_in_one_sentence_what_to_install(tmp_path: Path) -> None:
    done = run(sys.executable, str(SCRIPT), "demo", environment=environment(tmp_path))
    assert done.returncode == 1
    assert done.stderr.startswith("Error: Rasa needs Python 3.10")
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "made" / "app").exists(), "nothing is installed before it is sure that all can be"


@pytest.mark.parametrize("release", ["3.6.15", "3.7.16", "3.8.18"])
def test_an_old_python_says_what_it_needs(tmp_path: Path, release: str) -> None:
    old = (
        Path(os.environ.get("PYENV_ROOT", "~/.pyenv")).expanduser() / "versions" / release / "bin" / "python"
    )
    if not old.exists():
        pytest.skip(f"no Python {release} here")
    done = run(str(old), str(SCRIPT), "demo", environment=environment(tmp_path))
    assert done.returncode == 1
    assert done.stderr.startswith("Error: Rytme needs Python 3.11 or newer")
    assert done.stderr.count("\n") == 1


@pytest.mark.processes
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_an_interrupted_set_up_leaves_no_process_and_can_be_run_again(
    tmp_path: Path, number: signal.Signals
) -> None:
    around = environment(tmp_path, PATH=os.environ["PATH"])
    made, pid = tmp_path / "made", tmp_path / "pid-of-pip"
    slow = f"echo $$ > '{pid}.new'; mv '{pid}.new' '{pid}'; exec sleep 600"
    python = fake_python(tmp_path / "python3.11", version="3 11", pip=slow)
    command = [sys.executable, "-c", SET_UP, str(CHECKOUT), str(python), str(made)]
    first = subprocess.Popen(command, stderr=subprocess.DEVNULL, env=around)
    wait_until(pid.exists)

    first.send_signal(number)
    first.wait(timeout=10)

    wait_until(lambda: not Path("/proc", pid.read_text().strip()).exists())
    fake_python(tmp_path / "python3.11", version="3 11", pip="exit 0")
    assert subprocess.run(command, check=True, env=around, timeout=60).returncode == 0


# the set-up of the app with a stand-in for the Python on the machine
SET_UP = """
import os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from launcher.environments import app_environment
checkout, made = Path(sys.argv[1]), Path(sys.argv[3])
app = app_environment(checkout, made / "app", with_tests=False)
app.make(sys.argv[2], checkout=checkout, environment=os.environ, logs=made / "log")
sys.exit(not app.is_ready())
"""


def wait_until(holds, limit_s=10.0):  # type: ignore[no-untyped-def]
    deadline = time.monotonic() + limit_s
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.02)
