"""Whole conversations, told in plain text, from the words of staff to the answer they get."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from assistant.domain.wall_clock import local, local_day
from assistant.records.answer_json import answer_json
from assistant.records.reader import read_file
from assistant.services.conversation import Conversation, Question
from assistant.services.ports import OpenWork
from assistant.services.records import import_records
from assistant.storage import open_storage
from nlu.types import Entity, NluUnavailable, Understanding
from tests.dialogue_script import WORLD, Expected, Script, Turn, scripts
from tests.fakes import InMemory


class ScriptedRasa:
    """Understands what the script says that Rasa makes of the next sentence."""

    def __init__(self) -> None:
        self.turn: Turn | None = None

    def understand(self, text: str) -> Understanding:
        assert self.turn is not None
        if self.turn.intent is None:
            raise NluUnavailable("the script has Rasa down")
        entities = tuple(_entities(text, self.turn.name))
        return Understanding(text, self.turn.intent, self.turn.confidence, entities)

    def ready(self) -> bool:
        return True


def _entities(text: str, name: str | None) -> Iterator[Entity]:
    if name is not None and name in text:  # a stranger found by the app is masked, and Rasa never sees it
        begin = text.index(name)
        yield Entity("citizen", name, (begin, begin + len(name)), 0.95)


@pytest.fixture
def home() -> InMemory:
    records = InMemory()
    import_records(records.open_work, read_file(WORLD))
    return records


@pytest.mark.parametrize("script", scripts(), ids=lambda script: script.title)
def test_the_conversation_goes_as_told(script: Script, home: InMemory) -> None:
    _tell(script, home.open_work)


def test_conversations_that_write_go_the_same_way_on_a_database(tmp_path: Path) -> None:
    for script in [each for each in scripts() if any(turn.expected.done for turn in each.turns)]:
        folder = tmp_path / str(abs(hash(script.title)))
        folder.mkdir()
        storage = open_storage(f"sqlite:///{folder / 'rytme.db'}", municipality="m", keys_folder=folder)
        storage.migrate()
        import_records(storage.open_work, read_file(WORLD))
        _tell(script, storage.open_work)
        storage.close()


def _tell(script: Script, open_work: OpenWork) -> None:
    rasa = ScriptedRasa()
    conversation = Conversation(open_work, nlu=rasa)
    id: str | None = None
    for turn in script.turns:
        rasa.turn = turn
        reply = conversation.ask(Question(turn.text, script.staff, turn.at, id))
        id = reply.conversation
        _check(answer_json(reply), turn.expected, turn.text)
        _check_store(open_work, turn)


def _check_store(open_work: OpenWork, turn: Turn) -> None:
    """The completions that are kept for the local day of the turn."""
    day = local_day(turn.at)
    with open_work() as work:
        for each in turn.expected.done or ():
            help, _, outcome = each.partition(":")
            kept = work.completions.find([(help, day)]).get((help, day))
            assert kept is not None, f"{turn.text!r}: {help} is open"
            assert kept.outcome.value == (outcome or "as_planned"), turn.text
        for help in turn.expected.open or ():
            kept = work.completions.find([(help, day)]).get((help, day))
            assert kept is None or kept.at > turn.at, f"{turn.text!r}: {help} is done"


def _check(answer: dict, expected: Expected, said: str) -> None:  # type: ignore[type-arg]
    assert answer["kind"] == expected.kind, f"{said!r}: {answer['text']}"
    if expected.citizen is not None:
        about = answer["citizen"]["id"] if answer["citizen"] else "nobody"
        assert about == expected.citizen, said
    if expected.window is not None:
        assert tuple(_clock(answer["window"][end]) for end in ("start", "end")) == expected.window, said
    if expected.tasks is not None:
        assert [each["planned_help"] for each in answer["tasks"]] == expected.tasks, said
    if expected.options is not None:
        assert [each["value"] for each in answer["options"]] == expected.options, said
    if expected.guidance is not None:
        assert answer["passages"][0]["guidance"] == expected.guidance, said
    if expected.draft is not None:
        assert answer["draft"]["text"] == expected.draft, said
        assert answer["draft"]["citizen"] == answer["citizen"]["id"], said
    texts = _texts(answer)
    for words in expected.says:
        assert words.lower() in texts, f"{said!r}: {words!r} is not said in {texts!r}"
    for words in expected.never:
        assert words.lower() not in texts, f"{said!r}: {words!r} is said"


def _clock(instant: str) -> str:
    return local(datetime.fromisoformat(instant)).strftime("%H:%M")


def _texts(answer: dict) -> str:  # type: ignore[type-arg]
    """All texts of the answer, as a person could read them."""
    citizen = answer["citizen"] or {"name": "", "alerts": []}
    parts = [answer["text"], citizen["name"], *citizen["alerts"]]
    parts += [f"{each['title']} {each['remark'] or ''}" for each in answer["tasks"]]
    parts += [f"{each['title']} {each['quote']}" for each in answer["passages"]]
    parts += [each["label"] for each in answer["options"]]
    return "\n".join(parts).lower()
