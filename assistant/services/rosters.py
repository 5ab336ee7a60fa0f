"""Who can be meant by a name: the citizens that a staff member may see, ready to be found in sentences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import Lock

from assistant.domain.care_unit import CareUnit, ShiftHours
from assistant.domain.citizen import Citizen
from assistant.domain.staff import Staff
from assistant.services.ports import Topic, UnitOfWork
from nlu.components.names import NameIndex, Person


@dataclass(frozen=True, slots=True)
class Roster:
    """The citizens of some care units, by id, with the index that finds their names.

    `shifts` holds the hours of those care units, by unit, and `unit_names` their names.
    """

    citizens: Mapping[str, Citizen]
    names: NameIndex
    shifts: Mapping[str, ShiftHours]
    unit_names: Mapping[str, str]

    def shifts_of(self, *care_units: str) -> ShiftHours:
        """The hours of the first of these care units; the usual ones where none is stored."""
        return next((self.shifts[each] for each in care_units if each in self.shifts), ShiftHours())


class Rosters:
    """Keeps the roster of each set of care units until a citizen, unit or colleague changes.

    It sees a change of any process. A roster of 10,000 citizens takes a noticeable moment to build, and a
    look at two numbers to keep.
    """

    def __init__(self) -> None:
        self._kept: dict[frozenset[str], tuple[tuple[int, int], Roster]] = {}
        self._lock = Lock()

    def of(self, work: UnitOfWork, staff: Staff) -> Roster:
        """The roster of a staff member's own care units."""
        units = frozenset(staff.care_units)
        version = work.version(Topic.ROSTER), work.version(Topic.STAFF)
        kept = self._kept.get(units)
        if kept is not None and kept[0] == version:
            return kept[1]
        with self._lock:
            kept = self._kept.get(units)
            if kept is not None and kept[0] == version:
                return kept[1]
            colleagues = [each.name for each in work.staff.everything() if units & set(each.care_units)]
            roster = _build(work.citizens.of_units(units), work.care_units.find(units), colleagues)
            self._kept[units] = (version, roster)
            return roster


def _build(citizens: list[Citizen], care_units: Mapping[str, CareUnit], colleagues: Sequence[str]) -> Roster:
    people = (Person(each.id, _names(each), _places(each)) for each in citizens)
    shifts = {id: each.shifts for id, each in care_units.items()}
    unit_names = {id: each.name for id, each in care_units.items()}
    return Roster(
        {each.id: each for each in citizens}, NameIndex(people, colleagues=colleagues), shifts, unit_names
    )


def _places(citizen: Citizen) -> tuple[str, ...]:
    return (citizen.address,) if citizen.address else ()


def _names(citizen: Citizen) -> tuple[str, ...]:
    return (citizen.name, citizen.preferred_name) if citizen.preferred_name else (citizen.name,)
