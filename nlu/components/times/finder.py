"""The component as a pipeline holds it: finds the times of a text, and records them on a spaCy Doc."""

from datetime import datetime
from typing import Any, Protocol

from nlu.components.times.model import DEFAULT_SHIFTS, ShiftHours, TimeMention
from nlu.components.times.times import find_times


class Document(Protocol):
    """What is used of a spaCy Doc: its text, and the extensions that factory.py registers."""

    text: str
    _: Any


class TimeFinder:
    """Adds to a Doc the times it names, as windows of real time.

        finder = TimeFinder()
        finder.process("Var Signe oppe i nat?", at=datetime.fromisoformat("2027-01-19T07:10:00+01:00"))
        # → "i nat", 2027-01-18 23:00 to 2027-01-19 07:00: the verb is past

    Reads `doc.text`, `doc._.asked_at` and `doc._.shifts`; writes `doc._.times`. A Doc without `asked_at`
    gets no times, because "i morgen" then means nothing.

    FIGURES
    """

    def process(
        self, text: str, *, at: datetime, shifts: ShiftHours = DEFAULT_SHIFTS
    ) -> tuple[TimeMention, ...]:
        """Return the times of a text that was said at a moment."""
        return tuple(find_times(text, at=at, shifts=shifts))

    def __call__(self, doc: Document) -> Document:
        """Record the times of a Doc on it."""
        if doc._.asked_at is not None:
            doc._.times = self.process(doc.text, at=doc._.asked_at, shifts=doc._.shifts)
        return doc
