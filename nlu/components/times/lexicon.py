"""Loads the Danish cues, checks them, and makes them searchable by spelling."""

import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import Any

from nlu.components.times.folding import fold, spellings
from nlu.components.times.lexis import Cls
from nlu.components.times.typos import Typos

CUES = Path(__file__).with_name("cues.toml")
_NOT_IN_CUES = {Cls.END, Cls.DIGITS, Cls.PUNCT, Cls.OTHER, Cls.STREET}
_VERBS = ("VERB_NOW", "VERB_AUX", "VERB_PAST", "VERB_DONE", "VERB_GETS")
_NO_CLASS = (*_VERBS, "STREET_END")
_MAY_BE_MISTYPED = (Cls.CLOCK_WORD, Cls.WEEKDAY, Cls.PART, Cls.SHIFT, Cls.WEEKEND, Cls.UNIT, Cls.MONTH)


class BadCues(ValueError):
    """The cue file breaks its own rules; the message names the group, what was expected, and what to do."""


@dataclass(slots=True)
class Node:
    """One step of a cue of several words; `cue` is set where a cue may end."""

    cue: tuple[Cls, str] | None = None
    after: dict[str, "Node"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All cues by their first word, one-letter slips of the long ones, street endings, verbs of tense.py."""

    first: dict[str, Node]
    typos: Typos
    verbs: dict[str, frozenset[str]]
    street_ends: tuple[str, ...]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the cues of this component, read once."""
    return load(tomllib.loads(CUES.read_text(encoding="utf-8")))


def load(groups: dict[str, dict[str, Any]]) -> Lexicon:
    """Build the lexicon of the groups of a cue file.

    :raises BadCues: when a group is empty, unknown, without source or reason, or two claim one form.
    """
    missing = {c.name for c in Cls if c not in _NOT_IN_CUES} | set(_NO_CLASS)
    if missing - groups.keys() or groups.keys() - missing:
        odd = sorted(missing ^ groups.keys())
        raise BadCues(f"cues.toml: groups {odd} are missing or unknown; name exactly the classes of lexis.py")
    root = Node()
    cues: list[tuple[str, Cls, str]] = []
    mistyped: set[str] = set()
    for name, group in groups.items():
        values = _values(name, group)
        if name in _NO_CLASS:
            continue
        cls = Cls[name]
        for value, forms in values.items():
            for form in forms:
                cues.append((form, cls, value))
                if cls in _MAY_BE_MISTYPED and " " not in form:
                    mistyped.add(fold(form))
    for form, cls, value in cues:
        _add(root, fold(form), cls, value, doubtful=False)
    for form, cls, value in cues:
        for spelling in spellings(form) - {fold(form)}:
            _add(root, spelling, cls, value, doubtful=True)
    verbs = {name: frozenset(s for f in groups[name]["forms"] for s in spellings(f)) for name in _VERBS}
    ends = {s for form in groups["STREET_END"]["forms"] for s in spellings(form)}
    return Lexicon(root.after, Typos.of(mistyped), verbs, tuple(sorted(ends)))


def _values(name: str, group: dict[str, Any]) -> dict[str, list[str]]:
    """Return value → forms of one group, after checking that the group says all it must."""
    values = group.get("values") or {"": group.get("forms", [])}
    if not group.get("source") or not group.get("reason"):
        raise BadCues(f"cues.toml: group {name} lacks its source or its reason; write both")
    if not all(values.values()):
        raise BadCues(
            f"cues.toml: group {name} is empty; a class without words finds nothing, so add its words"
        )
    return _with_compounds(values, group["joiner"]) if "joiner" in group else dict(values)


def _with_compounds(values: dict[str, list[str]], joiner: str) -> dict[str, list[str]]:
    """Add the numbers Danish composes: ones, joiner, tens (femogfyrre)."""
    whole = {value: list(forms) for value, forms in values.items()}
    ones = {v: f for v, f in values.items() if 0 < int(v) < 10} | {"1": ["en"]}
    tens = {v: f for v, f in values.items() if int(v) >= 20}
    for (one, heads), (ten, tails) in product(ones.items(), tens.items()):
        whole[str(int(ten) + int(one))] = [head + joiner + tail for head in heads for tail in tails]
    return whole


def _add(root: Node, spelling: str, cls: Cls, value: str, *, doubtful: bool) -> None:
    """Enter one spelling; a leading number may be followed by its ordinal dot.

    A doubtful spelling gives way to a word that is written so rightly ("for" is not "før").
    """
    words = spelling.split()
    for variant in (words, [words[0], ".", *words[1:]]) if words[0].isdigit() else (words,):
        node = root
        for word in variant:
            node = node.after.setdefault(word, Node())
        if node.cue is None:
            node.cue = (cls, value)
        elif node.cue != (cls, value) and not doubtful:
            raise BadCues(
                f"cues.toml: {spelling!r} is both {node.cue} and {(cls, value)}; keep it in one group"
            )
