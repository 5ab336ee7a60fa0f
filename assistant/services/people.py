"""Names for ids: who approved, who did it, whose plan line this is."""

from collections.abc import Collection
from dataclasses import dataclass, field

from assistant.domain.citizen import Citizen
from assistant.domain.staff import Staff
from assistant.services.ports import OpenWork


@dataclass(frozen=True, slots=True)
class Named:
    """The people behind the ids of one answer; an id that is not stored has no entry."""

    staff: dict[str, Staff] = field(default_factory=dict)
    citizens: dict[str, Citizen] = field(default_factory=dict)


class People:
    """Looks up the people that an answer names by id.

    It asks for no permission: the ids come from an answer that was already made for the reader.
    """

    def __init__(self, open_work: OpenWork) -> None:
        self._open_work = open_work

    def behind(self, *, staff: Collection[str] = (), citizens: Collection[str] = ()) -> Named:
        """The people with these ids.

        :raises StorageFailed: when the database does not answer.
        """
        if not staff and not citizens:
            return Named()
        with self._open_work() as work:
            return Named(
                staff=work.staff.find(staff) if staff else {},
                citizens=work.citizens.named(citizens) if citizens else {},
            )

    def citizens_of(self, reader: Staff) -> list[Citizen]:
        """The citizens of the reader's own care units, sorted by name."""
        with self._open_work() as work:
            mine = work.citizens.of_units(reader.care_units)
        return sorted(mine, key=lambda each: (each.name, each.id))
