"""Which texts from outside can be kept, searched and shown at all."""

from typing import Any


def refuse_unreadable(value: Any) -> Any:
    """The value itself.

    :raises ValueError: for a text with NUL (PostgreSQL cannot keep it) or half a surrogate pair
        (it has no bytes in UTF-8).
    """
    if isinstance(value, str) and ("\0" in value or any("\ud800" <= each <= "\udfff" for each in value)):
        raise ValueError("the text holds a character that cannot be kept: NUL or half a surrogate pair")
    return value
