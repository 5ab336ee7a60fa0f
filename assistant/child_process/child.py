"""One process that we started, with its log and its guard."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

GUARD = Path(__file__).with_name("guard.py")
LOG_LIMIT_BYTES = 5_000_000


@dataclass(frozen=True, slots=True)
class ChildProgram:
    """What to run: `name` is how we speak of it, `command` the program and its arguments.

    `environment` is the whole environment; `inherit` are file descriptors that it may use;
    `grace_s` is how long it may take to end after SIGTERM, before SIGKILL.
    """

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    log: Path
    folder: Path | None = None
    inherit: Sequence[int] = field(default=())
    grace_s: float = 8.0


class Child:
    """A running program that cannot outlive this process.

    >>> child = Child.start(ChildProgram("nlu", [...], environment, log))   # doctest: +SKIP
    >>> child.stop()                                                        # doctest: +SKIP
    """

    def __init__(
        self, program: ChildProgram, guard: "subprocess.Popen[bytes]", leash: socket.socket, group: int | None
    ) -> None:
        self.program = program
        self.started_at = time.monotonic()
        self._guard = guard
        self._leash = leash
        self._group = group

    @classmethod
    def start(cls, program: ChildProgram) -> "Child":
        """Start the program under its guard, its output going to the end of its log.

        :raises OSError: when the log cannot be written.
        """
        leash, far_end = socket.socketpair()
        with far_end:
            try:
                with open_log(program.log) as log:
                    guard = subprocess.Popen(
                        [*_guard_command(far_end, program.grace_s), *program.command],
                        env=dict(program.environment),
                        cwd=program.folder,
                        stdin=subprocess.DEVNULL,
                        stdout=log,
                        stderr=subprocess.STDOUT,
                        pass_fds=[far_end.fileno(), *program.inherit],
                        start_new_session=True,
                    )
            except BaseException:
                leash.close()
                raise
        return cls(program, guard, leash, _number(leash))

    @property
    def pid(self) -> int | None:
        """The process id of the program, which is the id of its process group; None if it did not start."""
        return self._group

    def exit_status(self) -> int | None:
        """None while it runs; then its exit status, 128 + signal if one ended it."""
        status = self._guard.poll()
        if status is not None and status < 0:
            self._end_what_its_guard_left()
        return status

    def ask_to_stop(self) -> None:
        """Let it end: SIGTERM to all of its processes, SIGKILL after its grace. Does not wait."""
        self._leash.close()

    def stop(self) -> int:
        """Let it end, and wait until all of it has ended; its exit status. Twice is harmless."""
        self.ask_to_stop()
        try:
            status = self._guard.wait(timeout=self.program.grace_s + 5)
        except subprocess.TimeoutExpired:
            self._guard.kill()
            status = self._guard.wait()
        if status < 0:
            self._end_what_its_guard_left()
        return status

    def last_words(self, lines: int = 3) -> str:
        """The end of its log, for a message that says why it ended."""
        try:
            with self.program.log.open("rb") as log:
                log.seek(max(0, log.seek(0, os.SEEK_END) - 4000))
                text = log.read().decode("utf-8", "replace")
        except OSError:
            return ""
        return "\n".join([line for line in text.splitlines() if line.strip()][-lines:])

    def _end_what_its_guard_left(self) -> None:
        """Somebody killed the guard: the program has died with it (on Linux), its children have not."""
        if self._group:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._group, signal.SIGKILL)
            self._group = None


def _guard_command(leash: socket.socket, grace_s: float) -> list[str]:
    # -I -S: the guard starts in milliseconds and sees no package of anyone's
    return [sys.executable, "-I", "-S", str(GUARD), str(leash.fileno()), str(grace_s)]


def _number(leash: socket.socket) -> int | None:
    """The line that the guard writes when the program runs; nothing when it could not start it."""
    line = b""
    while not line.endswith(b"\n"):
        part = leash.recv(16)
        if not part:
            return None
        line += part
    return int(line)


def open_log(path: Path) -> IO[bytes]:
    """Open a log for appending; only its owner may read it. One that has grown large becomes `*.old`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and path.stat().st_size > LOG_LIMIT_BYTES:
        path.replace(path.with_suffix(path.suffix + ".old"))
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    return os.fdopen(descriptor, "ab")
