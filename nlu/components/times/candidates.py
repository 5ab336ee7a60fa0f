"""Marks the lexemes where a time may be, so that the grammar is not tried on every "i" and "på" of a text."""

from nlu.components.times.lexis import Cls
from nlu.components.times.reader import Reader

# Runs of lexemes without one of these name no time.
_STRONG = frozenset(
    {
        Cls.CLOCK_WORD, Cls.HALF, Cls.QUARTER, Cls.OVER, Cls.BETWEEN, Cls.UNTIL, Cls.THROUGH, Cls.SINCE,
        Cls.AFTER, Cls.BEFORE, Cls.WITHIN, Cls.TIDEN, Cls.HOUR_TIDEN, Cls.MIDNIGHT, Cls.NOW, Cls.NOW_FIRM,
        Cls.GOING_HOME,
        Cls.DAY_OFFSET, Cls.DAY_NOUN, Cls.WEEKDAY, Cls.WEEKDAY_PAST, Cls.WEEKDAY_SHORT, Cls.PART,
        Cls.PART_NEAR, Cls.PART_ROUND, Cls.NIGHT_TO, Cls.NIGHT_BETWEEN, Cls.SHIFT, Cls.SHIFT_ANY, Cls.UNIT,
        Cls.YEAR_NEAR, Cls.QUARTER_YEAR, Cls.HALF_PAST, Cls.HOUR_MARK, Cls.WEEKEND, Cls.WEEK_PLACE,
        Cls.MONTH_PLACE, Cls.MONTH, Cls.MONTH_NAME, Cls.MONTH_SHORT, Cls.SEASON, Cls.SEASON_NEAR,
        Cls.HOLIDAY, Cls.ORDINAL,
    }
)  # fmt: skip
_BREAKS = frozenset(
    {
        Cls.OTHER, Cls.STREET, Cls.FUNCTION, Cls.PREPOSITION, Cls.MEASURE, Cls.NOT_TIME, Cls.HANDOVER,
        Cls.ROOM, Cls.RECURRING, Cls.GOVERNS_TO, Cls.CORRECTION, Cls.END,
    }
)  # fmt: skip
_NUMBERS = (Cls.DIGITS, Cls.NUMBER, Cls.ONE)
_ANNOUNCE_A_NUMBER = (Cls.APPROX, Cls.AT, Cls.FROM, Cls.THE, Cls.IN)


def candidates(r: Reader) -> list[bool]:
    """Say for every lexeme whether it stands in a run that may name a time."""
    marked: list[bool] = []
    start, strong = 0, False
    for i in range(len(r.lexemes) + 1):
        if r.cls(i) in _BREAKS:
            marked += [strong] * (i - start) + [False]
            start, strong = i + 1, False
        else:
            strong = strong or _is_strong(r, i)
    return marked


def _is_strong(r: Reader, i: int) -> bool:
    cls = r.cls(i)
    if cls in _STRONG:
        return True
    if cls is Cls.DIGITS:
        dotted = r.is_mark(i - 1, ".") and r.cls(i - 2) is Cls.THE
        return len(r.value(i)) > 2 or dotted or r.cls(i - 1) in _ANNOUNCE_A_NUMBER
    return cls in _NUMBERS and r.cls(i - 1) in _ANNOUNCE_A_NUMBER
