"""Keeps Rasa running: starts it, and starts it again when it died or fell silent."""

import time
from collections.abc import Callable

from assistant.child_process import Child, ChildProgram
from assistant.processes.backoff import Backoff

ASK_EVERY_S = 5.0
SILENT_AFTER = 3
START_LIMIT_S = 120.0


class NluKeeper:
    """One Rasa, as `look` finds it: called again and again, it does what is due and never waits long.

    :param answers: whether Rasa answers now.
    :param say: where sentences about it go.
    """

    def __init__(
        self,
        program: ChildProgram,
        *,
        answers: Callable[[], bool],
        say: Callable[[str], None],
        backoff: Backoff | None = None,
        ask_every_s: float = ASK_EVERY_S,
        start_limit_s: float = START_LIMIT_S,
    ) -> None:
        self._program = program
        self._answers = answers
        self._say = say
        self._backoff = backoff or Backoff()
        self._ask_every_s = ask_every_s
        self._start_limit_s = start_limit_s
        self._child: Child | None = None
        self._start_at = 0.0
        self._ask_at = 0.0
        self._silences = 0
        self._is_given_up = False
        self.ready = False
        """Whether it answered when it was last asked."""
        self.failed_starts = 0
        """How often it ended before it answered once."""

    def start(self) -> None:
        """Start it now."""
        self._child = Child.start(self._program)
        self.ready = self._is_given_up = False
        self._silences = 0
        self._ask_at = 0.0

    def look(self) -> None:
        """See how it is, and do what is due."""
        if self._child is None:
            if time.monotonic() >= self._start_at:
                self.start()
        elif (status := self._child.exit_status()) is not None:
            self._plan_restart(self._child, f"ended with status {status}")
        elif not self._is_given_up and time.monotonic() >= self._ask_at:
            self._ask(self._child)

    def ask_to_stop(self) -> None:
        """Let it end, without waiting."""
        if self._child:
            self._child.ask_to_stop()

    def stop(self) -> None:
        """Let it end, and wait until it has."""
        if self._child:
            self._child.stop()

    def _ask(self, child: Child) -> None:
        running_s = time.monotonic() - child.started_at
        if self._answers():
            if not self.ready:
                self._say(f"Rasa is ready, {running_s:.1f} s after its start")
            self.ready, self._silences = True, 0
        elif self.ready:
            self._silences += 1
            if self._silences >= SILENT_AFTER:
                self._give_up(child, "has stopped answering")
        elif running_s > self._start_limit_s:
            self._give_up(child, f"did not answer within {self._start_limit_s:.0f} s")
        self._ask_at = time.monotonic() + (self._ask_every_s if self.ready else 0.1)

    def _give_up(self, child: Child, why: str) -> None:
        """End one that runs but does not answer; when it has ended, it is started again."""
        self._say(f"Rasa {why}; ending it")
        self._is_given_up = True
        child.ask_to_stop()

    def _plan_restart(self, child: Child, why: str) -> None:
        self.failed_starts = 0 if self.ready else self.failed_starts + 1
        wait_s = self._backoff.after_running(time.monotonic() - child.started_at)
        self._say(
            f"Rasa {why}; the app answers in the simplified mode meanwhile. "
            f"Starting it again in {wait_s:.0f} s (its log: {self._program.log})"
        )
        self._child = None
        self.ready = False
        self._start_at = time.monotonic() + wait_s
