"""Grammar of parts of the day and of shifts: "i aften", "om natten", "natten til onsdag", "næste vagt"."""

from nlu.components.times.day_partials import DayRule
from nlu.components.times.day_rules import day
from nlu.components.times.lexis import Cls
from nlu.components.times.partials import Part, PartOfDay, ShiftName, ShiftRef
from nlu.components.times.reader import Found, Reader
from nlu.components.times.year_rules import STEPS

_LEAD = (Cls.DURING, Cls.WHOLE, Cls.AT, Cls.HERE, Cls.LATE, Cls.EARLY, Cls.THIS)
_SURE_ALONE = {Part.FORENOON, Part.AFTERNOON, Part.EVENING, Part.NIGHT}
_NEVER_A_SURNAME = (Cls.FOR, Cls.AT, Cls.IN, Cls.ON, Cls.PREPOSITION)
_ALSO_NAMES = {Part.EVENING, Part.NIGHT, Part.MORNING}


def part(r: Reader, i: int, *, after_day: bool = False) -> Found[PartOfDay]:
    """Read a part of the day; a bare noun needs a day before it unless it can hardly be anything else."""
    j = r.past(i, *_LEAD)
    if r.cls(j) is Cls.PART_NEAR:
        return _near(r.value(j)), j + 1
    if r.cls(j) is Cls.PART_ROUND:
        return PartOfDay(Part(r.value(j))), j + 1
    if r.cls(j) is Cls.ABOUT and r.cls(r.past(j + 1, Cls.EARLY, Cls.LATE)) is Cls.PART:
        k = r.past(j + 1, Cls.EARLY, Cls.LATE)
        return PartOfDay(Part(r.value(k)), habit=True), k + 1
    if r.cls(j) is Cls.EARLY or any(r.cls(k) is Cls.EARLY for k in range(i, j)):
        return (
            (PartOfDay(Part.MORNING), j)
            if after_day and r.cls(j) is not Cls.PART
            else _noun(r, i, j, after_day)
        )
    return _noun(r, i, j, after_day)


def _near(value: str) -> PartOfDay:
    """Return the part that a value of PART_NEAR spells: its name, days from today, what marks it."""
    name, *marks = value.split()
    days = int(marks[0]) if marks else None
    return PartOfDay(Part(name), days, said_past="past" in marks, ahead="ahead" in marks)


def _noun(r: Reader, i: int, j: int, after_day: bool) -> Found[PartOfDay]:
    if r.cls(j) is not Cls.PART:
        return None
    name = Part(r.value(j))
    k = j + 1
    if not (after_day or j > i or _sure_alone(r, j, name)):
        return None
    return PartOfDay(name), r.past(k, Cls.EARLY) if name is Part.MORNING else k


def _sure_alone(r: Reader, i: int, name: Part) -> bool:
    """Say whether a bare noun is a time: "aften" nearly always, "morgen" and "middag" after a name only.

    They also greet ("morgen!") and are eaten ("middag"), and capitals may write a name ("Nat Hansen").
    """
    capital = r.lexemes[i].capital
    if name in _SURE_ALONE:
        return not (capital and name in _ALSO_NAMES) or (i == 0 and r.cls(1) in _NEVER_A_SURNAME)
    named = i > 0 and r.cls(i - 1) is Cls.OTHER and r.lexemes[i - 1].capital
    return named and not capital and r.stands_alone(i + 1)


def night_to(r: Reader, i: int) -> Found[tuple[PartOfDay, DayRule]]:
    """Read a night named by the day it ends on; a shift may be named so too ("nattevagten til torsdag")."""
    j = r.past(i, Cls.WHOLE, Cls.DURING, Cls.IN, Cls.THE)
    night = PartOfDay(Part.NIGHT, ends_on_day=True)
    if r.cls(j) is Cls.NIGHT_TO or (
        r.cls(j) is Cls.SHIFT and r.value(j) == "night" and r.cls(j + 1) is Cls.TO
    ):
        found = day(r, j + 1 if r.cls(j) is Cls.NIGHT_TO else j + 2, loose=True)
        return ((night, found[0]), found[1]) if found else None
    if r.cls(j) is Cls.NIGHT_BETWEEN:
        eve = day(r, j + 1, loose=True)
        found = day(r, eve[1] + 1, loose=True) if eve and r.cls(eve[1]) is Cls.AND else None
        return ((night, found[0]), found[1]) if found else None
    return None


def shift(r: Reader, i: int) -> Found[ShiftRef]:
    """Read a shift by name, or "hele vagten", "næste vagt"; a bare "vagten" may be a person and is none."""
    j = r.past(i, Cls.IN, Cls.ON, Cls.WHOLE, Cls.DURING, Cls.THE, Cls.HERE)
    step = STEPS.get(r.cls(j))
    j += step is not None
    if r.cls(j) is Cls.SHIFT:
        return ShiftRef(ShiftName(r.value(j)), step or 0), j + 1
    if r.cls(j) is not Cls.SHIFT_ANY:
        return None
    quantified = step is not None or any(r.cls(n) in (Cls.WHOLE, Cls.DURING) for n in range(i, j))
    return (ShiftRef(None, step or 0), j + 1) if quantified or r.value(j) == "own" else None
