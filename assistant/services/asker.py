"""Who asks, when, and whom they may see: what every part of an answer is made for."""

from dataclasses import dataclass
from datetime import datetime

from assistant.domain.care_unit import ShiftHours
from assistant.domain.citizen import Citizen
from assistant.domain.staff import Staff
from assistant.services.rosters import Roster


@dataclass(frozen=True, slots=True)
class Asker:
    """A staff member with a question: `at` is its clock, `shifts` the hours that hold for it."""

    staff: Staff
    at: datetime
    roster: Roster
    shifts: ShiftHours

    def citizen(self, id: str) -> Citizen:
        """A citizen of the asker's own roster."""
        return self.roster.citizens[id]
