"""What the assistant says, in Danish: the templates of `wording.toml` and how times are said."""

import tomllib
from datetime import datetime, time
from functools import lru_cache
from importlib import resources
from typing import Any

from assistant.domain.staff import Role
from assistant.domain.wall_clock import local, local_day, next_day
from assistant.domain.window import Window


@lru_cache(maxsize=1)
def _templates() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("wording.toml").read_text("utf-8"))


def say(sentence: str, /, **values: object) -> str:
    """The sentence of that name ("plan.empty") with its places filled in.

    :raises KeyError: when there is no such sentence or a place stays empty.
    """
    section, _, key = sentence.partition(".")
    return str(_templates()[section][key]).format(**values)


def words_of(name: str) -> tuple[str, ...]:
    """A list of words of `wording.toml` ("emergency.instruks_words").

    :raises KeyError: when there is no such list.
    """
    section, _, key = name.partition(".")
    return tuple(_templates()[section][key])


def say_role(role: Role) -> str:
    """The word that staff use for a role."""
    return str(_templates()["roles"][role.value])


def say_clock(instant: datetime) -> str:
    """The clock on the wall: "14.05", and "14" on the hour."""
    shown = local(instant)
    return f"{shown.hour}.{shown.minute:02d}" if shown.minute else f"{shown.hour}"


def say_day(instant: datetime, *, now: datetime) -> str:
    """The day as a person would say it `now`: "i dag", "i morgen", else weekday and date."""
    day, today = local_day(instant), local_day(now)
    if day == today:
        return say("time.today")
    if day == next_day(today):
        return say("time.tomorrow")
    weekday = _templates()["weekdays"]["names"][day.weekday()]
    month = _templates()["months"]["names"][day.month - 1]
    return say("time.dated", weekday=weekday, number=day.day, month=month)


def say_moment(instant: datetime, *, now: datetime) -> str:
    """A day and a clock time: "i morgen kl. 8.30"."""
    return say("time.day_and_clock", day=say_day(instant, now=now), clock=say_clock(instant))


def say_window(window: Window, *, now: datetime) -> str:
    """A window as a person would say it: "i dag kl. 14–15", "i morgen", "i dag kl. 23 – i morgen kl. 7"."""
    start, end = local(window.start), local(window.end)
    start_day = say_day(start, now=now)
    whole_days = start.time() == end.time() == time(0)
    if whole_days and end.date() == next_day(start.date()):
        return say("time.whole_day", day=start_day)
    if start.date() == end.date() or (end.time() == time(0) and end.date() == next_day(start.date())):
        end_clock = say_clock(end) if end.time() != time(0) else "24"
        return say("time.day_and_span", day=start_day, start=say_clock(start), end=end_clock)
    return say(
        "time.across_days",
        start_day=start_day,
        start=say_clock(start),
        end_day=say_day(end, now=now),
        end=say_clock(end),
    )


def genitive(name: str) -> str:
    """A name in the genitive (Retskrivningsordbogen § 8): "Elses", "Jens'"."""
    return f"{name}'" if name[-1:].lower() in {"s", "x", "z"} else f"{name}s"
