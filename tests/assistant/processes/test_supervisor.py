"""The supervisor as a real process over stand-ins: it stops cleanly and leaves nothing behind."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.nlu_server.finding import Announcement
from tests.assistant.processes.living import command_of, living_on, wait_until

SERVING = Path(__file__).with_name("fake_serving.py")
CHECKOUT = Path(__file__).resolve().parents[3]

pytestmark = pytest.mark.processes


class Serving:
    """A supervisor that a test has started."""

    def __init__(self, home: Path, app: str, nlu: str) -> None:
        self.home = home
        self.process = subprocess.Popen(
            [sys.executable, str(SERVING), str(home), app, nlu],
            env={**os.environ, "RYTME_HOME": str(home), "PYTHONPATH": str(CHECKOUT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def wait_until_ready(self) -> None:
        assert self.process.stdout is not None
        assert self.process.stdout.readline().startswith("ready"), self.process.communicate()[1]

    def pids(self, words: str) -> list[int]:
        return [pid for pid in living_on(self.home) if words in command_of(pid)]

    def servers(self, name: str) -> list[int]:
        """The processes of the stand-in `name`, not their guards."""
        return [pid for pid in self.pids(f"fake_servers.py {name}") if "guard.py" not in command_of(pid)]

    def server(self, name: str) -> int:
        """The process of the stand-in `name`."""
        return self.servers(name)[0]

    def another_than(self, first: int, name: str) -> bool:
        """Whether a new process of the stand-in `name` runs in place of `first`."""
        found = self.servers(name)
        return bool(found) and first not in found

    def end(self) -> tuple[int, str]:
        errors = self.process.communicate(timeout=20)[1]
        return self.process.returncode, errors


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Callable[..., Serving]]:
    started = []

    def start(app: str = "with_a_worker", nlu: str = "answering", home: Path = tmp_path) -> Serving:
        started.append(Serving(home, app, nlu))
        return started[-1]

    yield start
    for each in started:
        each.process.kill()
        each.process.communicate()
    wait_until(lambda: not living_on(tmp_path), what="every process of the test has ended")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_stops_everything_with_status_0(
    serving: Callable[..., Serving], number: signal.Signals
) -> None:
    running = serving()
    running.wait_until_ready()
    assert len(living_on(running.home)) == 6  # supervisor, two guards, app, its worker, nlu

    running.process.send_signal(number)

    assert running.end()[0] == 0
    assert living_on(running.home) == []


def test_under_nohup_the_end_of_the_terminal_is_no_reason_to_stop(serving: Callable[..., Serving]) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # inherited, as from nohup
    try:
        running = serving()
    finally:
        signal.signal(signal.SIGHUP, before)
    running.wait_until_ready()

    running.process.send_signal(signal.SIGHUP)
    first = running.server("answering")
    os.kill(first, signal.SIGKILL)

    wait_until(lambda: running.another_than(first, "answering"), what="it still looks after Rasa")


def test_when_the_supervisor_is_killed_nothing_survives(serving: Callable[..., Serving]) -> None:
    running = serving()
    running.wait_until_ready()

    running.process.kill()

    wait_until(lambda: not living_on(running.home), what="nothing survives", limit_s=10)


def test_when_a_guard_is_killed_its_program_dies_too(serving: Callable[..., Serving]) -> None:
    running = serving(nlu="-")
    running.wait_until_ready()
    app = running.server("with_a_worker")

    guard = next(pid for pid in running.pids("guard.py"))
    os.kill(guard, signal.SIGKILL)

    wait_until(lambda: app not in living_on(running.home), what="the app has died with its guard")
    assert running.end()[0] == 1


def test_a_server_that_hears_no_sigterm_is_killed_after_its_grace(serving: Callable[..., Serving]) -> None:
    running = serving(nlu="stubborn")
    running.wait_until_ready()

    running.process.send_signal(signal.SIGTERM)

    assert running.end()[0] == 0
    assert living_on(running.home) == []


def test_rasa_is_started_again_when_it_dies(serving: Callable[..., Serving]) -> None:
    running = serving()
    running.wait_until_ready()
    first = running.server("answering")

    os.kill(first, signal.SIGKILL)
    wait_until(lambda: running.another_than(first, "answering"), what="another Rasa runs")

    running.process.send_signal(signal.SIGTERM)
    status, errors = running.end()
    assert status == 0
    assert "Rasa ended with status 137; the app answers in the simplified mode meanwhile" in errors


def test_a_rasa_that_has_fallen_silent_is_ended_and_started_again(serving: Callable[..., Serving]) -> None:
    running = serving()
    running.wait_until_ready()
    first = running.server("answering")

    os.kill(first, signal.SIGSTOP)

    wait_until(lambda: first not in living_on(running.home), what="the silent one has been ended")
    wait_until(lambda: running.another_than(first, "answering"), what="another Rasa runs")


def test_without_rasa_the_app_is_ready_all_the_same(serving: Callable[..., Serving]) -> None:
    running = serving(nlu="falling")
    running.wait_until_ready()

    running.process.send_signal(signal.SIGTERM)

    assert running.end()[0] == 0


def test_when_the_app_ends_everything_stops_with_status_1_and_the_reason(
    serving: Callable[..., Serving],
) -> None:
    status, errors = serving(app="falling").end()

    assert status == 1
    assert "The app ended with status 3" in errors
    assert "the reason why I fell" in errors


def test_a_home_is_served_once(serving: Callable[..., Serving], tmp_path: Path) -> None:
    running = serving()
    running.wait_until_ready()
    Announcement(running.process.pid, "http://127.0.0.1:1234", None).write(tmp_path)

    status, errors = serving().end()

    assert status == 1
    assert f"is already served at http://127.0.0.1:1234 (process {running.process.pid})" in errors


def test_a_home_whose_server_was_killed_can_be_served_again(
    serving: Callable[..., Serving], tmp_path: Path
) -> None:
    first = serving()
    first.wait_until_ready()
    Announcement(first.process.pid, "http://127.0.0.1:1234", None).write(tmp_path)
    first.process.kill()
    first.end()

    assert Announcement.read(tmp_path) is None
    serving().wait_until_ready()
