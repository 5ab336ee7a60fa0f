"""What stands around a word of a message: classes at a place, and the phrases of `[context]` in a stretch."""

from nlu.components.emergency.lexicon import Lexicon
from nlu.components.emergency.patterns import match_at
from nlu.components.emergency.tokens import Words


class Surroundings:
    """One message as the rules of context ask for it."""

    def __init__(self, words: Words, lexicon: Lexicon) -> None:
        self.words = words
        self._lexicon = lexicon
        self._bits = lexicon.bits

    def has(self, at: int, *names: str) -> bool:
        """Whether word `at` is of one of these classes; outside the message it is of none."""
        classes = self.words.classes
        return 0 <= at < len(classes) and any(classes[at] & self._bits[name] for name in names)

    def finds(self, context: str, first: int, last: int) -> bool:
        """Whether a phrase of this context begins at one of the words `first` to `last`."""
        return any(self.match(context, at) is not None for at in range(first, last))

    def match(self, context: str, at: int) -> int | None:
        """One past the last word of the phrase of this context that begins at word `at`, if there is one."""
        classes = self.words.classes
        if not classes[at]:
            return None
        joining = self._bits["AND"]
        for pattern in self._lexicon.contexts[context]:
            if classes[at] & pattern.elements[0].mask:
                end = match_at(pattern, at, classes, self.words.pause, joining=joining)
                if end is not None:
                    return end
        return None
