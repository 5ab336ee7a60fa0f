"""Asks a file of questions with right answers in a home of their own, and keeps what went wrong."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from assistant.bootstrap import bootstrap
from assistant.evaluation.expectations import faults
from assistant.records.answer_json import answer_json
from assistant.records.reader import read_file
from assistant.services.conversation import Question
from assistant.services.ports import Understander
from assistant.services.records import import_records
from assistant.settings import Settings
from retrieval.embedder import BUNDLED


@dataclass(frozen=True, slots=True)
class Asked:
    """One question with the answer it got; `faults` is empty when the answer is right."""

    id: str
    text: str
    tags: tuple[str, ...]
    expected_kinds: tuple[str, ...]
    kind: str
    intent: str
    elapsed_ms: float
    faults: tuple[str, ...]


def ask_all(world: Path, questions: Path, *, nlu: Understander, by_meaning: bool = False) -> Iterator[Asked]:
    """Ask every line of `questions` in order, about the records of `world`.

    The form of both files is that of the shared samples: `id`, `text`, `as`, `at`, `conversation?`,
    `expect`, `tags`. The home is made for this and thrown away.

    :param by_meaning: whether guidance is searched by meaning as well, as it is where the app is served.
    """
    with TemporaryDirectory(prefix="rytme-evaluate-") as folder:
        embedder = BUNDLED if by_meaning else "off"
        app = bootstrap(Settings.read({"RYTME_HOME": folder, "RYTME_EMBEDDER": embedder}), nlu=nlu)
        import_records(app.open_work, read_file(world))
        if app.embedding is not None:
            app.embedding.prepare()
            app.embedding.look()
        for line in questions.read_text("utf-8").splitlines():
            if line.strip():
                asked = json.loads(line)
                at = datetime.fromisoformat(asked["at"])
                reply = app.conversation.ask(
                    Question(asked["text"], asked["as"], at, asked.get("conversation"))
                )
                yield _judged(asked, answer_json(reply), nlu)
        if app.storage is not None:
            app.storage.close()


def _judged(asked: dict[str, Any], answer: dict[str, Any], nlu: Understander) -> Asked:
    expect = asked["expect"]
    understood = nlu.understand(asked["text"]).intent if asked["text"].strip() and nlu.ready() else "-"
    return Asked(
        id=asked["id"],
        text=asked["text"],
        tags=tuple(asked.get("tags", ())),
        expected_kinds=tuple(expect.get("kind_any", [expect["kind"]])),
        kind=answer["kind"],
        intent=understood,
        elapsed_ms=answer["elapsed_ms"],
        faults=tuple(faults(answer, expect, asked=asked["text"])),
    )
