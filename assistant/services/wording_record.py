"""How values and completions of the record are put into words: as staff write them, without judgement."""

from collections.abc import Sequence
from datetime import datetime

from assistant.domain.answer import Task
from assistant.domain.doegnrytmeplan import Completion, Outcome
from assistant.domain.note import Measurement
from assistant.services.wording import say, say_moment

# Units of the record (UCUM) → as staff write them; a score has none.
_UNITS = {"mm[Hg]": " mmHg", "Cel": " °C", "{score}": "", "1": "", "/min": "/min", "mL": " ml", "%": " %"}
_DECIMALS = 3


def kind_label(kind: str) -> str:
    """What staff call a kind of measurement ("Blodtryk")."""
    return say(f"record.kind_{kind}")


def value_text(measured: Measurement) -> str:
    """A value with its unit: "138/76 mmHg", "38,6 °C", "2"."""
    unit = _UNITS.get(measured.unit, f" {measured.unit}")
    if measured.value is None:
        return f"{_number(measured.systolic)}/{_number(measured.diastolic)}{unit}"
    return f"{_number(measured.value)}{unit}"


def value_line(measured: Measurement, moment: datetime, *, now: datetime) -> str:
    """A value with its kind and its moment on one line."""
    return say(
        "record.value",
        kind=kind_label(measured.kind),
        value=value_text(measured),
        moment=say_moment(moment, now=now),
    )


def trend_text(kind: str, period: str, measured: Sequence[Measurement], *, outside: int) -> str:
    """The first and the last value and their difference, as numbers.

    :param measured: the values, oldest first; at least one.
    :param outside: how many of the first ones are from before the period.
    """
    label, first, last = kind_label(kind), measured[0], measured[-1]
    if len(measured) == 1:
        return say("record.one_value", kind=label, period=period)
    name = "record.trend_before" if outside else "record.trend"
    return say(
        name,
        kind=label,
        period=period,
        first=value_text(first),
        last=value_text(last),
        difference=_difference(first, last),
    )


def help_line(task: Task, by: str, *, now: datetime) -> str:
    """One planned help with what became of it; where nothing is recorded, that and no more.

    :param by: the name of who recorded it, empty where nobody did.
    """
    title = task.occurrence.help.title
    moment = say_moment(task.occurrence.start, now=now)
    if task.completion is None:
        name = "record.help_ahead" if task.occurrence.start > now else "record.help_open"
        return say(name, title=title, moment=moment)
    return say(
        _outcome_sentence(task.completion),
        title=title,
        moment=moment,
        by=by,
        recorded=say_moment(task.completion.at, now=now),
        reason=task.completion.reason or say("plan.no_reason"),
    )


def _outcome_sentence(completion: Completion) -> str:
    match completion.outcome:
        case Outcome.AS_PLANNED:
            return "record.help_done_reason" if completion.reason else "record.help_done"
        case Outcome.CHANGED:
            return "record.help_changed"
        case Outcome.NOT_DONE:
            return "record.help_not_done"


def _difference(first: Measurement, last: Measurement) -> str:
    unit = _UNITS.get(last.unit, f" {last.unit}")
    if first.value is not None and last.value is not None:
        return f"{_signed(last.value - first.value)}{unit}"
    upper = _signed((last.systolic or 0) - (first.systolic or 0))
    lower = _signed((last.diastolic or 0) - (first.diastolic or 0))
    return f"{upper}/{lower}{unit}"


def _signed(number: float) -> str:
    rounded = round(number, _DECIMALS)
    sign = "+" if rounded > 0 else "−" if rounded < 0 else "±"
    return f"{sign}{_number(abs(rounded))}"


def _number(number: float | None) -> str:
    """A number with a decimal comma, without a needless nought."""
    return f"{round(number or 0, _DECIMALS):g}".replace(".", ",")
