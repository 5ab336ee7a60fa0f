"""The days of Danish feasts in a year; the movable ones follow Easter, or are the n-th weekday of a month."""

from datetime import date, timedelta

# key → days from Easter Sunday, and how many days the feast lasts
_MOVABLE = {
    "shrovetide": (-49, 1),
    "shrove_monday": (-48, 1),
    "ash_wednesday": (-46, 1),
    "palm_sunday": (-7, 1),
    "maundy_thursday": (-3, 1),
    "good_friday": (-2, 1),
    "easter_eve": (-1, 1),
    "easter_day": (0, 1),
    "easter_monday": (1, 1),
    "easter": (-3, 5),
    "prayer_day": (26, 1),
    "ascension": (39, 1),
    "whit_sunday": (49, 1),
    "whit_monday": (50, 1),
    "whitsun": (49, 2),
}
# key → month, day, and how many days
_FIXED = {
    "new_year": (1, 1, 1),
    "epiphany": (1, 6, 1),
    "candlemas": (2, 2, 1),
    "valentine": (2, 14, 1),
    "womens_day": (3, 8, 1),
    "labour_day": (5, 1, 1),
    "liberation_eve": (5, 4, 1),
    "liberation_day": (5, 5, 1),
    "constitution_day": (6, 5, 1),
    "valdemar_day": (6, 15, 1),
    "midsummer_eve": (6, 23, 1),
    "halloween": (10, 31, 1),
    "martinmas_eve": (11, 10, 1),
    "martinmas": (11, 11, 1),
    "lucy": (12, 13, 1),
    "little_christmas_eve": (12, 23, 1),
    "christmas_eve": (12, 24, 1),
    "christmas_day": (12, 25, 1),
    "boxing_day": (12, 26, 1),
    "third_christmas_day": (12, 27, 1),
    "christmas": (12, 24, 3),
    "between_years": (12, 27, 4),
    "new_year_eve": (12, 31, 1),
}
# key → month, weekday (0 = Monday), which one of the month, and days after it
_NTH = {
    "mothers_day": (5, 6, 2, 0),
    "all_saints": (11, 6, 1, 0),
    "black_friday": (11, 3, 4, 1),  # the day after Thanksgiving
}
# key → weeks before the fourth Sunday in Advent, the last before Christmas Day
_ADVENT = {"advent_1": 3, "advent_2": 2, "advent_3": 1, "advent_4": 0}
# key → the ISO week of the school holiday in most municipalities
_HOLIDAY_WEEKS = {"winter_holiday": 7, "autumn_holiday": 42}
KEYS = frozenset().union(_MOVABLE, _FIXED, _NTH, _ADVENT, _HOLIDAY_WEEKS)
_WEEK = timedelta(days=7)


def feast(key: str, year: int) -> tuple[date, date]:
    """Return the first day of a feast and the day after its last."""
    length = 1
    if key in _FIXED:
        month, day, length = _FIXED[key]
        first = date(year, month, day)
    elif key in _NTH:
        month, weekday, place, after = _NTH[key]
        first = _first(weekday, date(year, month, 1)) + (place - 1) * _WEEK + timedelta(days=after)
    elif key in _ADVENT:
        first = _first(6, date(year, 12, 18)) - _ADVENT[key] * _WEEK
    elif key in _HOLIDAY_WEEKS:
        first, length = date.fromisocalendar(year, _HOLIDAY_WEEKS[key], 1), 7
    else:
        offset, length = _MOVABLE[key]
        first = easter_sunday(year) + timedelta(days=offset)
    return first, first + timedelta(days=length)


def _first(weekday: int, day: date) -> date:
    """Return the first such weekday from a day on."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def easter_sunday(year: int) -> date:
    """Return Easter Sunday by the anonymous Gregorian computus (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    shift = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * shift) // 451
    month, day = divmod(h + shift - 7 * m + 114, 31)
    return date(year, month, day + 1)
