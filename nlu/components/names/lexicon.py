"""What a word is when it is nobody of the roster: a name that people have, or an ordinary word."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from knowledge.function_words import function_words
from nlu.components.names.cues import load_cues
from nlu.components.names.sounds import loose_key
from nlu.components.names.spelling import one_slip_from
from nlu.dictionary import dictionary_words
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
_SHORTEST_LAST_PART, _SHORTEST_FIRST_PART = 4, 3
_LONG, _LONGEST = 6, 40
# How phones and haste write Danish letters, for lists too long to be folded word by word.
_SPELT_OUT = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_IN_HASTE = str.maketrans({"æ": "a", "ø": "o", "å": "a"})


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Folded words. `danish` are the names of Danish origin among `first` and `last`.

    `words` are ordinary words of the work; a few are names as well and then stand in `first` or `last` too.
    `dictionary` are words of the language at large, seldom or often used; `hasty` those of `words` that are
    only hasty spellings of one ("malk" for "mælk").
    """

    first: frozenset[str]
    last: frozenset[str]
    danish: frozenset[str]
    words: frozenset[str]
    dictionary: frozenset[str]
    hasty: frozenset[str]

    def is_name(self, form: str) -> bool:
        """Whether people are called so, and it is not in the first place an ordinary word."""
        return self.may_be_a_name(form) and form not in self.words

    def may_be_a_name(self, form: str) -> bool:
        """Whether people are called so, be it an ordinary word too: "Tang", "August"."""
        return form in self.first or form in self.last

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
        """Whether this is a Danish word, an inflected one, or two of them together."""
        return _is_danish(form)

    def is_listed(self, form: str) -> bool:
        """Whether a spelling stands in one of the lists of words, or is one of the work with an ending."""
        return self.has(form) or self.is_inflected(form)

    def has(self, form: str) -> bool:
        """Whether a spelling stands in one of the lists of words."""
        return form in self.words or form in self.dictionary

    def is_near_a_word(self, form: str) -> bool:
        """Whether it is a word of the work but for a letter or its spelling by ear: "hvd", "penisilin"."""
        return _near_a_word(form)

    def ends_in_a_word(self, form: str) -> bool:
        """Whether a long word of the work ends it, whatever comes before: "køkengulvet"."""
        last = _SHORTEST_LAST_PART + 1
        return any(form[at:] in self.words for at in range(2, len(form) - last + 1))


def is_only_a_word(word: str) -> bool:
    """Whether a word in small letters is Danish and nobody's name: "sad", but neither "bent" nor "Sad"."""
    lexicon, form = load_lexicon(), fold(word)
    return word.islower() and lexicon.looks_like_a_word(form) and not lexicon.may_be_a_name(form)


@lru_cache(maxsize=16384)
def _is_danish(form: str) -> bool:
    lexicon = load_lexicon()
    if lexicon.has(form) or any(map(lexicon.has, _stems(form))):
        return True
    return len(form) <= _LONGEST and any(
        (lexicon.has(form[at:]) or any(map(lexicon.has, _stems(form[at:]))))
        and _first_part(lexicon, form[:at])
        for at in range(_SHORTEST_FIRST_PART, len(form) - _SHORTEST_LAST_PART + 1)
    )


def _first_part(lexicon: Lexicon, part: str) -> bool:
    """Whether a compound may begin so: "morgen|mad", with a joint "sygdom-s|tegn", "børn-e|seng"."""
    if len(part) <= _SHORTEST_FIRST_PART:
        return lexicon.is_word(part)
    if lexicon.has(part) or (part.endswith(("s", "e")) and lexicon.has(part[:-1])):
        return True
    return len(part) > 2 * _SHORTEST_FIRST_PART and _is_danish(part)


@lru_cache(maxsize=16384)
def _near_a_word(form: str) -> bool:
    words = load_lexicon().words
    if len(form) > _LONGEST:
        return False
    if any(each in words for each in one_slip_from(form)):
        return True
    return len(form) > _LONG and any(each in _words_by_ear() for each in one_slip_from(loose_key(form)))


@lru_cache(maxsize=1)
def _words_by_ear() -> frozenset[str]:
    """How the longer words of the work sound; shorter ones sound like too many others."""
    return frozenset(loose_key(each) for each in load_lexicon().words if len(each) > _LONG)


def _stems(form: str) -> list[str]:
    return [
        form[: -len(ending)] for ending in _ENDINGS if form.endswith(ending) and len(form) > len(ending) + 3
    ]


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """The lexicon of the lists of names and of words in this folder.

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
    listed_words = _table("work_words.toml")["ordinary"]
    plain = frozenset(map(fold, listed_words)) | load_cues().ordinary_words | set(map(fold, function_words()))
    # What is a name is no hasty spelling of a word: "torsten" for "tørsten".
    hasty = _all_foldings(listed_words) - plain - first - last
    dictionary = frozenset(
        form
        for word in dictionary_words()
        for form in (word.translate(_SPELT_OUT), word.translate(_IN_HASTE))
    )
    return Lexicon(first, last, danish, plain | hasty, dictionary, hasty)


def _table(file: str) -> dict[str, list[str]]:
    text = resources.files(__package__).joinpath(file).read_text("utf-8")
    lists = {group: str(table["words"]).split() for group, table in tomllib.loads(text).items()}
    if empty := [group for group, words in lists.items() if not words]:
        raise ValueError(f"names/{file}: the list {empty[0]!r} is empty; expected at least one word")
    return lists


def _all_foldings(words: list[str]) -> frozenset[str]:
    return frozenset(form for word in words for form in foldings(word))
