"""What `cues.toml` must say: a lexicon that loads with something missing fails silently, so it is refused."""

from typing import Any

from nlu.components.emergency.model import Sign

KINDS = ("firm", "state", "event", "noun", "weak")
# The classes and contexts that `context.py` asks for by name.
CLASSES = (
    *("NOT", "NO", "NEVER", "HUNHAN", "JEGVI", "AND", "BUT", "FINITE", "PRESENT", "PAST", "COULD", "HAD"),
    *("WHO", "WHEN_FOUND", "SUBORDINATE", "INVERTED", "PREPOSITION", "SUSPECT", "LITTLE", "HABIT", "EFFORT"),
    *("LESSON", "HOW", "THING", "PHONED", "MINUTES", "ARTICLE", "OR"),
)
CONTEXTS = ("hypothetical", "whenever", "ongoing", "expected", "pretend", "date", "awake", "stopped")


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


def check_findings(table: dict[str, Any], cues: dict[str, Any]) -> None:
    """Check a parsed file of findings.

    :raises BadCues: for the first thing that is missing, empty or unknown.
    """
    for name in ("words", "finding", "together"):
        if not table.get(name):
            raise BadCues(
                f"findings.toml: {name!r} is missing or empty; without it less is recognised, so fill it"
            )
    twice = table["words"].keys() & cues["words"].keys()
    if twice:
        raise BadCues(f"findings.toml: {sorted(twice)} are classes of cues.toml; use those or other names")
    told = {each.get("sign") for each in (*cues["cue"], *cues["pair"], *table["finding"])}
    if told != set(Sign) - {Sign.UNNAMED}:
        raise BadCues(
            f"cues.toml, findings.toml: no group for {sorted(set(Sign) - told - {Sign.UNNAMED})}, or an"
            f" unknown sign among {sorted(map(str, told))}; add or correct it"
        )
    groups = {finding.get("group") for finding in table["finding"]}
    for finding in table["finding"]:
        needed = ("name", "group", "sign", "kind", "source", "reason", "patterns")
        lacking = [key for key in needed if not finding.get(key)]
        unknown = set(finding.get("over", ())) - cues["context"].keys()
        if lacking or unknown or finding["kind"] not in KINDS:
            raise BadCues(
                f"findings.toml: {finding.get('name', finding)!r} lacks {lacking}, has a kind not in {KINDS}"
                f" or is over by {unknown}, which is no context"
            )
    for rule in table["together"]:
        unknown = {*rule["of"], *rule["with"]} - groups
        if unknown or not rule.get("reason"):
            raise BadCues(
                f"findings.toml: the groups {unknown} have no finding, or the rule has no reason; write them"
            )
