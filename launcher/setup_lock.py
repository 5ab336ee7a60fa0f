"""Two set-ups at once would trample each other: the second waits for the first."""

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def setup_lock(folder: Path, say: Callable[[str], None]) -> Iterator[None]:
    """Hold the lock of an environments folder; it ends with the process, however that ends."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "setup.lock").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(f"Another ./rytme is setting up {folder}; waiting until it is done (Ctrl-C to give up)")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield
