"""What Rasa is sent in place of a sentence: no citizen's name, and of each time only its tense."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from enum import Enum

from nlu.aligned_text import AlignedText, Span, replaced
from nlu.types import Entity, Understanding

# The words that `nlu/rasa` is trained on in place of a citizen, a care unit and a time. They are one
# token each and in lower case; nlu/rasa/README.md holds the contract and says where else they stand.
CITIZEN_WORD = "borgernavn"
CARE_UNIT_WORD = "afdelingsnavn"
_CPR_NUMBER = re.compile(r"(?<!\d)\d{6}[-–/. ]?\d{4}(?!\d)")


class Tense(Enum):
    """Where a time lies as seen from the moment of asking; the value is the word that stands for it."""

    PAST = "fortidspunkt"
    NOW = "nutidspunkt"
    FUTURE = "fremtidspunkt"


def tense_of(start: datetime, end: datetime, *, at: datetime) -> Tense:
    """The tense of the window [start, end) at the moment `at`; a window that holds `at` is now."""
    if end <= at:
        return Tense.PAST
    return Tense.NOW if start <= at else Tense.FUTURE


class MaskedText(AlignedText):
    """A sentence as Rasa may see it (`text`), and the way back to the words as they were written."""

    def unmask(self, understood: Understanding) -> Understanding:
        """What Rasa understood of the masked text, told of the original: its words and its spans."""
        entities = tuple(self._unmasked(each) for each in understood.entities)
        return replace(understood, text=self.original, entities=entities)

    def _unmasked(self, entity: Entity) -> Entity:
        span = self.original_span(entity.span)
        return replace(entity, text=self.original[slice(*span)], span=span)


def mask(
    text: str,
    *,
    citizens: Iterable[Span],
    times: Iterable[tuple[Span, Tense]],
    care_units: Iterable[Span] = (),
) -> MaskedText:
    """`text` with one fixed word for each citizen, care unit and time, as Rasa is trained to read it.

        masked = mask("Har Lone Vang noget kl. 16?", citizens=[(4, 13)], times=[((20, 26), Tense.FUTURE)])
        masked.text                                # "Har borgernavn noget fremtidspunkt?"
        masked.unmask(rasa.understand(masked.text))   # entities "Lone Vang" and "kl. 16"

    A name that was not found is left as it stands, and Rasa still tries to see that it is one. What
    looks like a CPR number is masked as a citizen, whoever's it is. Words inside the name of a
    care unit name no citizen; citizens that overlap are one; a care unit that overlaps a citizen, and
    a time that overlaps either or an earlier time, is not masked.

    :param citizens: spans in code points, end exclusive, of words that name someone of the roster,
        with their genitive ending; also of a name that is nobody's there, so that no name is sent.
    :param times: spans of times, each with where it lies: `tense_of(each.start, each.end, at=at)`.
    :raises ValueError: when a span is empty or not inside `text`.
    """
    units = list(care_units)
    persons = [each for each in citizens if not any(_within(each, unit) for unit in units)]
    names = [*persons, *(match.span() for match in _CPR_NUMBER.finditer(text))]
    others = _in_order((span, CARE_UNIT_WORD) for span in units)
    others += _in_order((span, tense.value) for span, tense in times)
    for begin, end in (*names, *(span for span, _ in others)):
        if not 0 <= begin < end <= len(text):
            raise ValueError(f"the span {begin}:{end} is not inside a text of {len(text)}")
    words = [(span, CITIZEN_WORD) for span in _merged(names)]
    for span, word in others:
        if not any(_overlap(span, other) for other, _ in words):
            words.append((span, word))
    masked = replaced(text, sorted(words))
    return MaskedText(masked.text, masked.original, masked.stands_for)


def _in_order(words: Iterable[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """`words` as they stand, of those that begin together the longest first."""
    return sorted(words, key=lambda each: (each[0][0], -each[0][1]))


def _merged(spans: Iterable[Span]) -> list[Span]:
    """`spans` in order, those that overlap as one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and _overlap(merged[-1], span):
            merged[-1] = (merged[-1][0], max(merged[-1][1], span[1]))
        else:
            merged.append(span)
    return merged


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
