"""How many answers a second one client and eight clients get, beside Rasa alone and bare HTTP."""

import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from assistant.bench.asking import Asker
from assistant.bench.home import Served
from assistant.bench.load import Connection, Sample, parse
from assistant.bench.questions import BenchQuestion, varied
from assistant.bench.report import Figure, Peer, Target, p50, p95
from assistant.bench.stage import Stage, say

CLIENTS = (1, 8)
MOST = 4000
TARGET_WITH_8 = 60.0

Exchange = Callable[[int], Sample]
"""One exchange of a client; the number counts its exchanges."""


@dataclass(frozen=True, slots=True)
class Load:
    """What a number of clients got out of a server together."""

    samples: Sequence[Sample]
    seconds: float

    @property
    def per_second(self) -> float:
        """Good answers a second."""
        return sum(each.is_answer for each in self.samples) / self.seconds

    @property
    def errors(self) -> int:
        """Refusals and faults."""
        return sum(not each.is_answer for each in self.samples)

    @property
    def simplified(self) -> int:
        """Answers made without Rasa."""
        return sum(each.is_simplified for each in self.samples)


def measure(stage: Stage) -> dict[str, Any]:
    """The same mix of questions from 1 and from 8 clients at once, for a bounded time."""
    questions = varied()
    served = stage.demo_served
    cookies = served.log_in(each.staff for each in questions)
    seconds = stage.times(15, 4)
    report: dict[str, Any] = {
        "note": f"each client asks its next question when the last is answered, for {seconds} s; "
        "the clients run on the same processors as the servers"
    }
    for clients in CLIENTS:
        say(
            f"{clients} clients asking for {seconds} s" if clients > 1 else f"1 client asking for {seconds} s"
        )
        asked = run_clients(
            [_asking(served, cookies, questions, number) for number in range(clients)], seconds
        )
        floors = seconds / 3
        alive = run_clients([_alive(served) for _ in range(clients)], floors)
        parsed = run_clients([_parsing(served, questions, n) for n in range(clients)], floors)
        report[f"clients_{clients}"] = _figures(asked, alive, parsed, clients)
        if served.nlu:
            report[f"clients_{clients}"]["without_rasa"] = _none(asked.simplified, parsed).as_json()
    return report


def run_clients(clients: Sequence[Exchange], seconds: float) -> Load:
    """Let each client exchange again and again until the time is up; an exception ends them all."""
    stop = threading.Event()

    def run(exchange: Exchange) -> list[Sample]:
        samples: list[Sample] = []
        try:
            while not stop.is_set() and time.monotonic() < ends and len(samples) < MOST / len(clients):
                samples.append(exchange(len(samples)))
        except BaseException:
            stop.set()
            raise
        return samples

    with ThreadPoolExecutor(len(clients)) as pool:
        began = time.monotonic()
        ends = began + seconds
        try:
            running = [pool.submit(run, each) for each in clients]
            samples = [sample for each in running for sample in each.result()]
        finally:
            stop.set()
        return Load(samples, time.monotonic() - began)


def _figures(asked: Load, alive: Load, parsed: Load, clients: int) -> dict[str, Any]:
    ms, rasa_ms = [each.ms for each in asked.samples], [each.ms for each in parsed.samples]
    rasa = Peer("/model/parse alone", parsed.per_second)
    target = Target(at_least=TARGET_WITH_8) if clients == max(CLIENTS) else None
    return {
        "answers": len(asked.samples),
        "errors": _none(asked.errors, parsed).as_json(),
        "per_second": Figure(asked.per_second, "answers/s", rasa, target).as_json(),
        "beside_http": Figure(
            asked.per_second, "answers/s", Peer("GET /healthz", alive.per_second)
        ).as_json(),
        "p50": Figure(p50(ms), "ms", Peer("/model/parse alone, p50", p50(rasa_ms))).as_json(),
        "p95": Figure(p95(ms), "ms", Peer("/model/parse alone, p95", p95(rasa_ms))).as_json(),
    }


def _none(found: int, floor: Load) -> Figure:
    return Figure(found, "answers", Peer("errors of /model/parse alone", floor.errors), Target(at_most=0))


def _asking(
    served: Served, cookies: dict[str, str], questions: Sequence[BenchQuestion], number: int
) -> Exchange:
    asker = Asker(Connection(served.url), cookies)
    # each client begins at another place, so that they do not march in step; whole threads stay in order
    begin = number * len(questions) // max(CLIENTS)
    order = [*questions[begin:], *questions[:begin]]

    def exchange(count: int) -> Sample:
        if count % len(order) == 0:
            asker.begin_anew()
        return asker.ask(order[count % len(order)]).sample

    return exchange


def _alive(served: Served) -> Exchange:
    connection = Connection(served.url)
    return lambda count: connection.get("/healthz")


def _parsing(served: Served, questions: Sequence[BenchQuestion], number: int) -> Exchange:
    if served.nlu is None:
        return _alive(served)
    nlu, connection = served.nlu, Connection(served.nlu.url)
    return lambda count: parse(connection, nlu, questions[(count + number) % len(questions)].text)
