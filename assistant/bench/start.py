"""From the start to ready, with everything installed: the first start on a home, and the second."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from assistant.bench.home import BenchHome, Served
from assistant.bench.report import Figure, Peer, Target
from assistant.bench.stage import Stage, say
from assistant.child_process import Child
from assistant.nlu_server.address import NluAddress
from assistant.nlu_server.program import nlu_program
from assistant.nlu_server.temporary import wait_until_it_answers
from assistant.settings import Settings

SECOND_START_S = 30


def measure(stage: Stage) -> dict[str, Any]:
    """Start, stop and start again; between them Rasa alone, which is the floor of both."""
    home = stage.demo_home
    say("first start")
    with _stopped(home) as (first, first_stop):
        pass
    alone = rasa_alone_s(home.settings)
    say("second start")
    with _stopped(home) as (second, second_stop):
        pass
    floor = Peer("Rasa alone", alone) if alone else Peer("the app alone", second.app_seconds)
    return {
        "note": "from the start of `rytme serve` to the first 200 of /readyz; the check of ./rytme "
        "that nothing is missing (a fraction of a second) comes on top",
        "first_start": Figure(first.ready_seconds, "s", floor).as_json(),
        "second_start": Figure(second.ready_seconds, "s", floor, Target(at_most=SECOND_START_S)).as_json(),
        "app_answers": Figure(second.app_seconds, "s", floor).as_json(),
        "stop": Figure(second_stop[0], "s", Peer("the first stop", first_stop[0])).as_json(),
    }


@contextmanager
def _stopped(home: BenchHome) -> Iterator[tuple[Served, list[float]]]:
    """Serve the home; once the block has ended, the list holds the seconds that stopping took."""
    stop_s: list[float] = []
    with home.served() as served:
        yield served, stop_s
        began = time.monotonic()
    stop_s.append(time.monotonic() - began)


def rasa_alone_s(settings: Settings) -> float | None:
    """Seconds from the start of Rasa by itself to its first answer; None where it is switched off."""
    if settings.nlu == "off":
        return None
    say("starting Rasa alone")
    address = NluAddress.choose()
    began = time.monotonic()
    child = Child.start(nlu_program(settings, address))
    try:
        wait_until_it_answers(child, address)
        return time.monotonic() - began
    finally:
        child.stop()
