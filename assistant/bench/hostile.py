"""Messages that nobody means to be answered: they must not be slower than those that somebody does."""

from collections.abc import Mapping
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
        repeats = stage.times(15, 3)
        usual = p50([ask(each.text, each.staff)[0] for _ in range(repeats) for each in questions])
        report: dict[str, Any] = {}
        for name, text in messages().items():
            answers = [ask(text, STAFF) for _ in range(repeats)]
            figure = Figure(
                p50([ms for ms, _ in answers]),
                "ms",
                Peer("plan questions, p50", usual),
                Target(at_most=SLOWEST_RATIO * usual),
            )
            report[name] = {"status": sorted({status for _, status in answers}), **figure.as_json()}
        return report
    finally:
        connection.close()
