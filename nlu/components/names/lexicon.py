"""What a word is when it is nobody of the roster: a name that people have, or an ordinary word."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from knowledge.function_words import function_words
from nlu.components.names.cues import load_cues
from nlu.folding import fold, foldings

_ENDINGS = (
    "ernes",
    "erne",
    "enes",
    "ens",
    "ets",
    "ers",
    "ede",
    "ene",
    "en",
    "et",
    "er",
    "es",
    "te",
    "e",
    "t",
    "s",
    "n",
    "r",
)
_SHORTEST_LAST_PART = 5


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Folded words. `danish` are the names of Danish origin among `first` and `last`.

    `words` are ordinary words of the work; a few are names as well and then stand in `first` or `last` too.
    """

    first: frozenset[str]
    last: frozenset[str]
    danish: frozenset[str]
    words: frozenset[str]

    def is_name(self, form: str) -> bool:
        """Whether people are called so, and it is not in the first place an ordinary word."""
        return (form in self.first or form in self.last) and form not in self.words

    def names_somebody(self, forms: tuple[str, ...]) -> bool:
        """Whether a word is a name, as it stands or as a genitive; "hos" is no genitive of "Ho"."""
        return forms[0] not in self.words and any(self.is_name(form) for form in forms)

    def is_word(self, form: str) -> bool:
        """Whether this is an ordinary word as it stands."""
        return form in self.words

    def is_inflected(self, form: str) -> bool:
        """Whether this is an ordinary word, as it stands or with an ending."""
        return form in self.words or any(stem in self.words for stem in _stems(form))

    def looks_like_a_word(self, form: str) -> bool:
        """Whether this is an ordinary word, an inflected one, or a compound that ends in one."""
        return self.is_inflected(form) or any(
            each[begin:] in self.words
            for each in (form, *_stems(form))
            for begin in range(2, len(each) - _SHORTEST_LAST_PART + 1)
        )


def _stems(form: str) -> list[str]:
    return [
        form[: -len(ending)] for ending in _ENDINGS if form.endswith(ending) and len(form) > len(ending) + 3
    ]


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """The lexicon of `known_names.toml`, `more_names.toml` and `work_words.toml`.

    :raises ValueError: when a list is empty, since a lexicon that loads empty is a silent failure.
    """
    known, more = _table("known_names.toml"), _table("more_names.toml")
    danish = _all_foldings(known["danish_first"] + known["danish_last"] + more["danish"])
    first = _all_foldings(
        known["danish_first"] + known["transliterated_first"] + more["danish"] + more["transliterated_first"]
    )
    last = _all_foldings(
        known["danish_last"] + known["transliterated_last"] + more["danish"] + more["transliterated_last"]
    )
    words = _all_foldings(_table("work_words.toml")["ordinary"]) | load_cues().ordinary_words
    return Lexicon(first, last, danish, words | {fold(word) for word in function_words()})


def _table(file: str) -> dict[str, list[str]]:
    text = resources.files(__package__).joinpath(file).read_text("utf-8")
    lists = {group: str(table["words"]).split() for group, table in tomllib.loads(text).items()}
    if empty := [group for group, words in lists.items() if not words]:
        raise ValueError(f"names/{file}: the list {empty[0]!r} is empty; expected at least one word")
    return lists


def _all_foldings(words: list[str]) -> frozenset[str]:
    return frozenset(form for word in words for form in foldings(word))
