"""Kinds of fields that several requests have: text that can be kept, and times with an offset."""

import re
from datetime import datetime
from typing import Annotated, Any

from pydantic import BeforeValidator, StringConstraints, WithJsonSchema

from assistant.web.text import refuse_unreadable

EARLIEST, LATEST = 1900, 2200
"""Years outside are no times of a plan, and calendars break at their ends."""

_PLUS_LOST = re.compile(r"(?<=\d) (?=\d\d:?\d\d$)")


def read_time(value: Any) -> datetime:
    """A time in ISO 8601 with an offset.

    A plus sign that stands unescaped in a query arrives as a space; it is read as what it was.

    :raises ValueError: when it is not one; pydantic makes a refusal of the field out of it.
    """
    if not isinstance(value, str):
        raise ValueError("expected a string like 2026-11-23T14:00:00+01:00")
    try:
        found = datetime.fromisoformat(_PLUS_LOST.sub("+", value))
    except ValueError:
        raise ValueError("expected a time like 2026-11-23T14:00:00+01:00") from None
    if found.tzinfo is None:
        raise ValueError("expected an offset, as in 2026-11-23T14:00:00+01:00")
    if not EARLIEST <= found.year < LATEST:
        raise ValueError(f"expected a year from {EARLIEST} to {LATEST - 1}, found {found.year}")
    return found


Time = Annotated[
    datetime,
    BeforeValidator(read_time),
    WithJsonSchema({"type": "string", "format": "date-time"}),
]
Identifier = Annotated[
    str, StringConstraints(min_length=1, max_length=200), BeforeValidator(refuse_unreadable)
]
Text = Annotated[
    str, StringConstraints(min_length=1, max_length=20_000, pattern=r"\S"), BeforeValidator(refuse_unreadable)
]
