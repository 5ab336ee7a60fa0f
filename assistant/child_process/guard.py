"""Runs one program and ends it, with everything it started, as soon as its starter is gone.

Run as a script, by path: `python -I guard.py LEASH GRACE PROGRAM ARGUMENT…`. LEASH is the number of
one end of a socket pair whose other end only the starter holds. The guard writes the number of the
program's process group into it. When the starter closes its end, or dies in any way at all (SIGKILL
too), reading here comes to an end, and the whole group gets SIGTERM and after GRACE seconds SIGKILL.
On Linux the program also dies if this guard is killed. Standard library only: the launcher uses it
too, before anything is installed.
"""

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable

PR_SET_PDEATHSIG = 1  # Linux <sys/prctl.h>: the signal a process gets when its parent dies


def main() -> int:
    """Guard the program of the command line; return its exit status (128 + signal if one ended it)."""
    leash, grace, program = int(sys.argv[1]), float(sys.argv[2]), sys.argv[3:]
    os.set_inheritable(leash, False)  # the program gets every other descriptor that we were handed
    for each in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
        signal.signal(each, signal.SIG_IGN)  # only the leash ends us, so that we outlive the program
    try:
        child = subprocess.Popen(program, close_fds=False, preexec_fn=_preparation(os.getpid()))  # noqa: PLW1509
    except OSError as error:
        sys.stderr.write(f"cannot start {program[0]}: {error.strerror}\n")
        return 127
    with contextlib.suppress(OSError):  # the starter may be gone already, which the thread finds out
        os.write(leash, b"%d\n" % child.pid)
    threading.Thread(target=_end_with_the_starter, args=(leash, child.pid, grace), daemon=True).start()
    if hasattr(os, "waitid"):  # not on every system
        # the ended program stays a zombie until its group is dead, so that its number cannot be another's
        os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
    else:
        child.wait()
    _signal_group(child.pid, signal.SIGKILL)
    status = child.wait()
    return 128 - status if status < 0 else status


def _preparation(guard: int) -> Callable[[], None]:
    """What the new process does before it becomes the program."""
    prctl = None
    if sys.platform.startswith("linux"):
        import ctypes

        prctl = ctypes.CDLL(None).prctl

    def prepare() -> None:
        os.setsid()  # a group of its own: Ctrl-C in the terminal reaches the starter only
        for each in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
            signal.signal(each, signal.SIG_DFL)
        if prctl is not None:
            prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != guard:
            os._exit(1)  # the guard died between fork and prctl

    return prepare


def _end_with_the_starter(leash: int, group: int, grace: float) -> None:
    # a starter that died before it had read the group's number resets the connection instead of closing it
    with contextlib.suppress(OSError):
        while os.read(leash, 1):
            pass
    _signal_group(group, signal.SIGTERM)
    time.sleep(grace)
    _signal_group(group, signal.SIGKILL)


def _signal_group(group: int, number: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(group, number)


if __name__ == "__main__":
    sys.exit(main())
