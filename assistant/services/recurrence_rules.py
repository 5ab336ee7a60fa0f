"""Which recurrence rules a plan line may have: days only, and none that depends on an unknown start."""

import re
from datetime import date, datetime, time
from functools import lru_cache

from dateutil import rrule

FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")

# What RFC 5545 allows below a day's precision; the clock times stand in the plan line itself.
_FINER = ("BYHOUR", "BYMINUTE", "BYSECOND")
_PARTS = frozenset(
    {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTH", "BYMONTHDAY", "BYYEARDAY"}
    | {"BYWEEKNO", "BYSETPOS"}
)
# By frequency: one of these parts says the day; without them it is the day of `valid_from`.
_SAYS_THE_DAY = {
    "DAILY": (),
    "WEEKLY": ("BYDAY",),
    "MONTHLY": ("BYDAY", "BYMONTHDAY"),
    "YEARLY": ("BYDAY", "BYMONTHDAY", "BYYEARDAY"),
}
_MOST = {"INTERVAL": 1000, "COUNT": 100_000}
# Near the end of the calendar: the library walks to it before it gives up on a rule that never happens.
_LATE_YEARS = range(9930, 9971)
_ANY_MONDAY = date(2018, 1, 1)
_UNTIL = re.compile(r"[0-9]{8}(T[0-9]{6}Z?)?")


def check_rule(text: str, valid_from: date | None) -> str | None:
    """What was expected of the rule, or None where it is as it must be.

    It must be one RFC 5545 rule by days, weeks, months or years that happens at least once; a
    rule that counts from its start (INTERVAL above 1, COUNT, or no day said) needs `valid_from`.
    """
    parts = _parts(text)
    if isinstance(parts, str):
        return parts
    wrong = _wrong_part(parts) or _wrong_value(parts)
    if wrong:
        return wrong
    needs = _needs_start(parts)
    if needs and valid_from is None:
        return needs
    # Most rules do not depend on their start, so that one look at the rule does for many lines.
    return _unreadable(text, valid_from if needs and valid_from else _ANY_MONDAY)


def _parts(text: str) -> dict[str, str] | str:
    if any(character.isspace() for character in text):
        return "one recurrence rule of RFC 5545 without spaces or line breaks"
    parts: dict[str, str] = {}
    for part in text.split(";"):
        name, equals, value = part.partition("=")
        if not equals or not value or name in parts:
            return "a recurrence rule of RFC 5545 such as FREQ=WEEKLY;BYDAY=MO,TH, each part once"
        parts[name] = value
    return parts


def _wrong_part(parts: dict[str, str]) -> str | None:
    if "DTSTART" in parts:
        return "a rule without DTSTART: the plan line's valid_from says when it begins"
    if any(name in parts for name in _FINER):
        return "a rule of days without BYHOUR, BYMINUTE and BYSECOND: start and end say the times"
    if unknown := [name for name in parts if name not in _PARTS]:
        return f"only parts of RFC 5545 in capitals, not {unknown[0][:20]!r}"
    if parts.get("FREQ") not in FREQUENCIES:
        return f"a rule with FREQ one of {', '.join(FREQUENCIES)}"
    if "COUNT" in parts and "UNTIL" in parts:
        return "COUNT or UNTIL, not both"
    return None


def _wrong_value(parts: dict[str, str]) -> str | None:
    for name, most in _MOST.items():
        value = parts.get(name, "1")
        if not (value.isascii() and value.isdigit() and len(value) <= 9 and 1 <= int(value) <= most):
            return f"{name} as a whole number from 1 to {most}"
    if "UNTIL" in parts and not _UNTIL.fullmatch(parts["UNTIL"]):
        return "UNTIL as a day such as UNTIL=20261231"
    return None


def _needs_start(parts: dict[str, str]) -> str | None:
    frequency = parts["FREQ"]
    says_the_day = _SAYS_THE_DAY[frequency]
    if int(parts.get("INTERVAL", "1")) > 1:
        return "a valid_from from which INTERVAL is counted"
    if "COUNT" in parts:
        return "a valid_from from which COUNT is counted"
    if says_the_day and not any(name in parts for name in says_the_day):
        return f"with FREQ={frequency} either {' or '.join(says_the_day)}, or a valid_from that says the day"
    return None


@lru_cache(maxsize=16384)
def _unreadable(text: str, start: date) -> str | None:
    endless = ";".join(part for part in text.split(";") if not part.startswith(("UNTIL=", "COUNT=")))
    try:
        rrule.rrulestr(text, dtstart=datetime.combine(start, time()), ignoretz=True)
        rule = rrule.rrulestr(endless, dtstart=datetime.combine(_late(start), time()))
        happens = next(iter(rule), None) is not None
    except (ValueError, TypeError, KeyError, IndexError, OverflowError):
        return "a recurrence rule of RFC 5545, such as FREQ=WEEKLY;BYDAY=MO,TH or FREQ=MONTHLY;BYMONTHDAY=1"
    return None if happens else "a rule that happens at least once"


def _late(day: date) -> date:
    """The same day of the week and of the year, decades before the calendar ends."""
    leap_day = (day.month, day.day) == (2, 29)
    years = (year for year in _LATE_YEARS if year % 4 == 0 or not leap_day)
    moved = (day.replace(year=year) for year in years)
    return next(each for each in moved if each.weekday() == day.weekday())
