"""Who can be meant by a name: the citizens that a staff member may see, ready to be found in sentences."""

from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock

from assistant.domain.citizen import Citizen
from assistant.domain.staff import Staff
from assistant.services.ports import Topic, UnitOfWork
from nlu.components.names import NameIndex, Person


@dataclass(frozen=True, slots=True)
class Roster:
    """The citizens of some care units, by id, with the index that finds their names."""

    citizens: Mapping[str, Citizen]
    names: NameIndex


class Rosters:
    """Keeps the roster of each set of care units until a citizen changes, in whatever process.

    A roster of 10,000 citizens takes a noticeable moment to build and a look at one number to keep.
    """

    def __init__(self) -> None:
        self._kept: dict[frozenset[str], tuple[int, Roster]] = {}
        self._lock = Lock()

    def of(self, work: UnitOfWork, staff: Staff) -> Roster:
        """The roster of a staff member's own care units."""
        units = frozenset(staff.care_units)
        version = work.version(Topic.ROSTER)
        kept = self._kept.get(units)
        if kept is not None and kept[0] == version:
            return kept[1]
        with self._lock:
            kept = self._kept.get(units)
            if kept is not None and kept[0] == version:
                return kept[1]
            roster = _build(work.citizens.of_units(units))
            self._kept[units] = (version, roster)
            return roster


def _build(citizens: list[Citizen]) -> Roster:
    people = (Person(each.id, _names(each)) for each in citizens)
    return Roster({each.id: each for each in citizens}, NameIndex(people))


def _names(citizen: Citizen) -> tuple[str, ...]:
    return (citizen.name, citizen.preferred_name) if citizen.preferred_name else (citizen.name,)
