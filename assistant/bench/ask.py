"""`ask` over HTTP: how long one person waits, and where the time goes."""

from collections.abc import Sequence
from typing import Any

from assistant.bench.asking import Asked, Asker
from assistant.bench.inside import inside
from assistant.bench.load import Connection, parse
from assistant.bench.questions import varied
from assistant.bench.report import Figure, Peer, Target, p50, p95, rounded
from assistant.bench.stage import Stage, kinds, say

LONGEST_MS = 60
OWN_SHARE_MS = 25


def measure(stage: Stage) -> dict[str, Any]:
    """Every question again and again; after each, the bare floor of HTTP and of Rasa."""
    questions = varied()
    served = stage.demo_served
    connection = Connection(served.url)
    rasa = Connection(served.nlu.url) if served.nlu else None
    asker = Asker(connection, served.log_in(each.staff for each in questions))
    first = list(asker.once(questions))
    answers: list[Asked] = []
    alive: list[float] = []
    parses: list[float] = []
    rounds = stage.times(8, 2)
    for number in range(1, rounds + 1):
        say(f"asking {len(questions)} questions over HTTP, round {number} of {rounds}")
        for asked in asker.once(questions):
            answers.append(asked)
            alive.append(connection.get("/healthz").ms)
            if rasa and served.nlu:
                parses.append(parse(rasa, served.nlu, asked.question.text).ms)
    connection.close()
    return {
        **_figures(answers, alive, parses),
        "first_time": {
            "note": "the same questions asked for the first time after the start: caches are empty",
            "p50": Figure(p50(_ms(first)), "ms", Peer("p50 afterwards", p50(_ms(answers)))).as_json(),
            "p95": Figure(p95(_ms(first)), "ms", Peer("p95 afterwards", p95(_ms(answers)))).as_json(),
            "slowest": Figure(
                max(each.sample.ms for each in first), "ms", Peer("p95 afterwards", p95(_ms(answers)))
            ).as_json(),
        },
        "inside": inside(stage, questions),
    }


def _figures(answers: Sequence[Asked], alive: Sequence[float], parses: Sequence[float]) -> dict[str, Any]:
    all_ms, own_ms = _ms(answers), [each.own_ms for each in answers]
    rasa = ("a direct /model/parse", parses) if parses else ("GET /healthz (no Rasa here)", alive)
    return {
        "questions": len(answers),
        "errors": sum(not each.sample.is_answer for each in answers),
        "without_rasa": sum(each.sample.is_simplified for each in answers),
        "as_chosen": rounded(sum(each.question.is_answered_by(each.kind) for each in answers) / len(answers)),
        "kinds": kinds([each.kind for each in answers]),
        "p50": Figure(p50(all_ms), "ms", Peer(f"{rasa[0]}, p50", p50(rasa[1]))).as_json(),
        "p95": Figure(
            p95(all_ms), "ms", Peer(f"{rasa[0]}, p95", p95(rasa[1])), Target(at_most=LONGEST_MS)
        ).as_json(),
        "own_p50": Figure(p50(own_ms), "ms", Peer("GET /healthz, p50", p50(alive))).as_json(),
        "own_p95": Figure(
            p95(own_ms), "ms", Peer("GET /healthz, p95", p95(alive)), Target(at_most=OWN_SHARE_MS)
        ).as_json(),
        "by_topic_p50_ms": _by_topic(answers),
        "shares": _shares(answers),
    }


def _shares(answers: Sequence[Asked]) -> dict[str, Any]:
    """What part of the whole time each step takes, by the server's own clock; `http` is the rest."""
    whole = sum(_ms(answers))
    parts: dict[str, float] = {}
    for each in answers:
        for name, ms in each.sample.parts.items():
            parts[name] = parts.get(name, 0.0) + ms
    parts["http"] = whole - sum(parts.values())
    return {name: rounded(ms / whole) for name, ms in parts.items()}


def _by_topic(answers: Sequence[Asked]) -> dict[str, float]:
    topics = sorted({each.question.topic for each in answers})
    return {
        topic: rounded(p50([each.sample.ms for each in answers if each.question.topic == topic]))
        for topic in topics
    }


def _ms(answers: Sequence[Asked]) -> list[float]:
    return [each.sample.ms for each in answers]
