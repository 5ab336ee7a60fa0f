"""Makes spellings of one word equal: case, accents, and æøå written ae oe aa or a o a."""

import unicodedata

_LETTERS = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "é": "e", "è": "e", "ü": "y"}
)
_BARE = str.maketrans({"æ": "a", "ø": "o", "å": "a", "é": "e"})
_BARE_E = str.maketrans({"æ": "e", "ø": "o", "å": "a", "é": "e"})


def fold(word: str) -> str:
    """Return the one spelling under which a word of the text is looked up."""
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFC", word).casefold().translate(_LETTERS)


def spellings(word: str) -> set[str]:
    """Return every folded spelling under which a cue may be typed: lørdag gives loerdag and lordag.

    The text "Lørdag" folds to loerdag, the text "lordag" stays; both must find the same cue.
    """
    lower = unicodedata.normalize("NFC", word).casefold()
    return {fold(lower), lower.translate(_BARE), lower.translate(_BARE_E)}
