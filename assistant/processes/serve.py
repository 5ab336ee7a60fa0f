"""Everything of one home started together: the whole of `rytme serve`."""

import os
import socket
import sys
import time
from collections.abc import Callable

from assistant.nlu_server.address import NluAddress
from assistant.nlu_server.finding import Announcement
from assistant.nlu_server.program import NluNotInstalled, nlu_program
from assistant.processes.app_program import app_program, app_status
from assistant.processes.home_claim import HomeClaim
from assistant.processes.listening import listen, url_of
from assistant.processes.nlu_keeper import NluKeeper
from assistant.processes.supervisor import Supervisor
from assistant.settings import Settings, environment_name


def serve(settings: Settings, *, prepare: Callable[[], None], greeting: Callable[[str], str]) -> int:
    """Serve this home until a signal says stop; the exit status.

    :param prepare: what is to be done first, once the home is ours (bring the database up to date …).
    :param greeting: what to print when everything is ready, from the address of the app.
    :raises HomeTaken: when another process serves this home.
    :raises AddressTaken: when the app cannot listen where it is told to.
    """
    with HomeClaim(settings.home):
        prepare()
        with listen(settings.host, settings.port, or_any_port=_port_is_our_choice()) as listening:
            url = url_of(listening)
            address, nlu = _nlu(settings)
            Announcement(os.getpid(), url, address).write(settings.home)
            return _supervisor(settings, listening, url, nlu, greeting).run()


def _supervisor(
    settings: Settings,
    listening: socket.socket,
    url: str,
    nlu: NluKeeper | None,
    greeting: Callable[[str], str],
) -> Supervisor:
    began = time.monotonic()
    say(
        "Starting the app (about 2 s) and Rasa (about 15 s, most of it loading TensorFlow)"
        if nlu
        else "Starting the app (about 2 s)"
    )

    def on_ready() -> None:
        say(f"Ready after {time.monotonic() - began:.1f} s. Ctrl-C stops everything.")
        _print(greeting(url))

    return Supervisor(
        app_program(settings, listening),
        app_answers=lambda: app_status(url) == 200,
        nlu=nlu,
        say=say,
        on_ready=on_ready,
    )


def _nlu(settings: Settings) -> tuple[NluAddress | None, NluKeeper | None]:
    """Where Rasa is going to be, and who keeps it there; twice None to do without."""
    if settings.nlu == "off":
        return None, None
    address = NluAddress.choose(settings.nlu_port)
    try:
        program = nlu_program(settings, address)
    except NluNotInstalled as reason:
        say(f"Serving in the simplified mode, without Rasa: {reason}")
        return None, None
    return address, NluKeeper(program, answers=address.answers, say=say)


def _port_is_our_choice() -> bool:
    return not os.environ.get(environment_name("port"))


def say(sentence: str) -> None:
    """Progress, on stderr, with the time of day: a terminal that has gone away is no reason to stop."""
    try:
        sys.stderr.write(f"{time.strftime('%H:%M:%S')} {sentence}\n")
        sys.stderr.flush()
    except OSError:
        pass


def _print(text: str) -> None:
    try:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
    except OSError:
        pass
