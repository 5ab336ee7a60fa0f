"""Names that a word may be meant for though it is spelt otherwise: by sound, by slips, by both.

Candidates come from three dictionaries (sounds, and words with one letter left out), so that a look-up
costs a few accesses for each letter of the word, whatever the number of names.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from nlu.components.names.lexicon import Lexicon
from nlu.components.names.sounds import danish_key, loose_key, name_of, transliterated_key
from nlu.components.names.spelling import shortened, slips

# Distances, in letters: æ, ø or å put for e, o or a; a spelling of the same name that sounds the same; the
# same sound; a spelling of the same name; that by a freer reading; that with a letter single or double.
SAME_LETTERS, SAME_NAME, SAME_SOUND, VARIANT, READ_ALIKE, LIKE_SOUND = 0.1, 0.25, 0.5, 0.55, 0.6, 0.75
ONE_SLIP, SLIP_IN_SOUND, TWO_SLIPS = 1.0, 1.5, 2.0
# Names this short have too many neighbours to be taken for granted when a letter is wrong.
SHORT = 3
_LONG_ENOUGH_FOR_TWO = 7
_LONGEST = 24


class CloseForms:
    """The folded spellings of a roster, to be found from spellings near them.

    close = CloseForms({"kirsten", "jens"}, load_lexicon())
    close.near("kjersten")     # → {"kirsten": 0.55}
    """

    def __init__(self, forms: Iterable[str], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._by_name: dict[str, list[str]] = defaultdict(list)
        self._by_sound: dict[str, list[str]] = defaultdict(list)
        self._by_shortened: dict[str, list[str]] = defaultdict(list)
        self._found: dict[str, Mapping[str, float]] = {}
        for form in forms:
            if not 1 < len(form) <= _LONGEST:
                continue
            self._by_name[name_of(form)].append(form)
            sounds = self._sounds(form)
            for sound in sounds:
                self._by_sound[sound].append(form)
            for spelling in {form, *sounds}:
                for short in shortened(spelling):
                    self._by_shortened[short].append(form)
        self._longest = max(map(len, self._by_shortened), default=0)

    def near(self, typed: str) -> Mapping[str, float]:
        """The spellings near `typed` with their distance, never `typed` itself."""
        if not 1 < len(typed) <= _LONGEST:
            return {}
        found = self._found.get(typed)
        if found is None:
            if len(self._found) > 20_000:
                self._found.clear()
            found = self._found[typed] = self._near(typed)
        return found

    def _near(self, typed: str) -> dict[str, float]:
        sounds = {loose_key(typed), transliterated_key(typed)}
        forms = set(self._by_name.get(name_of(typed), ()))
        for sound in sounds:
            forms.update(self._by_sound.get(sound, ()))
        for spelling in {typed, *sounds}:
            if len(spelling) <= self._longest + 1:  # with a letter left out it may be one of the keys
                for short in shortened(spelling):
                    forms.update(self._by_shortened.get(short, ()))
        forms.discard(typed)
        distances = ((form, self._distance(typed, form, sounds)) for form in forms)
        return {form: distance for form, distance in distances if distance is not None}

    def _distance(self, typed: str, form: str, sounds: set[str]) -> float | None:
        if _without_marks(typed) == _without_marks(form):
            return SAME_LETTERS
        if name_of(typed) == name_of(form):
            return SAME_NAME if danish_key(typed) == danish_key(form) else VARIANT
        count = slips(typed, form)
        if danish_key(typed) == danish_key(form):
            return SAME_SOUND if count <= 1 else READ_ALIKE
        alike = not sounds.isdisjoint(self._sounds(form))
        if alike and form not in self._lexicon.danish:
            return READ_ALIKE
        if alike:
            return LIKE_SOUND
        longest = max(len(typed), len(form))
        if count == 1:
            return ONE_SLIP
        by_ear = any(slips(sound, other) == 1 for sound in sounds for other in self._sounds(form))
        if by_ear and (count == 2 or longest >= _LONG_ENOUGH_FOR_TWO) and min(len(typed), len(form)) > SHORT:
            return SLIP_IN_SOUND if longest > SHORT + 2 else TWO_SLIPS
        return TWO_SLIPS if count == 2 and longest >= _LONG_ENOUGH_FOR_TWO else None

    def _sounds(self, form: str) -> set[str]:
        """The readings of a name of the roster: the freer one only if the name is not a Danish one."""
        danish = loose_key(form)
        return {danish} if form in self._lexicon.danish else {danish, transliterated_key(form)}


def _without_marks(form: str) -> str:
    """A folded name with æ, ø and å as the letters that stand for them: "kamael" and "kamel" are one."""
    return form.replace("ae", "e").replace("oe", "o").replace("aa", "a")
