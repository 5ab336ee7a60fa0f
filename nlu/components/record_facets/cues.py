"""The words by which a question asks for a part of the record, read once from `cues.toml` and checked."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from nlu.folding import fold

_WORD = re.compile(r"[^\W_]+")
# What a star between two words stands for: a name of up to three words.
_ANY_WORDS = r"\S+(?: \S+){0,2}"


@dataclass(frozen=True, slots=True)
class AlertCues:
    """How one sort of alert is asked for, and the parts of words by which it is known where it stands."""

    asked: re.Pattern[str]
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cues:
    """Everything of `cues.toml`; patterns are for plain texts (`plain`), `forms` for folded ones."""

    measurements: Mapping[str, str]
    """Folded basic form → kind of measurement."""
    amount_words: re.Pattern[str]
    amounts: Mapping[str, re.Pattern[str]]
    not_sat_before: frozenset[str]
    not_sat_after: frozenset[str]
    not_sat_things: frozenset[str]
    endings: tuple[str, ...]
    compound_ends: tuple[str, ...]
    trend_ends: tuple[str, ...]
    phrases: Mapping[str, re.Pattern[str]]
    """The groups that are single flags, by their names in the file, and `of_weight`."""
    gained: re.Pattern[str]
    alerts: Mapping[str, AlertCues]
    personal: Mapping[str, re.Pattern[str]]
    findings: Mapping[str, re.Pattern[str]]
    told_only: Mapping[str, re.Pattern[str]]
    """Finding → what notes say of it besides, which no question is read for."""
    measured: Mapping[str, str]
    """Finding → the kind of measurement that tells of it too."""
    exact: frozenset[str]
    also_help: frozenset[str]
    not_standing: frozenset[str]
    of_the_night: frozenset[str]
    help_words: frozenset[str]
    help_of_verbs: Mapping[str, str]
    """Folded verb of a finding → the noun by which planned help is called."""
    did: frozenset[str]
    not_past: frozenset[str]
    strong: frozenset[str]
    who: frozenset[str]
    helping: frozenset[str]
    things: frozenset[str]
    persons: frozenset[str]
    several: frozenset[str]
    past_ends: tuple[str, ...]
    scaffold: frozenset[str]
    asks: re.Pattern[str]
    never: re.Pattern[str]
    value_words: re.Pattern[str]
    not_bare: frozenset[str]
    participles: frozenset[str]
    finite: frozenset[str]
    aside: re.Pattern[str]
    size_told: re.Pattern[str]
    """A length with its unit, in a folded text."""


def plain(text: str) -> str:
    """The folded words of `text` with one space between them, as the patterns of phrases expect it."""
    return " ".join(_WORD.findall(fold(text)))


@lru_cache(maxsize=1)
def load_cues() -> Cues:
    """The cues of `cues.toml`.

    :raises ValueError: when a group is empty, or a word names two kinds of measurement.
    """
    table = tomllib.loads(resources.files(__package__).joinpath("cues.toml").read_text("utf-8"))
    for name, group in table.items():
        _check_filled(name, group)
    amounts = {kind: words for kind, words in table["amounts"].items() if kind != "with_words"}
    forms = table["record_forms"]
    sections = (
        "any_value",
        "trend",
        "last",
        "written",
        "happened",
        "visits",
        "state",
        "event",
        "why",
        "asks_name",
        "asks_number",
        "compared",
        "asserted",
        "wellbeing",
        "size",
    )
    phrases = {name: _phrases(table[name]["expressions"]) for name in sections}
    return Cues(
        measurements=_by_word(table["measurements"]),
        amount_words=_phrases(table["amounts"]["with_words"]),
        amounts={kind: _phrases(words) for kind, words in amounts.items()},
        not_sat_before=_folded(table["not_sat"]["before"]),
        not_sat_after=_folded(table["not_sat"]["after"]),
        not_sat_things=_folded(table["not_sat"]["things"]),
        endings=tuple(sorted(map(fold, table["inflections"]["endings"]), key=len, reverse=True)),
        compound_ends=tuple(map(fold, table["inflections"]["compound_ends"])),
        trend_ends=tuple(map(fold, table["inflections"]["trend_ends"])),
        phrases={**phrases, "of_weight": _phrases(table["trend"]["of_weight"])},
        gained=re.compile(fold(table["trend"]["gained"].replace(r"\S", "[^ ]")), re.IGNORECASE),
        alerts={
            sort: AlertCues(_phrases(cues["asked"]), tuple(map(fold, cues["told"])))
            for sort, cues in table["alerts"].items()
        },
        personal={name: _phrases(words) for name, words in table["personal"].items()},
        findings={name: _phrases(words) for name, words in table["findings"].items()},
        told_only={name: _phrases(words) for name, words in table["told_only"].items()},
        measured=table["measured"],
        exact=_folded(table["finding_rules"]["exact"]),
        also_help=frozenset(table["finding_rules"]["also_help"]),
        not_standing=frozenset(table["finding_rules"]["not_standing"]),
        of_the_night=frozenset(table["finding_rules"]["of_the_night"]),
        help_words=_folded(table["finding_rules"]["help_words"]),
        help_of_verbs={plain(verb): noun for noun, verbs in table["help_of_verbs"].items() for verb in verbs},
        did=_folded(table["did"]["verbs"]),
        not_past=_folded(table["did"]["not_past"]),
        strong=_folded(table["did"]["strong"]),
        who=_folded(table["did"]["who"]),
        helping=_folded(table["did"]["helping"]),
        things=_folded(table["did"]["things"]),
        persons=_folded(table["did"]["persons"]),
        several=_folded(table["did"]["several"]),
        past_ends=tuple(table["did"]["past_ends"]),
        scaffold=_folded(table["scaffold"]["words"]),
        asks=_any_of(forms["asks"]),
        never=_any_of(forms["never"]),
        value_words=_any_of(forms["value_words"]),
        not_bare=_folded(forms["not_bare"]),
        participles=_folded(forms["participles"]),
        finite=_folded(forms["finite"]),
        aside=_any_of(table["aside"]["patterns"]),
        size_told=re.compile(rf"\d\s*(?:{'|'.join(table['size']['units'])})\b"),
    )


def _check_filled(name: str, group: object) -> None:
    if isinstance(group, dict):
        for key, inner in group.items():
            _check_filled(f"{name}.{key}", inner)
    if not group:
        raise ValueError(f"record_facets/cues.toml: {name} is empty; expected words")


def _by_word(kinds: Mapping[str, Sequence[str]]) -> dict[str, str]:
    by_word: dict[str, str] = {}
    for kind, words in kinds.items():
        for word in words:
            if by_word.setdefault(plain(word), kind) != kind:
                raise ValueError(f"record_facets/cues.toml: {word!r} names {kind!r} and another kind")
    return by_word


def _phrases(expressions: Iterable[str]) -> re.Pattern[str]:
    # The edges stand once around all of them: before each of sixty phrases they took six times as long.
    phrases = "|".join(_phrase(each) for each in sorted(expressions, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{phrases})(?!\w)")


def _phrase(expression: str) -> str:
    return " ".join(_ANY_WORDS if word == "*" else _word_pattern(word) for word in expression.split())


def _word_pattern(word: str) -> str:
    return re.escape(plain(word)) + (r"\w*" if word.endswith("*") else "")


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{each})" for each in patterns))


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(plain(word) for word in words)
