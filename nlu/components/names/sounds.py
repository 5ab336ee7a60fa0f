"""What a name sounds like to a Dane: the same key for spellings that are read alike."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

_DOUBLED = re.compile(r"(.)\1+")
Rules = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Sounds:
    """The rules of `sounds.toml`, in order, and which folded spellings are variants of one name."""

    danish: Rules
    transliterated: Rules
    variants: dict[str, str]


@lru_cache(maxsize=1)
def load_sounds() -> Sounds:
    """The rules and variants of `sounds.toml`.

    :raises ValueError: when a list is empty or a spelling stands in two groups of variants.
    """
    table = tomllib.loads(resources.files(__package__).joinpath("sounds.toml").read_text("utf-8"))
    variants: dict[str, str] = {}
    for line in table["variants"]["names"]:
        head, *others = line.split()
        for spelling in (head, *others):
            if variants.setdefault(spelling, head) != head:
                raise ValueError(f"names/sounds.toml: {spelling!r} stands in two groups of variants")
    danish, foreign = _rules(table["danish"]["rules"]), _rules(table["transliterated"]["rules"])
    if not (danish and foreign and variants):
        raise ValueError("names/sounds.toml: a list is empty; expected rules and variants")
    return Sounds(danish, foreign, variants)


def _rules(lines: list[str]) -> Rules:
    """ "ph > f" as a pair; ^ and $ are the edges of the word."""
    return tuple((left.strip(), right.strip()) for left, _, right in (each.partition(">") for each in lines))


@lru_cache(maxsize=65536)
def danish_key(form: str) -> str:
    """How a folded name is read in Danish; doubled letters stay: "christian" and "kristian" are alike."""
    word = f"^{form}$"
    for letters, sound in load_sounds().danish:
        if letters in word:
            word = word.replace(letters, sound)
    return word.strip("^$")


@lru_cache(maxsize=65536)
def loose_key(form: str) -> str:
    """The Danish reading with doubled letters single: "hanne" and "hane" are alike."""
    return _DOUBLED.sub(r"\1", danish_key(form))


@lru_cache(maxsize=65536)
def transliterated_key(form: str) -> str:
    """How a name from another script is read, whoever wrote it down: "noor" and "nur" are alike."""
    word = f"^{form}$"
    for letters, sound in load_sounds().transliterated:
        if letters in word:
            word = word.replace(letters, sound)
    return loose_key(word.strip("^$"))


def name_of(form: str) -> str:
    """The head of the group of variants that a folded spelling belongs to, or the spelling itself."""
    return load_sounds().variants.get(form, form)
