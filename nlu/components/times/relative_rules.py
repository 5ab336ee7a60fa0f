"""Grammar of times measured from now: "nu", "om en halv time", "de næste to timer", "resten af vagten"."""

from nlu.components.times.day_partials import DayOffset, Duration, Period, Unit
from nlu.components.times.lexis import Cls
from nlu.components.times.numerals import amount, duration, of_unit
from nlu.components.times.partials import Bounds, Moment, Part, PartOfDay, Reach, ShiftName, ShiftRef
from nlu.components.times.point_rules import point
from nlu.components.times.reader import Found, Reader
from nlu.components.times.year_rules import STEPS

_PERIODS = {"week": Unit.WEEK, "month": Unit.MONTH, "year": Unit.YEAR}
_CALENDAR = {"day": Unit.DAY, **_PERIODS}
_LENGTHS = ("second", "minute", "quarter", "hour", "fullday")
_NOW_ENDS_HERE = (Cls.END, Cls.IN, Cls.ON, Cls.AT, Cls.AND, Cls.BUT, Cls.PREPOSITION, Cls.HERE)


def relative(r: Reader, i: int) -> Found[Bounds]:
    """Read a time measured from now."""
    return _now(r, i) or _rest(r, i) or _rolling(r, i) or _instant(r, i)


def _now(r: Reader, i: int) -> Found[Bounds]:
    """Read "nu" where it is the time; before a clause ("nu kan han ikke ...") it is a particle."""
    if r.cls(i) is Cls.NOW:
        is_now = (
            r.cls(i + 1) in _NOW_ENDS_HERE
            or r.is_mark(i + 1, ".,;:?!)")
            or (r.cls(i + 1) is Cls.FUNCTION and r.value(i + 1) in ("what", "who"))
            or _says_where(r, i + 1)
        )
        is_now = is_now and not _is_of_a_part(r, i + 1)
    else:
        is_now = r.cls(i) is Cls.NOW_FIRM
    return (Bounds(Reach.INSTANT, duration=Duration()), i + 1) if is_now else None


def _is_of_a_part(r: Reader, i: int) -> bool:
    """Say whether "nu her" belongs to the time behind it: "nu her i formiddag", "nu her kl. 14"."""
    j = r.past(i, Cls.HERE)
    return j > i and point(r, j) is not None


def _says_where(r: Reader, i: int) -> bool:
    """Say whether "nu" is followed by where the speaker is: "nu er jeg hos Kaj", also "nu jeg er hos Kaj"."""
    pair = {_role(r, i), _role(r, i + 1)}
    j = r.past(i + 2, Cls.HERE)
    if pair != {"is", "speaker"}:
        return False
    if r.cls(j) is Cls.PREPOSITION:
        return r.value(j) == "place"
    if r.cls(j) is Cls.AT:
        return r.cls(j + 1) is not Cls.FUNCTION  # "nu er jeg ved at være færdig"
    return r.cls(j) in (Cls.IN, Cls.ON) and r.cls(j + 1) in (Cls.ROOM, Cls.STREET)


def _role(r: Reader, i: int) -> str:
    if r.cls(i) is Cls.IS:
        return "is"
    if r.cls(i) is not Cls.FUNCTION:
        return ""
    return "is" if r.value(i) == "stands" else r.value(i)


def _rest(r: Reader, i: int) -> Found[Bounds]:
    """Read "resten af vagten", "senere i dag", "tidligere på ugen"."""
    if r.cls(i) not in (Cls.REST, Cls.SO_FAR):
        return None
    reach = Reach.REST if r.cls(i) is Cls.REST else Reach.SO_FAR
    j = r.past(i + 1, Cls.OF, Cls.ON, Cls.THE)
    found = _definite(r, j) or point(r, i + 1) or point(r, j)
    return (Bounds(reach, last=found[0]), found[1]) if found else None


def _definite(r: Reader, i: int) -> Found[Moment]:
    """Read the noun of "resten af ...", which is definite and therefore the running one."""
    match r.cls(i):
        case Cls.DAY_NOUN:
            moment = Moment(day=DayOffset(0))
        case Cls.SHIFT_ANY:
            moment = Moment(shift=ShiftRef(None))
        case Cls.SHIFT:
            moment = Moment(shift=ShiftRef(ShiftName(r.value(i))))
        case Cls.PART:
            moment = Moment(part=PartOfDay(Part(r.value(i))))
        case Cls.UNIT if r.value(i) in _PERIODS:
            moment = Moment(day=Period(_PERIODS[r.value(i)]))
        case _:
            return None
    return moment, i + 1


def _rolling(r: Reader, i: int) -> Found[Bounds]:
    """Read "de næste to timer", "det sidste døgn", "inden for en time"."""
    if r.cls(i) is Cls.WITHIN and (length := duration(r, i + 1)):
        return Bounds(Reach.ROLLING, duration=length[0]), length[1]
    j = r.past(i, Cls.WITHIN, Cls.IN, Cls.DURING, Cls.FOR)
    definite = r.cls(j) in (Cls.THE, Cls.THE_OTHER)
    j += definite
    if r.cls(j) not in STEPS or r.cls(j) is Cls.THIS:
        return None
    sign = STEPS[r.cls(j)]
    count = amount(r, j + 1)
    k = count[1] if count else j + 1
    if r.cls(k) is not Cls.UNIT:
        return None
    unit = r.value(k)
    if count is None:
        if r.cls(j - 1) is Cls.THE_OTHER and r.value(j - 1) == "plural":
            return None
        placed = r.cls(k + 1) in (Cls.IN, Cls.OF)
        if unit == "day" or (unit not in _LENGTHS and (not definite or placed)):
            return None
    whole = count is not None and count[0] == int(count[0]) and j == i
    counted = _CALENDAR.get(unit) if whole else None
    rolled = of_unit(count[0] if count else 1, unit)
    return Bounds(Reach.ROLLING, duration=rolled, sign=sign, counted=counted), k + 1


def _instant(r: Reader, i: int) -> Found[Bounds]:
    """Read "om en halv time", "for to timer siden", "et minut fra nu"; whole days are for day_rules.py."""
    if r.cls(i) is Cls.ABOUT:
        found = duration(r, i + 1)
        return (Bounds(Reach.INSTANT, duration=found[0]), found[1]) if found and found[0].seconds else None
    found = duration(r, i + 1 if r.cls(i) is Cls.FOR else i)
    if found is None or not found[0].seconds:
        return None
    if r.cls(found[1]) is Cls.SINCE:
        return Bounds(Reach.INSTANT, duration=found[0], sign=-1), found[1] + 1
    if r.cls(found[1]) is Cls.FROM and r.cls(found[1] + 1) is Cls.NOW:
        return Bounds(Reach.INSTANT, duration=found[0]), found[1] + 2
    return None
