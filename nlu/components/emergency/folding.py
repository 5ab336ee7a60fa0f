"""Words as they sound: one skeleton for the spellings staff use of one Danish word.

"trækker", "traekker", "TRAEKKER" and "trekker" share the skeleton "treker"; "trakker" is entered
beside it as a second spelling of the cue, because a bare a cannot be told from å in the text.
"""

import re
import unicodedata
from functools import lru_cache

# ae and æ sound as e; oe and ø as o; aa and å as a: what a keyboard without æøå leaves over.
_LETTERS = str.maketrans(
    {"æ": "e", "ä": "e", "ø": "o", "ö": "o", "å": "a", "c": "k", "q": "k", "z": "s", "x": "s", "w": "v"}
)
_BARE = str.maketrans({"æ": "a", "ø": "o", "å": "a"})
# Letters that are written but not heard, and letters written twice.
_SILENT = re.compile(r"^h(?=[jv])")
_PAIRS = re.compile(r"ae|oe|aa")
_LETTER_AND_E = re.compile(r"[åø]e")
_AS_ONE = {"ae": "e", "oe": "o", "aa": "a"}
_DOUBLED = re.compile(r"([^\d])\1+")
_MARKS = re.compile(r"[\u0300-\u036f'’´`]")

# No word is longer; what is longer is read anew each time, so that what is kept stays small.
_LONGEST_KEPT = 40


def skeleton(word: str) -> str:
    """The spelling under which a word of a message is looked up."""
    return _skeleton(_lower(word)) if len(word) > _LONGEST_KEPT else _kept_skeleton(word)


@lru_cache(maxsize=16384)
def _kept_skeleton(word: str) -> str:
    return _skeleton(_lower(word))


def skeletons(cue: str) -> frozenset[str]:
    """Every skeleton under which a cue may be typed: "læber" gives leber and laber."""
    lower = _lower(cue)
    # "åen" typed "aen" folds to "en" and "søen" to "son": such a word is not taken for another.
    typed = lower if _LETTER_AND_E.search(lower) else lower.translate(_BARE)
    return frozenset({_skeleton(lower), _skeleton(typed)})


def _lower(word: str) -> str:
    return unicodedata.normalize("NFC", word).lower()


def _skeleton(lower: str) -> str:
    # Pairs first: the "åe" of "åen" is no "ae", and the word no "en".
    plain = _PAIRS.sub(lambda pair: _AS_ONE[pair[0]], lower).translate(_LETTERS)
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
    return _SILENT.sub("", _DOUBLED.sub(r"\1", _MARKS.sub("", plain)))
