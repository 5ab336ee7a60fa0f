"""How many records a second `rytme import` takes in, beside the least that such a file can cost."""

from typing import Any

from assistant.bench.floors import json_loads_s, raw_sqlite_s
from assistant.bench.report import Figure, Peer, rounded
from assistant.bench.stage import Stage


def measure(stage: Stage) -> dict[str, Any]:
    """The large district in one file, by the command that a municipality uses."""
    seconds = stage.large_import_s
    lines = stage.large_lines
    plan_lines = sum('"type": "planned_help"' in line for line in lines)
    speed = len(lines) / seconds
    reading_s = json_loads_s(lines)
    writing_s = raw_sqlite_s(lines, stage.folder / "floor.db")
    return {
        "note": "the whole command: start, reading, checking every reference, storing in one transaction",
        "citizens": sum('"type": "citizen"' in line for line in lines),
        "plan_lines": plan_lines,
        "records": len(lines),
        "seconds": rounded(seconds),
        "speed": Figure(
            speed, "records/s", Peer("json.loads of the same lines", len(lines) / reading_s)
        ).as_json(),
        "beside_sqlite": Figure(
            speed, "records/s", Peer("sqlite3.executemany of the plan lines", plan_lines / writing_s)
        ).as_json(),
    }
