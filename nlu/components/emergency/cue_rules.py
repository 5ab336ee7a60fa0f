"""What `cues.toml` must say: a lexicon that loads with something missing fails silently, so it is refused."""

from typing import Any

from nlu.components.emergency.model import Sign

KINDS = ("firm", "state", "event", "noun", "weak")
# The classes and contexts that `context.py` asks for by name.
CLASSES = (
    *("NOT", "NO", "NEVER", "HUNHAN", "JEGVI", "AND", "BUT", "FINITE", "PRESENT", "PAST", "COULD", "HAD"),
    *("WHO", "WHEN_FOUND", "SUBORDINATE", "INVERTED", "PREPOSITION", "SUSPECT", "LITTLE", "HABIT", "EFFORT"),
    *("LESSON", "HOW", "THING", "PHONED", "MINUTES"),
)
CONTEXTS = ("hypothetical", "pretend", "date", "awake", "stopped")


class BadCues(ValueError):
    """`cues.toml` breaks its own rules; the message says which group, what was expected, what to do."""


def check(table: dict[str, Any]) -> None:
    """Check a parsed cue file.

    :raises BadCues: for the first thing that is missing, empty or unknown.
    """
    for name in ("mistyped", "never_typos", "words", "context", "cue", "hints", "pair"):
        if not table.get(name):
            raise BadCues(
                f"cues.toml: {name!r} is missing or empty; without it nothing is recognised, so fill it"
            )
    missing = {*CLASSES, *CONTEXTS} - table["words"].keys() - table["context"].keys()
    if missing:
        raise BadCues(f"cues.toml: {sorted(missing)} are missing; context.py asks for them, so add them")
    for name, words in (table["words"] | table["hints"]).items():
        if not words or (name in table["words"] and any(" " in word for word in words)):
            raise BadCues(
                f"cues.toml: the list {name!r} is empty or has a form of two words; expected single words"
            )
    for group in (*table["cue"], *table["context"].values()):
        lacking = [key for key in ("source", "reason", "patterns") if not group.get(key)]
        if lacking:
            raise BadCues(f"cues.toml: the group {group.get('sign', group)!r} lacks {lacking}; write them")
    for group in table["cue"]:
        unknown = set(group.get("over", ())) - table["context"].keys()
        if group.get("kind") not in KINDS or unknown:
            raise BadCues(
                f"cues.toml: kind {group.get('kind')!r}, over {unknown}; expected one of {KINDS}, a context"
            )
    for pair in table["pair"]:
        if not pair.get("reason") or set(pair["of"]) - table["hints"].keys():
            raise BadCues(
                f"cues.toml: the pair {pair['of']} lacks its reason or names no hint; expected two of [hints]"
            )
    for sign in set(Sign) - {Sign(group["sign"]) for group in (*table["cue"], *table["pair"])}:
        raise BadCues(f"cues.toml: no group for the sign {sign.value!r}; add one")
