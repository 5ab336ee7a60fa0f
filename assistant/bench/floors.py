"""The least that a task can cost on this machine: what the figures of an import are read against."""

import json
import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path

COLUMNS = (
    "id",
    "citizen",
    "title",
    "start",
    "end",
    "recurrence",
    "valid_from",
    "guidance",
    "least_role",
    "remark",
)


def json_loads_s(lines: Sequence[str]) -> float:
    """Seconds to read each line as JSON and to keep none."""
    began = time.perf_counter()
    for line in lines:
        json.loads(line)
    return time.perf_counter() - began


def raw_sqlite_s(lines: Sequence[str], file: Path) -> float:
    """Seconds to put the plan lines into one table of an SQLite file, in one transaction.

    The driver alone: no types, no checks, no other table. The reading of the JSON is not counted.
    """
    rows = [_row(record) for record in map(json.loads, lines) if record["type"] == "planned_help"]
    columns = ", ".join(f'"{name}"' for name in COLUMNS)
    database = sqlite3.connect(file)
    try:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        database.execute(f"CREATE TABLE line (municipality, {columns}, PRIMARY KEY (municipality, id))")
        database.execute("CREATE INDEX line_citizen ON line (municipality, citizen)")
        began = time.perf_counter()
        marks = ", ".join("?" * (len(COLUMNS) + 1))
        database.executemany(f"INSERT INTO line VALUES ({marks})", rows)
        database.commit()
        return time.perf_counter() - began
    finally:
        database.close()


def _row(record: dict[str, object]) -> tuple[object, ...]:
    values = (record.get(name) for name in COLUMNS)
    return ("kommunen", *(json.dumps(each) if isinstance(each, list) else each for each in values))
