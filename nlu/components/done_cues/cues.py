"""The Danish patterns of this component, read once from `cues.toml`, checked and made ready to search."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib import resources
from typing import Any

from nlu.folding import foldings

_UP_TO_SIX = r"(?:\w+ ){0,6}?"
_UP_TO_THREE = r"(?:\w+ ){0,3}?"
_DANISH_WORD = re.compile(r"[a-zæøåé]*[æøåé][a-zæøåé]*")


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("cues.toml").read_text("utf-8"))


@lru_cache(maxsize=64)
def word_set(section: str, name: str) -> frozenset[str]:
    """A list of words, with and without æ, ø and å.

    :raises ValueError: when the list is empty, since a lexicon that loads empty is a silent failure.
    """
    listed = _listed(section, name)
    return frozenset(form for word in listed for form in foldings(word))


@lru_cache(maxsize=64)
def pattern(section: str, name: str = "patterns") -> re.Pattern[str]:
    """A list of patterns as one, to be searched in `plain(text).line`.

    :raises ValueError: when the list is empty or names a list of words that is not there.
    """
    written = [_compiled(each) for each in _listed(section, name)]
    return re.compile("|".join(f"(?:{each})" for each in written))


@lru_cache(maxsize=1)
def acts() -> Mapping[str, tuple[str, ...]]:
    """Participle → what plan lines call that help.

    :raises ValueError: when there are none, or one without names.
    """
    table = {act: tuple(names) for act, names in _table().get("acts", {}).items()}
    if not table or not all(table.values()):
        raise ValueError("done_cues/cues.toml: [acts] is empty or has an act without names")
    return table


def _listed(section: str, name: str) -> Sequence[str]:
    listed: Sequence[str] = _table().get(section, {}).get(name, ())
    if not listed:
        raise ValueError(f"done_cues/cues.toml: [{section}] {name} is empty; expected at least one entry")
    return listed


def _compiled(written: str) -> str:
    """One pattern of the file as a regular expression over a line with a blank around every word."""
    text = re.sub(r"\{(\w+)\}", lambda match: _any_of(match[1]), written.strip())
    text = _DANISH_WORD.sub(lambda match: _either(match.group()), text)
    text = text.replace("… ", _UP_TO_SIX).replace("... ", _UP_TO_THREE).replace("(...)?", "")
    return rf"(?<= ){text.strip()}(?= )"


@lru_cache(maxsize=64)
def _any_of(name: str) -> str:
    words: Mapping[str, Sequence[str]] = _table()["words"]
    if name not in words:
        raise ValueError(f"done_cues/cues.toml: a pattern names {{{name}}}; [words] has {sorted(words)}")
    return "(?:" + "|".join(sorted({form for each in words[name] for form in foldings(each)})) + ")"


def _either(word: str) -> str:
    forms = sorted(foldings(word))
    return forms[0] if len(forms) == 1 else "(?:" + "|".join(forms) + ")"
