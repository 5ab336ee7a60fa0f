"""Copenhagen time: wall-clock moments made real across both clock changes.

Inside the component every moment is in UTC: Python compares two moments of one zone by their dials, which
is wrong in the hour that October repeats.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
HOUR = timedelta(hours=1)


def real(moment: datetime) -> datetime:
    """Return the moment in UTC; a moment without a zone is taken to be what a Copenhagen clock shows."""
    return on(moment.date(), moment.time()) if moment.tzinfo is None else moment.astimezone(UTC)


def local(moment: datetime) -> datetime:
    """Return the moment as Copenhagen shows it."""
    return moment.astimezone(COPENHAGEN)


def on(day: date, clock: time) -> datetime:
    """Return when a wall clock shows `clock` on `day`: the first time in October, the hour after in March."""
    naive = datetime.combine(day, clock.replace(tzinfo=None, fold=0))
    return naive.replace(tzinfo=COPENHAGEN).astimezone(UTC)


def midnight(day: date) -> datetime:
    """Return the start of a day."""
    return on(day, time(0))


def day_of(moment: datetime) -> date:
    """Return the Copenhagen day of a moment."""
    return moment.astimezone(COPENHAGEN).date()


def dial_of(moment: datetime) -> time:
    """Return what a Copenhagen clock shows at a moment."""
    return moment.astimezone(COPENHAGEN).time()
