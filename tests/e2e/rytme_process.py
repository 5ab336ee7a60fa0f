"""The installed `rytme` as a process of its own: started, spoken to, signalled, and gone without a trace."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx

from tests.assistant.processes.living import command_of, living_on, wait_until

START_LIMIT_S = 90.0


class RytmeProcess:
    """`rytme COMMAND` on a home of its own. Use as a context manager: at its end nothing is left of it."""

    def __init__(self, *command: str, home: Path, **settings: str) -> None:
        self.home = home
        self.environment = {
            **os.environ,
            "RYTME_HOME": str(home),
            "RYTME_PORT": "0",
            **settings,
        }
        self._command = command
        self.process: subprocess.Popen[str] | None = None

    def __enter__(self) -> "RytmeProcess":
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "assistant.cli", *self._command],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        return self

    def __exit__(self, *unused: object) -> None:
        assert self.process is not None
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()
        self.wait_until_nothing_is_left()

    @property
    def announced(self) -> dict[str, Any]:
        """The note that a serving process leaves in its home."""
        found: dict[str, Any] = json.loads((self.home / "run" / "serving.json").read_text())
        return found

    @property
    def url(self) -> str:
        """Where the app is."""
        return str(self.announced["url"])

    def wait_until_ready(self) -> None:
        """Wait for the greeting. Fails with what was said if the process ends first."""
        assert self.process is not None
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line.startswith("Rytme: "), self.process.communicate(timeout=20)

    def ready_parts(self) -> dict[str, Any]:
        """What /readyz says."""
        found: dict[str, Any] = httpx.get(f"{self.url}/readyz", timeout=10).json()
        return found

    def pid_of(self, words: str) -> int:
        """The process whose command line holds `words`, not its guard."""
        return next(
            pid
            for pid in living_on(self.home)
            if words in command_of(pid) and "guard.py" not in command_of(pid)
        )

    def end(self, number: int, *, pid: int | None = None) -> tuple[int, str]:
        """Send the signal (to `pid`, else to itself) and wait: exit status and stderr."""
        assert self.process is not None
        os.kill(pid or self.process.pid, number)
        said = self.process.communicate(timeout=30)[1]
        return self.process.returncode, said

    def wait_until_nothing_is_left(self) -> None:
        """Every process of it is gone; gunicorn's workers look for their parent each second."""
        wait_until(lambda: not living_on(self.home), what="nothing is left", limit_s=15)


def run_rytme(*command: str, home: Path, **settings: str) -> "subprocess.CompletedProcess[str]":
    """`rytme COMMAND` to its end."""
    return subprocess.run(
        [sys.executable, "-P", "-m", "assistant.cli", *command],
        env={**os.environ, "RYTME_HOME": str(home), **settings},
        capture_output=True,
        text=True,
        timeout=START_LIMIT_S,
        check=False,
    )
