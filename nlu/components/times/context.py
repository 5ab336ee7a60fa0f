"""What resolving needs to know besides the words: the clock, the shifts, and the tense."""

from dataclasses import dataclass
from datetime import date, datetime

from nlu.components.times.model import ShiftHours

Days = tuple[date, date]  # first day, and the day after the last


@dataclass(frozen=True, slots=True)
class Context:
    """The situation one mention is resolved in; `today` may differ from now's date inside a range.

    `phrase` = the text is this mention and nothing else.
    """

    now: datetime
    today: date
    shifts: ShiftHours
    past: bool = False
    handover: bool = False
    phrase: bool = False


def pick(spans: list[Days], ctx: Context, step: int | None) -> Days | None:
    """Choose among recurring spans in order of time.

    :param step: 1 = the next to begin, -1 = the last that ended, otherwise the running or next one, or, said
        in the past, the latest that has begun.
    """
    if step == 1:
        return next((s for s in spans if s[0] > ctx.today), None)
    if step == -1:
        return next((s for s in reversed(spans) if s[1] <= ctx.today), None)
    if ctx.past:
        return next((s for s in reversed(spans) if s[0] <= ctx.today), None)
    return next((s for s in spans if s[1] > ctx.today), None)
