"""Which words of a vocabulary a misspelt word was meant for.

"babere" is barbere, "inflensa" is influenza, "kompresionstrømper" is kompressionsstrømper. Candidates
share the sound of the word, or have one letter more or less than it; how near the letters are decides.
A word of ordinary Danish is never changed: it may be rare in the texts, but it is what was meant.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import zip_longest

from nlu.components.names.spelling import shortened, slips
from nlu.components.spelling.ordinary_words import is_ordinary
from nlu.components.spelling.sounds import sound_of
from nlu.folding import foldings

# Letters of the typed word: below, a slip makes too many other words; of four, the sound must be the same.
_SHORTEST = 4
_SHORTEST_MEANT = 4
_SHORTEST_WITH_A_SLIP = 6
_SHORTEST_WITH_TWO = 8
_LETTERS_A_SLIP = 4
_LONGEST = 40
_MOST = 3

_SAME_SOUND, _ONE_SLIP, _SLIP_IN_SOUND, _TWO_SLIPS = 0.5, 1.0, 1.5, 2.0


class Speller:
    """A vocabulary, to be found by words that are spelt otherwise.

    speller = Speller(["barbering", "barbere", "influenza"])
    speller.meant("babere")      # → ("barbere",)

    Look-up costs a few dictionary accesses for each letter, whatever the size of the vocabulary.
    """

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._forms: dict[str, set[str]] = defaultdict(set)
        self._by_sound: dict[str, set[str]] = defaultdict(set)
        # Tuples of words, since 67,000 sets would cost 15 MB, and the collector of garbage a look at each.
        self._by_shortened: dict[str, tuple[str, ...]] = {}
        for word in vocabulary:
            if _SHORTEST_MEANT <= len(word) <= _LONGEST and word.isalpha():
                for form in foldings(word):
                    self._forms[form].add(word)
        for form in self._forms:
            sound = sound_of(form)
            self._by_sound[sound].add(form)
            for short in {*shortened(form), *(shortened(sound) if sound != form else ())}:
                self._by_shortened[short] = (*self._by_shortened.get(short, ()), form)

    def meant(self, word: str) -> tuple[str, ...]:
        """The words of the vocabulary that `word` (lower case) is a misspelling of, nearest only.

        None when the word is known, ordinary, too short to tell, or near nothing; several when
        they are equally near, at most three.
        """
        if not _SHORTEST <= len(word) <= _LONGEST or not word.isalpha() or is_ordinary(word):
            return ()
        typed = min(foldings(word), key=len) if word.isascii() else max(foldings(word), key=len)
        if typed in self._forms:
            return tuple(sorted(self._forms[typed]))[:_MOST] if word not in self._forms[typed] else ()
        near = self._near(typed)
        best = min(near.values(), default=None)
        words = {each for form, far in near.items() if far == best for each in self._forms[form]}
        return tuple(sorted(words)) if len(words) <= _MOST else ()

    def sounding_like(self, word: str) -> tuple[str, ...]:
        """The words of the vocabulary that sound as `word` (lower case) and are a slip from it."""
        typed = max(foldings(word), key=len)
        forms = (form for form in self._by_sound.get(sound_of(typed), ()) if slips(typed, form) == 1)
        return tuple(sorted({each for form in forms for each in self._forms[form]}))

    def _near(self, typed: str) -> dict[str, float]:
        sound = sound_of(typed)
        forms = set(self._by_sound.get(sound, ()))
        for short in (*shortened(typed), *shortened(sound)):
            forms.update(self._by_shortened.get(short, ()))
        distances = ((form, _distance(typed, sound, form)) for form in forms)
        return {form: far for form, far in distances if far is not None}


def _distance(typed: str, sound: str, form: str) -> float | None:
    """How far the typed word is from a form, in slips; None when it is another word."""
    count = slips(typed, form)
    if (
        sound == sound_of(form)
        and slips(_undoubled(typed), _undoubled(form)) <= len(typed) // _LETTERS_A_SLIP
    ):
        return _SAME_SOUND + count / 10
    if count == 1 and len(typed) >= _SHORTEST_WITH_A_SLIP:
        return _ONE_SLIP
    if len(typed) < _SHORTEST_WITH_A_SLIP + 1:
        return None
    if slips(sound, sound_of(form)) == 1 and len(sound) >= _SHORTEST_WITH_A_SLIP and count <= 2:
        return _SLIP_IN_SOUND
    return _TWO_SLIPS if count == 2 and len(typed) >= _SHORTEST_WITH_TWO else None


@lru_cache(maxsize=65536)
def _undoubled(form: str) -> str:
    """The form with each double letter once: whether it is one or two is not heard."""
    return "".join(letter for letter, following in zip_longest(form, form[1:]) if letter != following)
