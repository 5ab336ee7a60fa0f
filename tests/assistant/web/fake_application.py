"""A stand-in for the application: real services on records in memory, and answers known beforehand."""

import threading
from dataclasses import dataclass, field
from pathlib import Path

from argon2 import PasswordHasher

from assistant.domain.answer import Answer, AnswerKind
from assistant.services.accounts import LocalLogins
from assistant.services.care_plans import CarePlans
from assistant.services.conversation import Question, Reply
from assistant.services.errors import ConversationNotYours
from assistant.services.people import People
from assistant.services.ports import Account
from assistant.settings import Settings
from tests.assistant.web import district
from tests.fakes import FakeClock, FakeUnderstander, InMemory

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


class CannedConversation:
    """Answers by a word in the question; remembers what was asked, and whose conversation it is."""

    def __init__(self) -> None:
        self.asked: list[Question] = []
        self.answers = district.answers()
        self.failure: Exception | None = None
        self.gate = threading.Event()
        """Closed by a test that wants to see the page wait."""
        self.gate.set()
        self._owner: dict[str, str] = {}

    def ask(self, question: Question) -> Reply:
        """The answer whose word stands in the question, else a greeting."""
        self.gate.wait(20)
        if self.failure:
            raise self.failure
        conversation = question.conversation or f"c-{len(self._owner) + 1}"
        if self._owner.setdefault(conversation, question.staff) != question.staff:
            raise ConversationNotYours(conversation)
        self.asked.append(question)
        found = [answer for word, answer in self.answers.items() if word in question.text.casefold()]
        answer = found[0] if found else Answer(AnswerKind.HELP, "Hej. Spørg om en borgers plan.")
        return Reply(answer=answer, conversation=conversation, elapsed_ms=4.2, parts_ms={"nlu": 3.0})


def district_in_memory() -> InMemory:
    """The district's records, with a login for everybody who works there."""
    records = InMemory()
    hashed = QUICK.hash(district.PASSWORD)
    with records.open_work() as work:
        district.put_everything(work)
        for each in district.STAFF:
            work.accounts.put(Account(each.id, hashed))
        work.commit()
    return records


@dataclass
class FakeApplication:
    """Has the attributes of `assistant.bootstrap.Application` that the web uses."""

    settings: Settings
    records: InMemory = field(default_factory=district_in_memory)
    nlu: FakeUnderstander = field(default_factory=FakeUnderstander)
    clock: FakeClock = field(default_factory=lambda: FakeClock(district.NOW))
    conversation: CannedConversation = field(default_factory=CannedConversation)

    def __post_init__(self) -> None:
        self.open_work = self.records.open_work
        self.care_plans = CarePlans(self.open_work)
        self.people = People(self.open_work)
        self.logins = LocalLogins(self.open_work, hasher=QUICK)


def fake_application(home: Path, **environment: str) -> FakeApplication:
    """The application on the district, with its home in `home`."""
    return FakeApplication(Settings.read({"RYTME_HOME": str(home), **environment}))
