"""The kinds of fields of a record, strict: what each accepts, and what it says it expected."""

import math
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainValidator
from pydantic_core import PydanticCustomError

EXPECTED = "expected"
"""The type of our own errors; their context is what `expected` was given."""

_CLOCK = re.compile(r"[0-9]{2}:[0-9]{2}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})"
)
_CPR = re.compile(r"[0-9]{6}-?[0-9]{4}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_YEARS = range(1850, 3000)
_LONGEST_ID = 200
_HIGHEST = 1e9
_HIGHEST_REVISION = 1_000_000


def expected(what: str, *, secret: bool = False, field: str = "") -> PydanticCustomError:
    """The error of a value that is not `what`.

    :param secret: what was found instead may not be shown.
    :param field: the field of the record to name where it is the record as a whole that is wrong.
    """
    return PydanticCustomError(EXPECTED, "expected {what}", {"what": what, "secret": secret, "field": field})


def read_text(value: Any) -> str:
    """A text that says something, and that every database can hold."""
    if not isinstance(value, str):
        raise expected("a text")
    if not value.strip():
        raise expected("a text that is not empty")
    if "\0" in value:
        raise expected("a text without the character NUL")
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            raise expected("a text without half characters (lone surrogates)") from None
    return value


def read_identifier(value: Any) -> str:
    """An identifier given by the importer."""
    if (
        not isinstance(value, str)
        or not 0 < len(value) <= _LONGEST_ID
        or value != value.strip()
        or _CONTROL.search(value)
    ):
        raise expected(f"an identifier: a text of 1 to {_LONGEST_ID} characters without spaces at its ends")
    return read_text(value)


def read_clock(value: Any) -> time:
    """A time of the clock on the wall."""
    if isinstance(value, str) and _CLOCK.fullmatch(value):
        try:
            return time.fromisoformat(value)
        except ValueError:
            pass
    raise expected("a time HH:MM")


def read_clock_text(value: Any) -> str:
    """A time of the clock on the wall that stays a text."""
    return read_clock(value).isoformat("minutes")


def read_day(value: Any) -> date:
    """A calendar day."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            day = date.fromisoformat(value)
        except ValueError:
            pass
        else:
            if day.year in _YEARS:
                return day
    raise expected(f"a day YYYY-MM-DD from {_YEARS.start} to {_YEARS[-1]}")


def read_instant(value: Any) -> datetime:
    """A moment, given back in UTC: the offset says when it was, not where."""
    if isinstance(value, str) and _INSTANT.fullmatch(value):
        try:
            moment = datetime.fromisoformat(value).astimezone(UTC)
        except (ValueError, OverflowError):
            pass
        else:
            if 1950 <= moment.year < _YEARS.stop:
                return moment
    raise expected("a time with its offset such as 2026-11-23T14:00:00+01:00, from 1950 on")


def read_cpr(value: Any) -> str:
    """A CPR number as ten digits. What was found instead is never shown."""
    if isinstance(value, str) and _CPR.fullmatch(value):
        return value.replace("-", "")
    raise expected("a CPR number of ten digits", secret=True)


def read_email(value: Any) -> str:
    """An address for e-mail, by its shape."""
    if isinstance(value, str) and _EMAIL.fullmatch(value):
        return read_text(value)
    raise expected("an e-mail address")


def read_number(value: Any) -> int | float:
    """A number as it was given: 120 stays a whole number and 78.2 one with decimals."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise expected("a number")
    if not (math.isfinite(value) and 0 <= value <= _HIGHEST):
        raise expected(f"a number from 0 to {_HIGHEST:.0f}")
    return value


def whole_number(lowest: int, highest: int) -> Callable[[Any], int]:
    """A reader of whole numbers in this range, both ends included."""

    def read(value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not lowest <= value <= highest:
            raise expected(f"a whole number from {lowest} to {highest}")
        return value

    return read


def one_of(*choices: str) -> PlainValidator:
    """A field that holds one of these words."""
    allowed = frozenset(choices)

    def read(value: Any) -> str:
        if not isinstance(value, str) or value not in allowed:
            raise expected(f"one of {', '.join(choices)}")
        return value

    return PlainValidator(read)


def read_span(value: Any) -> tuple[int, int]:
    """Start and end in code points; that they lie in the text is checked with the text."""
    number = whole_number(0, 10_000_000)
    if not isinstance(value, list) or len(value) != 2:
        raise expected("a span of two whole numbers")
    return number(value[0]), number(value[1])


def read_confidence(value: Any) -> int | float:
    """A probability."""
    number = read_number(value)
    if number > 1:
        raise expected("a number from 0 to 1")
    return number


def blank_is_none(value: Any) -> Any:
    """An optional text that says nothing is one that was not given."""
    return None if isinstance(value, str) and not value.strip() and "\0" not in value else value


Words = Annotated[str, PlainValidator(read_text)]
Identifier = Annotated[str, PlainValidator(read_identifier)]
ClockTime = Annotated[time, PlainValidator(read_clock)]
Day = Annotated[date, PlainValidator(read_day)]
Instant = Annotated[datetime, PlainValidator(read_instant)]
Number = Annotated[float, PlainValidator(read_number)]
Revision = Annotated[int, PlainValidator(whole_number(1, _HIGHEST_REVISION))]
Severity = Annotated[int, PlainValidator(whole_number(0, 4))]
Confidence = Annotated[float, PlainValidator(read_confidence)]
Span = Annotated[tuple[int, int], PlainValidator(read_span)]
ClockText = Annotated[str, PlainValidator(read_clock_text)]
OptionalWords = Annotated[Words | None, BeforeValidator(blank_is_none)]
OptionalIdentifier = Annotated[Identifier | None, BeforeValidator(blank_is_none)]
OptionalCpr = Annotated[Annotated[str, PlainValidator(read_cpr)] | None, BeforeValidator(blank_is_none)]
OptionalEmail = Annotated[Annotated[str, PlainValidator(read_email)] | None, BeforeValidator(blank_is_none)]
