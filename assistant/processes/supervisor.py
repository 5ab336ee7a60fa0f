"""Runs the app and Rasa side by side until somebody says stop, and leaves nothing behind."""

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from assistant.child_process import Child, ChildProgram
from assistant.processes.nlu_keeper import NluKeeper

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
LOOK_EVERY_S = 0.1
APP_LIMIT_S = 60.0


class Supervisor:
    """The app, and Rasa if there is one; Rasa may die, the app may not.

    :param app_answers: whether the app answers now.
    :param nlu: who keeps Rasa running, None to do without.
    :param say: where sentences about progress go.
    :param on_ready: called once, when the app and Rasa both answer (or Rasa will not start).
    """

    def __init__(
        self,
        app: ChildProgram,
        *,
        app_answers: Callable[[], bool],
        nlu: NluKeeper | None,
        say: Callable[[str], None],
        on_ready: Callable[[], None],
    ) -> None:
        self._app_program = app
        self._app_answers = app_answers
        self._nlu = nlu
        self._say = say
        self._on_ready = on_ready
        self._stop = threading.Event()
        self._app: Child | None = None
        self._app_ready = False
        self._announced = False

    def run(self) -> int:
        """Start, watch and stop them; 0 after a stop that was asked for, 1 when the app ended by itself."""
        with self._stopped_by_signals():
            try:
                if self._nlu:
                    self._nlu.start()
                self._app = Child.start(self._app_program)
                return self._watch(self._app)
            finally:
                self._stop_all()

    def _watch(self, app: Child) -> int:
        while not self._stop.wait(LOOK_EVERY_S):
            status = app.exit_status()
            if status is not None:
                self._say(
                    f"The app ended with status {status}, so everything is stopped. The end of its log "
                    f"({app.program.log}):\n{app.last_words()}"
                )
                return 1
            if not self._app_ready and not self._app_came_up(app):
                return 1
            if self._nlu:
                self._nlu.look()
            self._announce_once()
        return 0

    def _app_came_up(self, app: Child) -> bool:
        """Whether it is up or may still come up."""
        running_s = time.monotonic() - app.started_at
        if self._app_answers():
            self._app_ready = True
            self._say(f"The app is ready, {running_s:.1f} s after its start")
        elif running_s > APP_LIMIT_S:
            self._say(f"The app did not answer within {APP_LIMIT_S:.0f} s; see {app.program.log}")
            return False
        return True

    def _announce_once(self) -> None:
        nlu_settled = self._nlu is None or self._nlu.ready or self._nlu.failed_starts > 0
        if self._app_ready and nlu_settled and not self._announced:
            self._announced = True
            self._on_ready()

    def _stop_all(self) -> None:
        began = time.monotonic()
        running = [each for each in (self._app, self._nlu) if each]
        for each in running:
            each.ask_to_stop()
        for each in running:
            each.stop()
        self._say(f"Stopped, after {time.monotonic() - began:.1f} s")

    @contextmanager
    def _stopped_by_signals(self) -> Iterator[None]:
        def stop(number: int, frame: FrameType | None) -> None:
            self._stop.set()

        # `nohup rytme serve` has asked for the end of the terminal to be ignored
        nohup = signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
        wanted = [each for each in STOP_SIGNALS if not (nohup and each is signal.SIGHUP)]
        before = {each: signal.signal(each, stop) for each in wanted}
        try:
            yield
        finally:
            for each, handler in before.items():
                signal.signal(each, handler)
