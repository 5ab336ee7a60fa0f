"""Guidance: handleanvisninger and instrukser, their revisions, and which of them is in force."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """Whom the guidance is for."""

    HANDLEANVISNING = "handleanvisning"
    """For one citizen."""
    INSTRUKS = "instruks"
    """For everyone."""


class Status(StrEnum):
    """How far a revision has come."""

    DRAFT = "draft"
    REVIEW = "review"
    PUBLISHED = "published"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class Guidance:
    """One revision of a text that tells how something is done.

    `text` is Markdown; its numbered lists are steps. `citizen` is the id of the citizen whom a
    handleanvisning is for, and None for an instruks. A published text never changes: a change is
    a new revision.
    """

    id: str
    kind: Kind
    citizen: str | None
    title: str
    text: str
    status: Status = Status.PUBLISHED
    revision: int = 1
    valid_from: date | None = None
    valid_to: date | None = None
    review_by: date | None = None
    approved_by: str | None = None
    fsiii: str | None = None

    def __post_init__(self) -> None:
        if (self.kind is Kind.HANDLEANVISNING) != (self.citizen is not None):
            raise ValueError(
                f"guidance {self.id!r}: a handleanvisning is for one citizen and an instruks for none; "
                f"found kind {self.kind.value!r} with citizen {self.citizen!r}"
            )

    def covers(self, day: date) -> bool:
        """Whether the validity of this revision covers `day`; both ends include their day."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )


def in_force(revisions: Iterable[Guidance], day: date) -> Guidance | None:
    """The revision of one guidance that may be quoted on `day`, or None (contract §7).

    It is the highest published revision whose validity covers the day. A draft above it leaves it
    in force; a retired top revision ends the guidance, and no older revision revives.
    """
    decided = sorted(
        (each for each in revisions if each.status in (Status.PUBLISHED, Status.RETIRED)),
        key=lambda each: each.revision,
        reverse=True,
    )
    if not decided or decided[0].status is Status.RETIRED:
        return None
    return next((each for each in decided if each.status is Status.PUBLISHED and each.covers(day)), None)
