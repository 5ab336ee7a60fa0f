"""A temporary home with records in it, and the product serving it, as a user would start it."""

import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from assistant.bench.failures import BenchFailed
from assistant.bench.load import Connection, log_in
from assistant.bootstrap import bootstrap
from assistant.child_process import Child, ChildProgram
from assistant.nlu_server.address import NluAddress
from assistant.nlu_server.finding import Announcement
from assistant.processes.app_program import CHECKOUT
from assistant.settings import Settings, environment_name

PASSWORD = "kun-til-maalinger"
READY_LIMIT_S = 120.0
LOOK_EVERY_S = 0.1
# What a measured home takes over of the settings of who measures; all else is the default.
TAKEN_OVER = ("nlu", "nlu_python", "nlu_model", "threads", "workers", "nlu_timeout_ms")


@dataclass(frozen=True, slots=True)
class Served:
    """A home while it is served. `seconds` are from the start of each to its first good answer."""

    url: str
    nlu: NluAddress | None
    pid: int
    app_seconds: float
    ready_seconds: float
    settings: Settings

    def log_in(self, staff: Iterable[str]) -> dict[str, str]:
        """The Cookie header of each of these staff members."""
        return {each: log_in(self.url, each, PASSWORD) for each in sorted(set(staff))}


class BenchHome:
    """A home of its own, in a folder that its maker removes.

    home = BenchHome(folder)
    home.import_lines(lines)
    home.give_passwords(["anna"])
    with home.served() as served: …
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        ours = {name: value for name, value in os.environ.items() if not name.startswith("RYTME_")}
        kept = {name: os.environ.get(name) for name in map(environment_name, TAKEN_OVER)}
        self.environment = (
            ours
            | {name: value for name, value in kept.items() if value}
            | {environment_name("home"): str(folder), environment_name("port"): "0"}
        )
        self.settings = Settings.read(self.environment)

    def import_lines(self, lines: Iterable[str], name: str = "records.ndjson") -> float:
        """Import records by `rytme import`; the seconds that the whole command took.

        :raises BenchFailed: when it refuses them.
        """
        file = self.folder / name
        file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        began = time.perf_counter()
        ended = subprocess.run(
            self._command("import", str(file)),
            env=self.environment,
            cwd=CHECKOUT,
            capture_output=True,
            text=True,
            check=False,
        )
        seconds = time.perf_counter() - began
        if ended.returncode:
            raise BenchFailed(
                f"`rytme import` refused the records of the bench: {ended.stderr.strip()[-500:]}"
            )
        return seconds

    def give_passwords(self, staff: Iterable[str]) -> None:
        """Let these staff members log in."""
        app = bootstrap(self.settings)
        try:
            for each in sorted(set(staff)):
                app.logins.set_password(each, PASSWORD)
        finally:
            if app.storage:
                app.storage.close()

    @contextmanager
    def served(self) -> Iterator[Served]:
        """Run `rytme serve` on this home until the block ends.

        :raises BenchFailed: when it is not ready in time.
        """
        began = time.monotonic()
        child = Child.start(
            ChildProgram(
                name="serve",
                command=self._command("serve"),
                environment=self.environment,
                log=self.folder / "log" / "serve.log",
                folder=CHECKOUT,
                # it stops two servers of its own, each with a grace of some seconds
                grace_s=30.0,
            )
        )
        try:
            url, app_seconds = self._wait_for_app(child, began)
            ready_seconds = self._wait_until_ready(child, url, began)
            announcement = Announcement.read(self.folder)
            if announcement is None or child.pid is None:
                raise BenchFailed(f"what served {self.folder} ended at once: {child.last_words()}")
            yield Served(url, announcement.nlu, child.pid, app_seconds, ready_seconds, self.settings)
        finally:
            child.stop()

    def _command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "assistant.cli", *arguments]

    def _wait_for_app(self, child: Child, began: float) -> tuple[str, float]:
        for _ in _until(child, began, "the app"):
            announcement = Announcement.read(self.folder)
            if announcement and _status(announcement.url, "/healthz") == 200:
                return announcement.url, time.monotonic() - began
        raise AssertionError("unreachable: waiting ends by an answer or by BenchFailed")

    def _wait_until_ready(self, child: Child, url: str, began: float) -> float:
        for _ in _until(child, began, "every part"):
            if _status(url, "/readyz") == 200:
                return time.monotonic() - began
        raise AssertionError("unreachable: waiting ends by an answer or by BenchFailed")


def _until(child: Child, began: float, what: str) -> Iterator[None]:
    """Let its user look again and again, some milliseconds apart.

    :raises BenchFailed: when the program ends, or when the time is up.
    """
    while time.monotonic() - began < READY_LIMIT_S:
        if child.exit_status() is not None:
            raise BenchFailed(f"`rytme serve` ended while it was starting: {child.last_words()}")
        yield
        time.sleep(LOOK_EVERY_S)
    raise BenchFailed(
        f"{what} was not ready within {READY_LIMIT_S:.0f} s; the last it said: {child.last_words()}\n"
        f"and the end of Rasa's log: {_last_line(child.program.log.with_name('nlu.log'))}"
    )


def _last_line(log: Path) -> str:
    """The log goes with its home, so its last word is passed on."""
    lines = log.read_text(errors="replace").splitlines() if log.exists() else []
    return lines[-1] if lines else "it is empty"


def _status(url: str, path: str) -> int:
    connection = Connection(url)
    try:
        return connection.get(path).status
    finally:
        connection.close()
