"""What the first end of a range takes from the second: its week ("mandag til onsdag i uge 8"), its year."""

from dataclasses import replace

from nlu.components.times.day_partials import Date, DayRule, Period, Weekday, Within


def lent(first: DayRule | None, last: DayRule | None) -> DayRule | None:
    """Return the first day with the week or the year that only the last one says."""
    if isinstance(first, Weekday) and isinstance(last, Within) and last.weekday is not None:
        return replace(last, weekday=first.weekday)
    dates = isinstance(first, Date) and isinstance(last, Date) and None not in (first.month, last.month)
    if isinstance(first, Date) and isinstance(last, Date) and dates and first.year is None and last.year:
        begins_before_new_year = ((first.month or 0), first.day) > ((last.month or 0), last.day)
        return replace(first, year=last.year - begins_before_new_year)
    if isinstance(first, Period) and isinstance(last, Period) and first.unit is last.unit:
        unsaid = first.year is None and first.near_year is None and not first.step
        return replace(first, year=last.year, near_year=last.near_year) if unsaid else first
    return first
