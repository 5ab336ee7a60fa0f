"""A file's bytes to lines, without ever holding more than one line."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

LONGEST_LINE = 1_048_576
"""In bytes: a hundred times what a long handleanvisning needs."""


@dataclass(frozen=True, slots=True)
class RawLine:
    """A line without its line break; `too_long` ones are cut off."""

    number: int
    content: bytes
    too_long: bool = False


def raw_lines(stream: BinaryIO) -> Iterator[RawLine]:
    """The lines that are not blank. Only a line feed ends a line; a carriage return before it is dropped."""
    number = 0
    while content := stream.readline(LONGEST_LINE + 1):
        number += 1
        if len(content) > LONGEST_LINE and not content.endswith(b"\n"):
            _skip_rest(stream)
            yield RawLine(number, b"", too_long=True)
            continue
        stripped = content.strip(b" \t\r\n")
        if stripped:
            yield RawLine(number, stripped)


def _skip_rest(stream: BinaryIO) -> None:
    while rest := stream.readline(LONGEST_LINE):
        if rest.endswith(b"\n"):
            return
