"""How a value that was found is shown in an error: short, on one line, and never a CPR number."""

import json
import re
from collections.abc import Sequence
from typing import Any

_LONGEST = 60
_LIKE_A_CPR_NUMBER = re.compile(r"(?<!\d)\d{6}[-–/. ]?\d{4}(?!\d)")


def show(value: Any) -> str:
    """The value as JSON, cut off where it is long; an object or a long list only by its kind."""
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list | tuple) and not _is_short(value):
        return "a list"
    return mask(json.dumps(value, ensure_ascii=False))


def _is_short(values: Sequence[Any]) -> bool:
    return len(values) <= 4 and not any(isinstance(each, dict | list | tuple) for each in values)


def mask(text: str) -> str:
    """The text without numbers that may be CPR numbers, and without what a terminal cannot print.

    Records of other systems hold them in any field, also where an identifier is expected.
    """
    masked = _LIKE_A_CPR_NUMBER.sub("(number not shown)", text)
    printable = "".join(
        each if each.isprintable() else f"\\u{ord(each):04x}" for each in masked[: _LONGEST * 2]
    )
    return printable if len(printable) <= _LONGEST else printable[:_LONGEST] + "…"
