"""The same questions without HTTP and without waiting for Rasa: what dialogue, database and search cost."""

import time
from collections.abc import Iterator, Mapping, Sequence
from statistics import fmean
from typing import Any

from assistant.bench.questions import CLOCK, BenchQuestion
from assistant.bench.report import Figure, Peer
from assistant.bench.stage import Stage, say
from assistant.bench.timed_work import Stopwatch, timed
from assistant.bootstrap import bootstrap
from assistant.services.conversation import Conversation, Question, Reply
from assistant.services.ports import Understander
from nlu.rasa_client import NoNlu, RasaClient
from nlu.types import Understanding

STEPS = ("dialogue", "search", "database_reads", "database_write")


class ReplayedNlu:
    """Asks Rasa about each sentence once, and from then on says the same at no cost."""

    def __init__(self, nlu: Understander) -> None:
        self._nlu = nlu
        self._said: dict[str, Understanding] = {}

    def understand(self, text: str) -> Understanding:
        """See `ports.Understander.understand`."""
        if text not in self._said:
            self._said[text] = self._nlu.understand(text)
        return self._said[text]

    def ready(self) -> bool:
        """See `ports.Understander.ready`."""
        return True


def inside(stage: Stage, questions: Sequence[BenchQuestion]) -> dict[str, Any]:
    """Mean milliseconds of each step, in this process on the home that is being served."""
    served = stage.demo_served
    say("asking the same questions inside one process")
    client = RasaClient(served.nlu.url, token=served.nlu.token, timeout_s=10) if served.nlu else None
    nlu = ReplayedNlu(client or NoNlu())
    own = bootstrap(served.settings, nlu=nlu)
    watch = Stopwatch()
    app = bootstrap(served.settings, open_work=timed(own.open_work, watch), nlu=nlu)
    steps: dict[str, list[float]] = {name: [] for name in STEPS}
    try:
        for _ in _replies(app.conversation, questions):
            pass  # fills the caches, and lets Rasa be asked for the last time
        for _ in range(stage.times(5, 2)):
            for began, reply in _replies(app.conversation, questions):
                for name, ms in _steps(reply.parts_ms, began, watch).items():
                    steps[name].append(ms)
                watch.taken.clear()
    finally:
        if own.storage:
            own.storage.close()
        if client:
            client.close()
    whole = Peer("all steps", sum(fmean(ms) for ms in steps.values()))
    return {
        "note": "means in one process, Rasa's words replayed; dialogue: names, times and the next move; "
        "search: finding guidance, recurrence and wording; the ratio is the share",
        **{name: Figure(fmean(ms), "ms", whole).as_json() for name, ms in steps.items()},
    }


def _replies(conversation: Conversation, questions: Sequence[BenchQuestion]) -> Iterator[tuple[float, Reply]]:
    """Each answer with the moment at which its question was put."""
    going_on: dict[str, str] = {}
    for each in questions:
        began = time.perf_counter()
        reply = conversation.ask(Question(each.text, each.staff, CLOCK, going_on.get(each.thread)))
        going_on[each.thread] = reply.conversation
        yield began, reply


def _steps(parts_ms: Mapping[str, float], began: float, watch: Stopwatch) -> dict[str, float]:
    """The parts of one reply, the time in the database taken out of each."""
    answering_at = began + (parts_ms["nlu"] + parts_ms["dialogue"]) / 1000
    answered_at = answering_at + parts_ms["answering"] / 1000
    while_hearing = watch.between(began, answering_at)
    while_answering = watch.between(answering_at, answered_at)
    return {
        "dialogue": parts_ms["dialogue"] - while_hearing,
        "search": parts_ms["answering"] - while_answering,
        "database_reads": while_hearing + while_answering,
        "database_write": parts_ms["remembering"],
    }
