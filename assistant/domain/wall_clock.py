"""The clock on the wall in Denmark: local days and times, right across both clock changes.

A plan says "02:30"; what instant that is on a given day is decided here and nowhere else
(contract §7): in the hour that October repeats it is the first, and in the hour that March
leaves out it is the hour after.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
MIDNIGHT = time(0, 0)


# The same help is looked at over and over on the same days; asking the time zone costs far more.
@lru_cache(maxsize=65536)
def wall_time(day: date, clock: time) -> datetime:
    """The instant at which the clock on the wall shows `clock` on `day`, in Copenhagen time."""
    naive = datetime.combine(day, clock.replace(fold=0, tzinfo=None))
    # The round trip over UTC moves a time that March leaves out to the hour after.
    return naive.replace(tzinfo=COPENHAGEN).astimezone(UTC).astimezone(COPENHAGEN)


def start_of_day(day: date) -> datetime:
    """Midnight that begins `day`."""
    return wall_time(day, MIDNIGHT)


def local(instant: datetime) -> datetime:
    """The same instant as the clock on the wall shows it.

    :raises ValueError: when `instant` has no offset; a time of nowhere is a bug, not a default.
    """
    if instant.tzinfo is None:
        raise ValueError(f"expected a time with an offset, found {instant.isoformat()}")
    return instant.astimezone(COPENHAGEN)


def local_day(instant: datetime) -> date:
    """The calendar day in Denmark on which `instant` falls."""
    return local(instant).date()


def next_day(day: date) -> date:
    """The day after `day`."""
    return day + timedelta(days=1)
