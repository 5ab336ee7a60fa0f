"""On which days planned help falls: RFC 5545 rules read by python-dateutil.

The rule decides days only; the clock times of the day come from the plan line itself, on the
clock of the wall (contract §7). So the rule runs on naive midnights, and no clock change can
touch it.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from dateutil import rrule

from assistant.domain.doegnrytmeplan import Occurrence, PlannedHelp
from assistant.domain.window import Window

# A rule without `valid_from` says nothing that depends on when it began (the importer sees to
# that), so any Monday does as its anchor.
_ANY_MONDAY = date(2018, 1, 1)
_DAYS_OF_PERIOD = {"DAILY": 1, "WEEKLY": 7}


@lru_cache(maxsize=65536)
def _days(rule: str, anchor: date, first: date, last: date) -> tuple[date, ...]:
    # UNTIL may be an instant ("…T225959Z"); the rule runs on days, so its zone is of no matter
    parsed = rrule.rrulestr(rule, dtstart=_midnight(anchor), ignoretz=True)
    return tuple(each.date() for each in parsed.between(_midnight(first), _midnight(last), inc=True))


def _anchor_near(rule: str, anchor: date, first: date) -> date:
    """A later anchor with the same days from `first` on.

    So years of days need not be walked through, and lines that began on different days share the days
    of their rule.
    """
    period = _period(rule)
    if period is None or first <= anchor:
        return anchor
    return anchor + timedelta(days=(first - anchor).days // period * period)


@lru_cache(maxsize=16384)
def _period(rule: str) -> int | None:
    """After how many days the rule repeats itself, or None where it does not or counts its occurrences."""
    parts = dict(part.split("=", 1) for part in rule.upper().split(";"))
    period = _DAYS_OF_PERIOD.get(parts["FREQ"])
    if period is None or "COUNT" in parts:
        return None
    return period * int(parts.get("INTERVAL", "1"))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def days_of(help: PlannedHelp, first: date, last: date) -> tuple[date, ...]:
    """The local days from `first` to `last`, both included, on which this help starts."""
    begins = max(first, help.valid_from) if help.valid_from else first
    ends = min(last, help.valid_to) if help.valid_to else last
    if begins > ends:
        return ()
    anchor = _anchor_near(help.recurrence, help.valid_from or _ANY_MONDAY, begins)
    return _days(help.recurrence, anchor, begins, ends)


def occurrences(lines: Iterable[PlannedHelp], window: Window) -> list[Occurrence]:
    """The help of these lines that is in the window, in the order it is given in (contract §7).

    The day before the window counts too for help that runs past midnight.
    """
    first, last = window.days
    day_before = first - timedelta(days=1)
    found = (
        line.on(day)
        for line in lines
        for day in days_of(line, first if line.end > line.start else day_before, last)
    )
    return sorted(
        (each for each in found if window.overlaps(each.start, each.end)),
        key=lambda each: (each.start, each.end, each.help.id),
    )


def next_occurrence(lines: Iterable[PlannedHelp], after: datetime, *, within_days: int) -> Occurrence | None:
    """The first help that starts at or after `after`, at most `within_days` ahead."""
    horizon = Window(after, after + timedelta(days=within_days))
    coming = [each for each in occurrences(lines, horizon) if each.start >= after]
    return coming[0] if coming else None
