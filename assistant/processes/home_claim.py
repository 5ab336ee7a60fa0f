"""One home is served by one process at a time: whoever holds its lock."""

import fcntl
import os
import time
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from assistant.nlu_server.finding import Announcement, announcement_file, lock_file

# readers of the note hold the lock for an instant to see whether anybody serves
READERS_ARE_GONE_AFTER_S = 0.5


class HomeTaken(Exception):
    """Another process serves this home; the message says where."""


class HomeClaim:
    """Holds the lock of a home as long as the block runs, and takes the note away at its end."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._lock: IO[bytes] | None = None

    def __enter__(self) -> Self:
        """
        :raises HomeTaken: when another process serves this home.
        :raises OSError: when the home cannot be written.
        """
        path = lock_file(self._home)
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+b")
        deadline = time.monotonic() + READERS_ARE_GONE_AFTER_S
        while not _locked(lock):
            if time.monotonic() > deadline:
                lock.close()
                raise HomeTaken(_who_serves(self._home))
            time.sleep(0.02)
        self._lock = lock
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        announcement_file(self._home).unlink(missing_ok=True)
        if self._lock:
            self._lock.close()


def _locked(lock: IO[bytes]) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _who_serves(home: Path) -> str:
    other = Announcement.read(home)
    where = f"at {other.url} (process {other.pid})" if other else "and is just starting"
    return f"{home} is already served {where}; stop that one first, or set RYTME_HOME to another folder"
