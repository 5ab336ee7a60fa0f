"""Questions about a citizen whom nobody asked about before: what the caches cannot hide.

In the demo district everybody has soon been asked about. Among 10,000 citizens most questions are
the first of the day about theirs, so this is what a municipality feels.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from assistant.bench.asking import Asked, Asker
from assistant.bench.district import SEES_ALL, can_mean
from assistant.bench.home import Served
from assistant.bench.load import Connection
from assistant.bench.questions import BenchQuestion, each_citizen
from assistant.bench.report import Figure, Peer, p50, p95
from assistant.bench.stage import Stage, kinds


def measure(stage: Stage) -> dict[str, Any]:
    """The demo's citizens asked about again, beside citizens of the large district asked about once."""
    count = stage.times(60, 20)
    known, unknown = _names(stage.demo_lines, count), _names(stage.large_lines, count)
    report: dict[str, Any] = {
        "note": "peer: citizens of the demo home asked about a second time; no target, it shows the caches"
    }
    demo, large = stage.demo_served, stage.large_served
    for template in each_citizen():
        _ask(demo, known, template, template.staff)
        again = _ask(demo, known, template, template.staff)
        once = _ask(large, unknown, template, SEES_ALL)
        report[template.topic] = {
            "kinds": kinds([each.kind for each in once]),
            "p50": Figure(p50(_own(once)), "ms", Peer("demo home, p50", p50(_own(again)))).as_json(),
            "p95": Figure(p95(_own(once)), "ms", Peer("demo home, p95", p95(_own(again)))).as_json(),
        }
    return report


def _ask(served: Served, names: Sequence[str], template: BenchQuestion, staff: str) -> list[Asked]:
    """One question about each of them, each in a conversation of its own."""
    connection = Connection(served.url)
    try:
        asker = Asker(connection, served.log_in([staff]))
        questions = [replace(template, text=template.text.format(name=name), thread=name) for name in names]
        return list(asker.once(questions, staff=staff))
    finally:
        connection.close()


def _names(lines: Sequence[str], count: int) -> list[str]:
    """The first names by which only one citizen can be meant, so that nothing is asked back."""
    names = [json.loads(line)["name"] for line in lines if '"type": "citizen"' in line]
    clear = (said for said in names if sum(can_mean(said, name) for name in names) == 1)
    return list(islice(clear, count))


def _own(asked: Sequence[Asked]) -> list[float]:
    """All but Rasa's parse, in milliseconds."""
    return [each.own_ms for each in asked]
