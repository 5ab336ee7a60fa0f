"""Going through the questions once: what every measurement of `ask` does."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.bench.load import Connection, Sample
from assistant.bench.questions import CLOCK, BenchQuestion

ASK = "/api/v1/ask"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what came back."""

    question: BenchQuestion
    sample: Sample

    @property
    def own_ms(self) -> float:
        """All but Rasa's parse, as the client sees it: HTTP, login, dialogue, database, search."""
        return self.sample.ms - self.sample.parts.get("nlu", 0.0)

    @property
    def kind(self) -> str:
        """The kind of the answer, or the status where there was none."""
        return str(self.sample.body.get("kind", f"status {self.sample.status}"))


class Asker:
    """Asks over one connection in the names of several staff members, each thread one conversation."""

    def __init__(self, connection: Connection, cookies: Mapping[str, str]) -> None:
        self._connection = connection
        self._cookies = cookies
        self._conversations: dict[str, str] = {}

    def ask(self, question: BenchQuestion, *, staff: str | None = None) -> Asked:
        """Ask one question and remember its conversation.

        :param staff: asks in place of the question's own staff member.
        """
        who = staff or question.staff
        body = {"text": question.text, "at": CLOCK.isoformat()}
        if question.thread in self._conversations:
            body["conversation"] = self._conversations[question.thread]
        sample = self._connection.post(ASK, body, cookie=self._cookies[who])
        if "conversation" in sample.body:
            self._conversations[question.thread] = sample.body["conversation"]
        return Asked(question, sample)

    def begin_anew(self) -> None:
        """The next question of each thread begins a new conversation."""
        self._conversations.clear()

    def once(self, questions: Sequence[BenchQuestion], *, staff: str | None = None) -> Iterator[Asked]:
        """Ask all of them, each thread from its beginning."""
        self.begin_anew()
        for each in questions:
            yield self.ask(each, staff=staff)
