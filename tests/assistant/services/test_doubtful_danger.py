"""A message that may be danger to life is answered as usual, with 112 named first."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from assistant.records.reader import read_file
from assistant.services.conversation import Conversation, Question
from assistant.services.records import import_records
from assistant.services.wording import say
from nlu.components.emergency import judge
from nlu.types import Understanding
from tests.dialogue_script import WORLD
from tests.fakes import InMemory

SENTENCES = Path(__file__).parents[2] / "data" / "emergency" / "dev3.jsonl"
AT = datetime.fromisoformat("2027-01-19T16:30:00+01:00")


class TakesAllForAReport:
    """Stands in for Rasa."""

    def understand(self, text: str) -> Understanding:
        return Understanding(text, "dictate", 0.9, ())

    def ready(self) -> bool:
        return True


@pytest.fixture
def conversation() -> Conversation:
    records = InMemory()
    import_records(records.open_work, read_file(WORLD))
    return Conversation(records.open_work, nlu=TakesAllForAReport())


def told(conversation: Conversation, text: str) -> str:
    return conversation.ask(Question(text, "mette", AT)).answer.text


def test_112_comes_first_where_danger_to_life_is_in_doubt(conversation: Conversation) -> None:
    texts = [json.loads(line)["text"] for line in SENTENCES.read_text("utf-8").splitlines()]
    doubtful = next(each for each in texts if judge(each).doubtful)

    assert told(conversation, doubtful).startswith(say("emergency.if_in_doubt"))


@pytest.mark.parametrize("text", ["Kirsten har sovet godt i nat og spist sin havregrød", "tak for i dag"])
def test_an_ordinary_message_is_answered_without_it(conversation: Conversation, text: str) -> None:
    assert say("emergency.if_in_doubt") not in told(conversation, text)
