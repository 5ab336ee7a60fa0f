"""What an answer asks of the database is looked up by index, never by reading a table through."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import event

from assistant.domain.window import Window
from assistant.services.ports import Topic, UnitOfWork
from assistant.storage import Storage
from tests.records_of_a_home import at

Question = Callable[[UnitOfWork], object]

QUESTIONS: dict[str, Question] = {
    "citizen": lambda work: work.citizens.find(["b-1"]),
    "roster": lambda work: work.citizens.of_units(["u-1", "u-2"]),
    "plan": lambda work: work.plans.of_citizens(["b-1", "b-2"]),
    "revisions": lambda work: work.guidance.revisions_of(["h-1", "i-1"]),
    "one revision": lambda work: work.guidance.find([("h-1", 1)]),
    "handleanvisninger": lambda work: work.guidance.of_citizen("b-1"),
    "instrukser": lambda work: work.guidance.instrukser(),
    "notes": lambda work: work.notes.of_citizens(["b-1"], Window(at(1), at(2))),
    "completions": lambda work: work.completions.of_help(["d-1", "d-2"], date(2026, 1, 1), date(2026, 1, 2)),
    "completions by key": lambda work: work.completions.find([("d-1", date(2026, 1, 1))]),
    "conversation": lambda work: work.conversations.get("c-1"),
    "account": lambda work: work.accounts.get("anna"),
    "version": lambda work: work.version(Topic.ROSTER),
}


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_a_question_is_answered_by_index(sqlite_storage: Storage, question: Question) -> None:
    plans: list[str] = []

    @event.listens_for(sqlite_storage.engine, "before_cursor_execute")
    def _explain(_c: Any, cursor: Any, statement: str, parameters: Any, _x: Any, _m: bool) -> None:
        if statement.startswith("SELECT"):
            rows = cursor.connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters).fetchall()
            plans.extend(row[3] for row in rows)

    with sqlite_storage.open_work() as work:
        question(work)
    assert plans
    tables = [
        plan
        for plan in plans
        if not plan.startswith(("LIST SUBQUERY", "SCAN 2 CONSTANT", "SCAN (", "USE TEMP"))
    ]
    assert all(plan.startswith("SEARCH") for plan in tables if "CONSTANT ROW" not in plan), plans
