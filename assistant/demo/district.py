"""The demo district: what it holds, as records of this week."""

import json
from collections.abc import Iterator
from datetime import datetime
from importlib.resources import files
from typing import Any

from assistant.demo.week import in_the_week_of

FILES = ("care-units", "staff", "instrukser", "nordbyen", "aadalen", "lindehaven")

# the same for everybody, and printed at each start: the district is fiction from end to end
PASSWORD = "rytme-demo"


def demo_lines(now: datetime) -> Iterator[str]:
    """The whole district as lines of records, as if today were in the week that it was written for."""
    for record in in_the_week_of(_written(), now):
        yield json.dumps(record, ensure_ascii=False)


def demo_staff() -> list[dict[str, Any]]:
    """Everybody who can log in, in the order in which they were written down."""
    return [each for each in _written() if each["type"] == "staff"]


def demo_citizens() -> frozenset[str]:
    """The ids of the citizens of the district."""
    return frozenset(each["id"] for each in _written() if each["type"] == "citizen")


def _written() -> Iterator[dict[str, Any]]:
    folder = files("assistant.demo") / "data"
    for name in FILES:
        for line in (folder / f"{name}.ndjson").read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield json.loads(line)
