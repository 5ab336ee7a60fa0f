"""Whether `ask` grows slower with 10,000 citizens: the demo home and the large one, question by question.

Both are really served at the same time, each with its own Rasa. Every question goes to the one and
then to the other, in changing order, so that whatever else the machine does hits both alike.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from assistant.bench import strangers
from assistant.bench.asking import Asked, Asker
from assistant.bench.district import SEES_ALL
from assistant.bench.home import Served
from assistant.bench.load import Connection
from assistant.bench.questions import BenchQuestion, varied, whole_roster
from assistant.bench.report import Figure, Peer, Target, p50, p95, rounded
from assistant.bench.stage import Stage, kinds, say

MOST_RATIO = 1.3
SEES_ALL_OF_DEMO = "rasmus"


@dataclass(slots=True)
class Pair:
    """The same questions to the demo home and to the large one."""

    demo: list[Asked] = field(default_factory=list)
    large: list[Asked] = field(default_factory=list)


def measure(stage: Stage) -> dict[str, Any]:
    """Asked by staff of one care unit, and by one person who sees everybody."""
    demo, large = stage.demo_served, stage.large_served
    rounds = stage.times(8, 2)
    say("asking both homes the same questions, as staff of one care unit")
    own = _compare(demo, large, varied(), rounds, None)
    say("asking both homes, as somebody who sees every citizen")
    everyone = _compare(demo, large, whole_roster(), rounds, SEES_ALL)
    return {
        "note": "two homes served at once, each question to both in turn; ratios are large / demo; "
        "best_p95: p95 of the quickest answer to each question",
        "citizens": sum('"type": "citizen"' in line for line in stage.large_lines),
        "own_unit": _figures(own),
        "whole_roster": _figures(everyone),
        "strangers": strangers.measure(stage),
        "round_of_everybody": _round(demo, large),
    }


def _compare(
    demo: Served, large: Served, questions: Sequence[BenchQuestion], rounds: int, large_staff: str | None
) -> tuple[Pair, Pair]:
    """The first round, with empty caches, and the rounds after it."""
    staff = {each.staff for each in questions}
    connections = Connection(demo.url), Connection(large.url)
    askers = (
        Asker(connections[0], demo.log_in(staff)),
        Asker(connections[1], large.log_in({large_staff} if large_staff else staff)),
    )
    first, later = Pair(), Pair()
    for number in range(rounds + 1):
        pair = later if number else first
        for asker in askers:
            asker.begin_anew()
        for place, question in enumerate(questions):
            if (place + number) % 2:
                pair.large.append(askers[1].ask(question, staff=large_staff))
                pair.demo.append(askers[0].ask(question))
            else:
                pair.demo.append(askers[0].ask(question))
                pair.large.append(askers[1].ask(question, staff=large_staff))
    for each in connections:
        each.close()
    return first, later


def _round(demo: Served, large: Served) -> dict[str, Any]:
    """The widest question there is, asked by somebody who sees every citizen; a round has no target."""
    question = next(each for each in varied() if each.topic == "round")
    taken = {}
    for name, served, staff in (("demo", demo, SEES_ALL_OF_DEMO), ("large", large, SEES_ALL)):
        connection = Connection(served.url)
        asker = Asker(connection, served.log_in([staff]))
        taken[name] = p50([asker.ask(question, staff=staff).sample.ms for _ in range(3)])
        connection.close()
    return _ratio(taken["large"], taken["demo"], "the same round")


def _figures(measured: tuple[Pair, Pair]) -> dict[str, Any]:
    first, later = measured
    return {
        "questions": len(later.large),
        "errors": sum(not each.sample.is_answer for each in later.large + later.demo),
        "without_rasa": sum(each.sample.is_simplified for each in later.large + later.demo),
        "same_kind": rounded(
            sum(a.kind == b.kind for a, b in zip(later.demo, later.large, strict=True)) / len(later.large)
        ),
        "kinds": kinds([each.kind for each in later.large]),
        "p50": _ratio(p50(_ms(later.large)), p50(_ms(later.demo)), "p50", bound=True),
        "p95": _ratio(p95(_ms(later.large)), p95(_ms(later.demo)), "p95", bound=True),
        "best_p95": _ratio(p95(_best(later.large)), p95(_best(later.demo)), "best_p95", bound=True),
        "own_p50": _ratio(p50(_own(later.large)), p50(_own(later.demo)), "p50 of all but Rasa's parse"),
        "own_p95": _ratio(p95(_own(later.large)), p95(_own(later.demo)), "p95 of all but Rasa's parse"),
        "first_question": _ratio(first.large[0].sample.ms, first.demo[0].sample.ms, "first question"),
        "slowest_of_first_round": _ratio(
            max(_ms(first.large)), max(_ms(first.demo)), "slowest of the first round"
        ),
    }


def _ratio(large: float, demo: float, what: str, *, bound: bool = False) -> dict[str, Any]:
    """Large beside demo; `bound` holds the ratio, not the milliseconds, to the target."""
    found = Figure(large, "ms", Peer(f"demo home, {what}", demo)).as_json()
    if bound:
        target = Target(at_most=MOST_RATIO)
        found |= {"target": {"ratio_at_most": MOST_RATIO}, "met": target.met_by(large / demo)}
    return found


def _ms(asked: Sequence[Asked]) -> list[float]:
    return [each.sample.ms for each in asked]


def _best(asked: Sequence[Asked]) -> list[float]:
    """The quickest answer to each question: a slow question stays slow, a busy machine does not show."""
    quickest: dict[BenchQuestion, float] = {}
    for each in asked:
        quickest[each.question] = min(each.sample.ms, quickest.get(each.question, each.sample.ms))
    return list(quickest.values())


def _own(asked: Sequence[Asked]) -> list[float]:
    return [each.own_ms for each in asked]
