"""Every measurement in its order, and the one document that they make together."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from assistant.bench import ask, hostile, importing, memory, scale, start, throughput
from assistant.bench.district import CITIZENS
from assistant.bench.failures import BenchFailed
from assistant.bench.report import misses
from assistant.bench.stage import Stage, machine, say
from assistant.settings import Settings

# Starting comes first, while nothing else runs; what needs the large district comes last.
MEASUREMENTS: dict[str, Callable[[Stage], dict[str, Any]]] = {
    "start": start.measure,
    "ask": ask.measure,
    "hostile": hostile.measure,
    "throughput": throughput.measure,
    "memory": memory.measure,
    "import": importing.measure,
    "scale": scale.measure,
}


def run(settings: Settings, *, only: str | None, quick: bool, citizens: int = CITIZENS) -> dict[str, Any]:
    """The report: one entry for each measurement, and which targets were missed.

    Whatever was started is stopped and whatever was written is removed, also after Ctrl-C or SIGTERM.

    :param only: one name of `MEASUREMENTS`; None makes them all.
    :param quick: fewer repetitions.
    :raises BenchFailed: when something to be measured does not start or does not answer.
    """
    _check_rasa(settings, only)
    chosen = {only: MEASUREMENTS[only]} if only else MEASUREMENTS
    report: dict[str, Any] = {"machine": machine(), "quick": quick, "rasa": settings.nlu != "off"}
    with _sigterm_as_interrupt(), Stage(quick=quick, citizens=citizens) as stage:
        for name, measure in chosen.items():
            say(f"measuring: {name}")
            report[name] = measure(stage)
        say("stopping everything")
    report["misses"] = misses(report)
    return report


def _check_rasa(settings: Settings, only: str | None) -> None:
    if only != "import" and settings.nlu == "auto" and not (settings.nlu_python and settings.nlu_model):
        raise BenchFailed(
            "Rasa is to be measured, but RYTME_NLU_PYTHON and RYTME_NLU_MODEL are not set; "
            "start by ./rytme bench, which sets them, or set RYTME_NLU=off to measure without Rasa"
        )


@contextmanager
def _sigterm_as_interrupt() -> Iterator[None]:
    def interrupt(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
