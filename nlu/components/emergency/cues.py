"""The Danish cues of this component: read once from its data files, checked, and made fast to look up."""

import tomllib
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from typing import Any

from nlu.components.emergency.cue_names import Names
from nlu.components.emergency.cue_rules import BadCues, check, check_findings
from nlu.components.emergency.folding import skeletons
from nlu.components.emergency.lexicon import Cue, Lexicon
from nlu.components.emergency.model import Sign
from nlu.components.emergency.patterns import Pattern, compile_pattern
from nlu.components.emergency.typos import Typos

_FILES = ("cues.toml", "plain.toml", "findings.toml")


@lru_cache(maxsize=1)
def load_cues() -> Lexicon:
    """The cues of `cues.toml` and `plain.toml`, and the findings of `findings.toml`.

    :raises BadCues: see `merged` and `build`.
    """
    files = resources.files(__package__)
    table, plain, findings = (tomllib.loads(files.joinpath(name).read_text("utf-8")) for name in _FILES)
    return build(merged(table, plain), findings)


def merged(table: dict[str, Any], plain: dict[str, Any]) -> dict[str, Any]:
    """The first table with the words and cues of the second.

    :raises BadCues: when the second lacks them or has a class of the first.
    """
    words, more = table.get("words", {}), plain.get("words", {})
    twice = words.keys() & more.keys()
    if twice or not all((words, more, table.get("cue"), plain.get("cue"))):
        raise BadCues(
            f"cues.toml, plain.toml: one lacks words or cues, or both have {sorted(twice)}; correct it"
        )
    return table | {"words": words | more, "cue": [*table["cue"], *plain["cue"]]}


def build(table: dict[str, Any], findings: dict[str, Any]) -> Lexicon:
    """Make a lexicon of a parsed cue file and a parsed file of findings.

    :raises BadCues: when a list is empty, a group lacks source or reason, or a name is unknown.
    """
    check(table)
    check_findings(findings, table)
    names = Names(table["words"] | findings["words"])
    contexts = {
        name: tuple(compile_pattern(each, names.mask) for each in group["patterns"])
        for name, group in table["context"].items()
    }
    cues = _compiled(table["cue"], names)
    for hint, written in table["hints"].items():
        cues += [(compile_pattern(each, names.mask), Cue("event", hint=hint)) for each in written]
    listed = names.by_word()
    found = _compiled(findings["finding"], names)
    never = {form for word in table["never_typos"] for form in skeletons(word)}
    typos = Typos.of((form for name in table["mistyped"] for form in names.forms(name)), never=never)
    by_word = names.by_word()
    # A slip of a cue stays one when a finding has the same letters for a word of its own.
    for word in by_word.keys() - listed.keys():
        by_word[word] |= listed.get(typos.nearest(word) or "", 0)
    return Lexicon(
        dict(names.bits),
        by_word,
        typos,
        tuple(cues),
        contexts,
        pairs={frozenset(pair["of"]): Sign(pair["sign"]) for pair in table["pair"]},
        findings=tuple(found),
        together=frozenset(
            both
            for rule in findings["together"]
            for one in rule["of"]
            for other in rule["with"]
            for both in ((one, other), (other, one))
        ),
        by_stem=names.by_stem(),
        named=tuple((name, bit) for name, bit in names.bits.items() if name.isupper()),
    )


def _compiled(groups: Sequence[dict[str, Any]], names: Names) -> list[tuple[Pattern, Cue]]:
    return [
        (compile_pattern(each, names.mask), names.cue(group))
        for group in groups
        for each in group["patterns"]
    ]
