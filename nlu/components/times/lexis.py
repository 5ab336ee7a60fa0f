"""The word classes of the time grammar: the names that cues.toml fills with Danish words."""

from enum import StrEnum, auto
from typing import NamedTuple


class Cls(StrEnum):
    """Class of a token. The ones after OTHER stand in cues.toml, one group each, under this very name;
    a STREET is known by its last part."""

    END = auto()
    DIGITS = auto()
    PUNCT = auto()
    OTHER = auto()
    STREET = auto()
    CLOCK_WORD = auto()
    HALF = auto()
    HALF_PAST = auto()
    HOUR_MARK = auto()
    ZONE = auto()
    QUARTER = auto()
    OVER = auto()
    IN = auto()
    ON = auto()
    AT = auto()
    ABOUT = auto()
    TO = auto()
    FROM = auto()
    AND = auto()
    BUT = auto()
    OF = auto()
    FOR = auto()
    THE = auto()
    THE_OTHER = auto()
    HERE = auto()
    ONWARD = auto()
    BETWEEN = auto()
    UNTIL = auto()
    THROUGH = auto()
    SINCE = auto()
    AFTER = auto()
    BEFORE = auto()
    WITHIN = auto()
    DURING = auto()
    REST = auto()
    SO_FAR = auto()
    WHOLE = auto()
    THIS = auto()
    NEXT = auto()
    LAST = auto()
    APPROX = auto()
    ROUGHLY = auto()
    TIDEN = auto()
    HOUR_TIDEN = auto()
    MIDNIGHT = auto()
    EARLY = auto()
    LATE = auto()
    NOW = auto()
    NOW_FIRM = auto()
    NOT_TIME = auto()
    RECURRING = auto()
    GOING_HOME = auto()
    LUNCH = auto()
    DAY_OFFSET = auto()
    DAY_NOUN = auto()
    WEEKDAY = auto()
    WEEKDAY_PAST = auto()
    WEEKDAY_SHORT = auto()
    PART = auto()
    PART_NEAR = auto()
    PART_ROUND = auto()
    NIGHT_TO = auto()
    NIGHT_BETWEEN = auto()
    SHIFT = auto()
    SHIFT_ANY = auto()
    HANDOVER = auto()
    UNIT = auto()
    YEAR_NEAR = auto()
    QUARTER_YEAR = auto()
    WORKDAY = auto()
    WEEKEND = auto()
    WEEK_PLACE = auto()
    MONTH_PLACE = auto()
    MONTH = auto()
    MONTH_NAME = auto()
    MONTH_SHORT = auto()
    SEASON = auto()
    SEASON_NEAR = auto()
    HOLIDAY = auto()
    COUPLE = auto()
    ONE_AND_HALF = auto()
    ONE = auto()
    NUMBER = auto()
    ORDINAL = auto()
    SECOND_LAST = auto()
    ORDINAL_OTHER = auto()
    CORRECTION = auto()
    ROOM = auto()
    GOVERNS_TO = auto()
    PREPOSITION = auto()
    FUNCTION = auto()
    IS = auto()
    MEASURE = auto()

    # Looked up many times a text; the hash of an Enum is a function in Python, that of a str is not.
    __hash__ = str.__hash__


class Lexeme(NamedTuple):
    """One token of the text, or several that stand for one cue ("i overmorgen").

    `value` is the cue's value ("2"), the digits, or the folded word; `start` and `end` are code points.
    """

    cls: Cls
    value: str
    start: int
    end: int
    capital: bool
