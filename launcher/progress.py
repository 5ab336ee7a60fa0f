"""Says on stderr what is going on, how long it has taken, and what takes long and why."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from assistant.child_process import Child, ChildProgram

SAY_EVERY_S = 15.0


class StepFailed(Exception):
    """A step of the set-up did not succeed; the message says why and what to do."""


def say(sentence: str) -> None:
    """One line on stderr."""
    sys.stderr.write(sentence + "\n")
    sys.stderr.flush()


def run_step(
    name: str,
    program: ChildProgram,
    *,
    expect: str,
    advice: str,
    say: Callable[[str], None] = say,
    say_every_s: float = SAY_EVERY_S,
) -> None:
    """Run a program of the set-up to its end; it ends with us, should we be killed.

    :param expect: how long it takes and why, said before.
    :param advice: what to do when it fails.
    :raises StepFailed: when it fails.
    """
    say(f"{name}: {expect}")
    began = last = time.monotonic()
    child = Child.start(program)
    try:
        while (status := child.exit_status()) is None:
            time.sleep(0.05)
            if time.monotonic() - last >= say_every_s:
                last = time.monotonic()
                say(f"    … {last - began:.0f} s: {_latest(child)}")
    finally:
        child.stop()
    if status != 0:
        raise StepFailed(
            f"{name} did not succeed; {advice}. The end of {program.log}:\n{child.last_words(8)}"
        )
    say(f"    done in {time.monotonic() - began:.0f} s")


def _latest(child: Child, length: int = 90) -> str:
    """What the program said last, warnings left out: they would look like a fault."""
    said = [line.strip() for line in child.last_words(lines=20).splitlines() if "WARNING" not in line]
    line = said[-1] if said else "still at it"
    return line if len(line) <= length else line[: length - 1] + "…"


def fresh_log(path: Path) -> Path:
    """An empty log: the last words of an earlier run would mislead."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("")
    return path
