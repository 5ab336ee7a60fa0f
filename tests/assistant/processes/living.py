"""Which processes are alive, and waiting for a condition with a deadline."""

import os
import time
from collections.abc import Callable
from pathlib import Path


def living_on(home: Path) -> list[int]:
    """The processes, ourselves left out, that say in their environment that they belong to this home."""
    wanted = f"RYTME_HOME={home}".encode()
    found = []
    for each in Path("/proc").iterdir():
        if not each.name.isdigit() or int(each.name) == os.getpid():
            continue
        try:
            if wanted in (each / "environ").read_bytes().split(b"\0"):
                found.append(int(each.name))
        except OSError:
            continue  # it has ended, or it is not ours
    return found


def command_of(pid: int) -> str:
    """The command line of a process; empty when it has just ended."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""


def wait_until(holds: Callable[[], object], *, what: str, limit_s: float = 20.0) -> None:
    """Look again and again until `holds`, and fail with `what` was expected when the time is up."""
    deadline = time.monotonic() + limit_s
    while not holds():
        assert time.monotonic() < deadline, f"not within {limit_s} s: {what}"
        time.sleep(0.02)
