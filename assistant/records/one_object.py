"""One line of bytes to one JSON object, stricter than the standard library reads it."""

import json
from typing import Any, NoReturn


class NotOneObject(Exception):
    """The line is not one JSON object; the message says what was found and expected."""


def one_object(line: bytes) -> dict[str, Any]:
    """The JSON object of a line.

    :raises NotOneObject: also for what JSON readers often let pass: a field that is given twice
        and numbers that are none (NaN, Infinity).
    """
    if line.startswith(b"\xef\xbb\xbf"):
        raise NotOneObject("found a byte order mark, expected plain UTF-8; save the file without it")
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotOneObject(
            f"found bytes that are not UTF-8 (byte {error.start + 1} of the line), expected UTF-8"
        ) from error
    try:
        value = json.loads(text, object_pairs_hook=_each_field_once, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise NotOneObject(
            f"found text that is not JSON ({error.msg}, character {error.pos + 1}), expected one JSON object"
        ) from error
    except RecursionError as error:
        raise NotOneObject("found JSON nested too deeply, expected one flat object") from error
    except ValueError as error:
        # Python reads no whole number of more than some thousand digits.
        raise NotOneObject("found a number with too many digits, expected one that fits its field") from error
    if not isinstance(value, dict):
        kind = {list: "a list", str: "a text", type(None): "null"}.get(type(value), "a number or truth value")
        raise NotOneObject(f"found {kind}, expected one JSON object")
    return value


def _each_field_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise NotOneObject("found a field that is given twice in one object, expected each once")
    return fields


def _no_number(word: str) -> NoReturn:
    raise NotOneObject(f"found {word}, expected a number that JSON knows")
