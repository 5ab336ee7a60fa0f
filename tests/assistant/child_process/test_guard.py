"""The guard as a real process: whenever its starter goes away, the program goes too."""

import os
import select
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.child_process.child import GUARD
from tests.assistant.processes.living import living_on, wait_until

PROGRAM = [sys.executable, "-c", "import time; time.sleep(600)"]

pytestmark = pytest.mark.processes


@pytest.fixture
def leash(tmp_path: Path) -> Iterator[socket.socket]:
    """The starter's end of the leash of a guard that has just been started."""
    ours, far_end = socket.socketpair()
    guard = subprocess.Popen(
        [sys.executable, "-I", "-S", str(GUARD), str(far_end.fileno()), "1.0", *PROGRAM],
        env={**os.environ, "RYTME_HOME": str(tmp_path)},
        stderr=subprocess.DEVNULL,
        pass_fds=[far_end.fileno()],
    )
    far_end.close()
    yield ours
    ours.close()
    guard.kill()
    guard.wait()


def test_a_starter_that_dies_before_it_read_the_number_of_the_group_leaves_nothing(
    leash: socket.socket, tmp_path: Path
) -> None:
    select.select([leash], [], [], 20)

    leash.close()  # with the number unread: the guard's end is reset, not closed

    wait_until(lambda: not living_on(tmp_path), what="guard and program have ended")


def test_a_starter_that_dies_before_the_guard_is_up_leaves_nothing(
    leash: socket.socket, tmp_path: Path
) -> None:
    leash.close()

    wait_until(lambda: not living_on(tmp_path), what="guard and program have ended")


def test_a_starter_that_dies_later_leaves_nothing(leash: socket.socket, tmp_path: Path) -> None:
    assert int(leash.recv(16)) in living_on(tmp_path)

    leash.close()

    wait_until(lambda: not living_on(tmp_path), what="guard and program have ended")
