"""What a conversation remembers, as plain JSON and back.

Ids, windows and the staff member's own words are kept, and of a citizen's record one thing only: the
completion that "fortryd" is to bring back, for half an hour.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from assistant.domain.dialogue_state import Asked, DialogueState, Ticked, Wanted
from assistant.domain.doegnrytmeplan import Completion, Outcome
from assistant.domain.heard import Heard, Intent, Mention, Report
from assistant.domain.leaning import Leaning
from assistant.domain.window import Window


def to_plain(state: DialogueState) -> dict[str, Any]:
    """The state as JSON values; `from_plain` gives it back."""
    return {
        "citizen": state.citizen,
        "intent": state.intent.value if state.intent else None,
        "windows": [_window_to_plain(each) for each in state.windows],
        "shown": list(state.shown),
        "asked": _asked_to_plain(state.asked) if state.asked else None,
        "tasks": list(state.tasks),
        "ticked": [
            [_completion_to_plain(each.written), _completion_to_plain(each.before)] for each in state.ticked
        ],
        "last": _asked_to_plain(state.last) if state.last else None,
        "seen": _window_to_plain(state.seen) if state.seen else None,
        "told": _window_to_plain(state.told) if state.told else None,
        "among": list(state.among),
    }


def from_plain(plain: Mapping[str, Any]) -> DialogueState:
    """The state that `to_plain` wrote; what an earlier version did not write is empty."""
    ticked = ((_completion(written), _completion(before)) for written, before in plain.get("ticked", ()))
    return DialogueState(
        citizen=plain["citizen"],
        intent=_intent(plain["intent"]),
        windows=tuple(_window(each) for each in plain["windows"]),
        shown=tuple(plain["shown"]),
        asked=_asked(plain["asked"]) if plain["asked"] else None,
        tasks=tuple(plain.get("tasks", ())),
        ticked=tuple(Ticked(written, before) for written, before in ticked if written),
        last=_asked(plain["last"]) if plain.get("last") else None,
        seen=_window(plain["seen"]) if plain.get("seen") else None,
        told=_window(plain["told"]) if plain.get("told") else None,
        among=tuple(plain.get("among", ())),
    )


def _asked_to_plain(asked: Asked) -> dict[str, Any]:
    heard = asked.heard
    return {
        "options": list(asked.options),
        "wants": asked.wants.value,
        "offered": list(asked.offered),
        "text": heard.text,
        "intent": heard.intent.value if heard.intent else None,
        "mentions": [[each.text, list(each.candidates), each.certain] for each in heard.mentions],
        "windows": [_window_to_plain(each) for each in heard.windows],
        "topic": list(heard.topic),
        "asks_when": heard.asks_when,
        "asks": heard.asks,
        "asks_one": heard.asks_one,
        "looks_back": heard.looks_back,
        "unit": heard.unit,
        "bare": heard.leans.bare,
        "report": _report_to_plain(heard.report) if heard.report else None,
        "tasks": list(heard.tasks),
        "dictated": heard.dictated,
    }


def _asked(plain: Mapping[str, Any]) -> Asked:
    heard = Heard(
        text=plain["text"],
        intent=_intent(plain["intent"]),
        mentions=tuple(Mention(text, tuple(ids), certain) for text, ids, certain in plain["mentions"]),
        windows=tuple(_window(each) for each in plain["windows"]),
        topic=tuple(plain["topic"]),
        asks_when=plain["asks_when"],
        asks=plain.get("asks", False),
        asks_one=plain.get("asks_one", False),
        looks_back=plain.get("looks_back", False),
        unit=plain.get("unit"),
        leans=Leaning(bare=plain.get("bare", False)),
        report=_report(plain["report"]) if plain.get("report") else None,
        tasks=tuple(plain.get("tasks", ())),
        dictated=plain.get("dictated"),
    )
    wants = Wanted(plain.get("wants", Wanted.CITIZEN))
    return Asked(tuple(plain["options"]), heard, wants, tuple(plain.get("offered", ())))


def _report_to_plain(report: Report) -> dict[str, Any]:
    return {
        "outcome": report.outcome.value,
        "reason": report.reason,
        "parts": [list(each) for each in report.parts],
        "sure": report.sure,
    }


def _report(plain: Mapping[str, Any]) -> Report:
    parts = tuple(tuple(each) for each in plain["parts"])
    return Report(Outcome(plain["outcome"]), plain["reason"], parts, plain["sure"])


def _completion_to_plain(completion: Completion | None) -> list[str | None] | None:
    if completion is None:
        return None
    day, at = completion.date.isoformat(), completion.at.isoformat()
    return [completion.planned_help, day, completion.by, at, completion.outcome.value, completion.reason]


def _completion(plain: list[Any] | None) -> Completion | None:
    if plain is None:
        return None
    help, day, by, at, outcome, reason = plain
    return Completion(help, date.fromisoformat(day), by, datetime.fromisoformat(at), Outcome(outcome), reason)


def _intent(value: str | None) -> Intent | None:
    return Intent(value) if value else None


def _window_to_plain(window: Window) -> list[str]:
    return [window.start.isoformat(), window.end.isoformat()]


def _window(plain: list[str]) -> Window:
    return Window(datetime.fromisoformat(plain[0]), datetime.fromisoformat(plain[1]))
