"""Danish times: finds the words of a text that name a time, and the window of real time they mean.

>>> from datetime import datetime
>>> found = resolve_window("hvad skal der ske hos Jens kl. 14?", at=datetime(2027, 1, 19, 10))
>>> found.text, found.start.isoformat(), found.end.isoformat()
('kl. 14', '2027-01-19T14:00:00+01:00', '2027-01-19T15:00:00+01:00')
"""

from nlu.components.times.model import DEFAULT_SHIFTS, Kind, ShiftHours, TimeMention
from nlu.components.times.times import find_times, resolve_window

__all__ = ["DEFAULT_SHIFTS", "Kind", "ShiftHours", "TimeMention", "find_times", "resolve_window"]
