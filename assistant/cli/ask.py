"""`rytme ask`: one question, one answer, or a file of them."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from assistant.bootstrap import Application
from assistant.cli.batch import batch_lines, instant
from assistant.cli.context import CommandFailed, application, settings
from assistant.cli.understanding import understander
from assistant.domain.staff import Role
from assistant.records.answer_json import answer_json
from assistant.services.conversation import Question, Reply
from assistant.services.warming import Warming
from nlu.rasa_client import NoNlu

_FIELDS = {"id": True, "text": True, "as": True, "at": False, "conversation": False}


@click.command("ask")
@click.argument("text", required=False)
@click.option("--as", "staff", metavar="STAFF", help="Who asks: the id of a staff member.")
@click.option("--at", "at", metavar="TIME", help="The clock of the question, ISO 8601 with offset.")
@click.option("--conversation", metavar="ID", help="Go on in this conversation.")
@click.option("--batch", type=click.Path(path_type=Path), help="A file of questions, one JSON object a line.")
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON and nothing else.")
def ask_command(
    text: str | None,
    staff: str | None,
    at: str | None,
    conversation: str | None,
    batch: Path | None,
    as_json: bool,
) -> None:
    """Ask TEXT, as a staff member would, and print the answer with its sources."""
    if (text is None) == (batch is None):
        raise click.UsageError("give either a TEXT or --batch FILE")
    if batch is not None and not as_json:
        raise click.UsageError("--batch prints JSON; add --json")
    questions = list(batch_lines(batch, _FIELDS)) if batch else []
    waiting = application(NoNlu())
    warming = Warming(waiting.conversation, waiting.clock)
    warming.start()  # beside the start of Rasa, where there is none yet
    with understander(settings()) as nlu:
        warming.wait()
        app = application(nlu)
        if batch is not None:
            for line in questions:
                print(json.dumps({"id": line["id"], **_answer(app, line)}, ensure_ascii=False), flush=True)
            return
        asked = {"text": text, "as": staff or _default_staff(app), "at": at, "conversation": conversation}
        reply = app.conversation.ask(_question(app, asked))
    print(json.dumps(answer_json(reply), ensure_ascii=False) if as_json else _readable(reply))


def _answer(app: Application, line: dict[str, Any]) -> dict[str, Any]:
    return answer_json(app.conversation.ask(_question(app, line)))


def _question(app: Application, asked: dict[str, Any]) -> Question:
    at: datetime = instant(asked["at"]) if asked.get("at") else app.clock()
    return Question(asked["text"], asked["as"], at, asked.get("conversation"))


def _default_staff(app: Application) -> str:
    """Who asks when nobody is named; said on standard error, since it decides what may be seen."""
    staff = app.settings.default_staff or _first_carer(app)
    if staff is None:
        raise CommandFailed(
            "this home holds no staff; import records first, or load the district with `rytme demo`"
        )
    click.echo(f"asked as {staff} (choose another with --as)", err=True)
    return staff


def _first_carer(app: Application) -> str | None:
    with app.open_work() as work:
        return next((each.id for each in work.staff.everything() if each.role.may_do(Role.CARE_HELPER)), None)


def _readable(reply: Reply) -> str:
    return "\n".join(_lines(reply))


def _lines(reply: Reply) -> Iterator[str]:
    answer = reply.answer
    if answer.citizen:
        yield from (f"! {alert}" for alert in answer.citizen.alerts)
    yield answer.text
    for each in answer.options:
        yield f"  - {each.label} [{each.value}]"
    for quote in answer.passages:
        approved = f", godkendt af {quote.approved_by}" if quote.approved_by else ""
        yield f"\n[{quote.guidance}, revision {quote.revision}{approved}] {quote.title}\n{quote.quote}"
