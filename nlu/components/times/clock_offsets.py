"""Grammar of clock times told from another: "en halv time før kl. 14", "10 minutter efter otte"."""

from dataclasses import replace

from nlu.components.times.clock_rules import clock
from nlu.components.times.lexis import Cls
from nlu.components.times.numerals import duration
from nlu.components.times.partials import Clock
from nlu.components.times.reader import Found, Reader

_SIDES = {Cls.BEFORE: -1, Cls.AFTER: 1}
_DAY = 24 * 3600


def offset_clock(r: Reader, i: int) -> Found[Clock]:
    """Read a length of hours or minutes before or after a clock time."""
    length = duration(r, i)
    if length is None or r.cls(length[1]) not in _SIDES:
        return None
    far = length[0]
    at = clock(r, length[1] + 1, loose=True)
    if at is None or far.days or far.months or not 0 < far.seconds < _DAY:
        return None
    return _moved(at[0], _SIDES[r.cls(length[1])] * far.seconds), at[1]


def _moved(at: Clock, seconds: int) -> Clock:
    """Return the clock so much later, on the same dial."""
    dial = _DAY // 2 if at.spoken else _DAY
    total = (at.hour * 3600 + at.minute * 60 + at.second + seconds) % dial
    hours = total // 3600 or (12 if at.spoken else 0)
    return replace(at, hour=hours, minute=total // 60 % 60, second=total % 60)
