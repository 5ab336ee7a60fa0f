"""Messages that nobody means to be answered: they must not be slower than those that somebody does."""

from collections.abc import Mapping, Sequence
from typing import Any

from assistant.bench.asking import ASK
from assistant.bench.load import Connection
from assistant.bench.questions import CLOCK, varied
from assistant.bench.report import Figure, Peer, Target, p50
from assistant.bench.stage import Stage

LONG = 10_000
SLOWEST_RATIO = 2.0
STAFF = "anna"


def messages() -> Mapping[str, str]:
    """By what they are: ten thousand characters of every kind, other scripts, markup, commands, nothing."""

    def long(part: str) -> str:
        return (part * (LONG // len(part) + 1))[:LONG]

    return {
        "empty": "",
        "blank": " \n\t ",
        "letters": long("a"),
        "spaces": "jens" + long(" ") + "kl. 14",
        "times": long("kl. 14 og "),
        "numbers": long("1234567890"),
        "names": long("Jens Holm og "),
        "misspelt": long("kompresonstrumperne hwornor "),
        "negations": long("ikke ingen uden hverken "),
        "emoji": long("🧑‍🦽🙏🏽"),
        "arabic": long("متى يجب أن يحصل على دوائه؟ "),
        "marks": "h" + long("\u0301"),
        "html": long("<script>alert('jens')</script>"),
        "sql": long("'; DROP TABLE citizens; -- "),
        "control": long("\x07\x1b[31m\u202e"),
        "brackets": long("(" * 50 + ")" * 50),
    }


def measure(stage: Stage) -> dict[str, Any]:
    """Each message over HTTP, beside the median of the questions that are asked all day."""
    served = stage.demo_served
    connection = Connection(served.url)
    questions = [each for each in varied() if each.topic == "plan"]
    cookies = served.log_in({STAFF, *(each.staff for each in questions)})

    def ask(text: str, staff: str) -> tuple[float, int]:
        sample = connection.post(ASK, {"text": text, "at": CLOCK.isoformat()}, cookie=cookies[staff])
        return sample.ms, sample.status

    try:
        usual: list[float] = []
        answers: dict[str, list[tuple[float, int]]] = {name: [] for name in messages()}
        # in turn, so that whatever else the machine does slows both alike
        for _ in range(stage.times(15, 3)):
            usual += [ask(each.text, each.staff)[0] for each in questions]
            for name, text in messages().items():
                answers[name].append(ask(text, STAFF))
        return {name: _figure(of_one, p50(usual)) for name, of_one in answers.items()}
    finally:
        connection.close()


def _figure(answers: Sequence[tuple[float, int]], usual: float) -> dict[str, Any]:
    """The median of the answers to one message, each its milliseconds and its status."""
    figure = Figure(
        p50([ms for ms, _ in answers]),
        "ms",
        Peer("plan questions, p50", usual),
        Target(at_most=SLOWEST_RATIO * usual),
    )
    return {"status": sorted({status for _, status in answers}), **figure.as_json()}
