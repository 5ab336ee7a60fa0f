"""The processes of a served home and the memory that each holds, read from /proc."""

import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.bench.failures import BenchFailed

PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Process:
    """One running process: its ids, its command line, and its resident memory in megabytes."""

    pid: int
    parent: int
    command: tuple[str, ...]
    resident_mb: float


def serving_tree(root: int) -> list[Process]:
    """The process `root` and all that it started, directly or not.

    :raises BenchFailed: where the system has no /proc.
    """
    if not PROC.is_dir():
        raise BenchFailed("memory is read from /proc, which this system does not have; measure on Linux")
    return _below(root, [each for each in map(_read, PROC.glob("[0-9]*")) if each])


def roles(tree: Sequence[Process]) -> dict[str, float]:
    """Megabytes of each role: supervisor, app master, app worker, Rasa, guards (all of them together)."""
    by_pid = {each.pid: each for each in tree}
    found: dict[str, float] = {}
    for each in tree:
        role = _role(each, by_pid)
        found[role] = found.get(role, 0.0) + each.resident_mb
    return found


def resident_after(python: str, code: str) -> float:
    """Megabytes of an interpreter that has run `code` and nothing else.

    :raises BenchFailed: when the code does not run there.
    """
    ending = "\nprint([each.split()[1] for each in open('/proc/self/status') if each.startswith('VmRSS')][0])"
    ended = subprocess.run([python, "-c", code + ending], capture_output=True, text=True, check=False)
    if ended.returncode:
        last = ended.stderr.strip().splitlines()[-1:] or ["no reason given"]
        raise BenchFailed(f"the floor of memory could not be measured with {python}: {last[0]}")
    return int(ended.stdout.split()[-1]) / 1024


def _below(root: int, processes: Iterable[Process]) -> list[Process]:
    every = list(processes)
    wanted, found = {root}, [each for each in every if each.pid == root]
    while more := [each for each in every if each.parent in wanted and each.pid not in wanted]:
        wanted |= {each.pid for each in more}
        found += more
    return found


def _role(process: Process, tree: Mapping[int, Process]) -> str:
    words = " ".join(process.command)
    if "guard.py" in words:
        return "guards"
    if "start_rasa.py" in words:
        return "Rasa"
    if "gunicorn" in words:
        parent = tree.get(process.parent)
        return "app worker" if parent and _role(parent, tree) == "app master" else "app master"
    return "supervisor"


def _read(folder: Path) -> Process | None:
    """The process of a folder of /proc; None when it has ended meanwhile."""
    try:
        command = (folder / "cmdline").read_bytes().decode("utf-8", "replace").split("\0")
        status = dict(line.split(":", 1) for line in (folder / "status").read_text().splitlines())
        resident = int(status.get("VmRSS", "0 kB").split()[0]) / 1024
        return Process(int(folder.name), int(status["PPid"]), tuple(command), resident)
    except (OSError, ValueError, KeyError):
        return None
