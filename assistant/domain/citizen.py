"""[DK] borger: a person who receives care."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Citizen:
    """[DK] borger. `alerts` are shown on every answer about the citizen.

    `cpr` is the personal identity number as ten digits; it is stored encrypted, and it never
    leaves the records: no answer, log line or index holds it.
    """

    id: str
    name: str
    care_unit: str
    preferred_name: str | None = None
    cpr: str | None = None
    birth_date: date | None = None
    address: str | None = None
    alerts: tuple[str, ...] = ()

    def age_on(self, day: date) -> int | None:
        """Whole years on `day`, or None where the birth date is unknown."""
        if self.birth_date is None:
            return None
        had_birthday = (day.month, day.day) >= (self.birth_date.month, self.birth_date.day)
        return day.year - self.birth_date.year - (0 if had_birthday else 1)
