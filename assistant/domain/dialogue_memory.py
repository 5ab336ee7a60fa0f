"""What a conversation remembers, as plain JSON and back.

Only ids, windows and the staff member's own words are kept: nothing of a citizen's record.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from assistant.domain.dialogue import Asked, DialogueState, Heard, Intent, Mention
from assistant.domain.window import Window


def to_plain(state: DialogueState) -> dict[str, Any]:
    """The state as JSON values; `from_plain` gives it back."""
    return {
        "citizen": state.citizen,
        "intent": state.intent.value if state.intent else None,
        "windows": [_window_to_plain(each) for each in state.windows],
        "shown": list(state.shown),
        "asked": _asked_to_plain(state.asked) if state.asked else None,
    }


def from_plain(plain: Mapping[str, Any]) -> DialogueState:
    """The state that `to_plain` wrote."""
    return DialogueState(
        citizen=plain["citizen"],
        intent=_intent(plain["intent"]),
        windows=tuple(_window(each) for each in plain["windows"]),
        shown=tuple(plain["shown"]),
        asked=_asked(plain["asked"]) if plain["asked"] else None,
    )


def _asked_to_plain(asked: Asked) -> dict[str, Any]:
    heard = asked.heard
    return {
        "options": list(asked.options),
        "text": heard.text,
        "intent": heard.intent.value if heard.intent else None,
        "mentions": [[each.text, list(each.candidates), each.certain] for each in heard.mentions],
        "windows": [_window_to_plain(each) for each in heard.windows],
        "topic": list(heard.topic),
        "asks_when": heard.asks_when,
    }


def _asked(plain: Mapping[str, Any]) -> Asked:
    heard = Heard(
        text=plain["text"],
        intent=_intent(plain["intent"]),
        mentions=tuple(Mention(text, tuple(ids), certain) for text, ids, certain in plain["mentions"]),
        windows=tuple(_window(each) for each in plain["windows"]),
        topic=tuple(plain["topic"]),
        asks_when=plain["asks_when"],
    )
    return Asked(tuple(plain["options"]), heard)


def _intent(value: str | None) -> Intent | None:
    return Intent(value) if value else None


def _window_to_plain(window: Window) -> list[str]:
    return [window.start.isoformat(), window.end.isoformat()]


def _window(plain: list[str]) -> Window:
    return Window(datetime.fromisoformat(plain[0]), datetime.fromisoformat(plain[1]))
