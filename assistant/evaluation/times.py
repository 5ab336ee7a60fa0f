"""How many time phrases of a file get exactly the right window."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from nlu.components.times import resolve_window


def times_report(path: Path) -> dict[str, Any]:
    """Share of lines (`text`, `at`, `start`, `end`, `tags?`) with exactly the right start and end."""
    right: dict[str, list[bool]] = {}
    wrong = []
    for line in path.read_text("utf-8").splitlines():
        case = json.loads(line)
        found = resolve_window(case["text"], at=datetime.fromisoformat(case["at"]))
        window = (found.start.isoformat(), found.end.isoformat()) if found else (None, None)
        is_right = window == (case["start"], case["end"])
        for tag in ("all", *case.get("tags", ())):
            right.setdefault(tag, []).append(is_right)
        if not is_right:
            wrong.append({"id": case["id"], "text": case["text"], "found": window})
    shares = {
        tag: {"right": sum(each), "of": len(each), "share": round(sum(each) / len(each), 3)}
        for tag, each in right.items()
    }
    return {"by_tag": shares, "faults": wrong}
