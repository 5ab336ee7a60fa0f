"""Files of JSON lines on the command line: read, checked, and every fault named by its line."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from assistant.cli.context import CommandFailed


def batch_lines(path: Path, fields: Mapping[str, bool]) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON lines; blank lines are passed over.

    :param fields: the fields that a line may have, and whether it must.
    :raises CommandFailed: naming the first line that is not such an object.
    """
    for number, line in enumerate(_lines(path), start=1):
        if line.strip():
            yield _checked(line, f"{path.name}, line {number}", fields)


def instant(text: str) -> datetime:
    """An ISO 8601 time with an offset.

    :raises CommandFailed: when `text` is not one.
    """
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise CommandFailed(
            f"the time {text!r} is not ISO 8601 with an offset, as in 2026-11-23T14:00:00+01:00"
        )
    return found


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise CommandFailed(f"{path} is not UTF-8 text; expected one JSON object a line") from None


def _checked(line: str, where: str, fields: Mapping[str, bool]) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except ValueError as problem:
        raise CommandFailed(f"{where}: not JSON ({problem}); expected one object a line") from None
    if not isinstance(found, dict):
        raise CommandFailed(f"{where}: expected a JSON object, found {type(found).__name__}")
    for name, value in found.items():
        if name not in fields:
            raise CommandFailed(f"{where}: unknown field {name!r}; expected {', '.join(fields)}")
        if not isinstance(value, str) and (value is not None or fields[name]):
            raise CommandFailed(f"{where}, field {name!r}: expected a string, found {json.dumps(value)}")
    missing = [name for name, needed in fields.items() if needed and name not in found]
    if missing:
        raise CommandFailed(f"{where}: the field {missing[0]!r} is missing")
    if found.get("at"):
        _check_instant(found["at"], where)
    return found


def _check_instant(text: str, where: str) -> None:
    try:
        instant(text)
    except CommandFailed as problem:
        raise CommandFailed(f"{where}: {problem}") from None
