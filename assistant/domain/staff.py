"""Staff members and their roles."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a staff member is employed as; the value is the one of the records (contract §1)."""

    CARE_HELPER = "care_helper"
    CARE_ASSISTANT = "care_assistant"
    NURSE = "nurse"
    THERAPIST = "therapist"
    CURATOR = "curator"
    MANAGER = "manager"
    ADMINISTRATOR = "administrator"

    def may_do(self, least_role: "Role") -> bool:
        """Whether this role may do help that asks for at least `least_role` (contract §7).

        Care helper < care assistant < nurse; a therapist may do what a helper may and what
        names a therapist; curators, managers and administrators do no care tasks.
        """
        return least_role in _MAY_DO[self]


_MAY_DO: dict[Role, frozenset[Role]] = {
    Role.CARE_HELPER: frozenset({Role.CARE_HELPER}),
    Role.CARE_ASSISTANT: frozenset({Role.CARE_HELPER, Role.CARE_ASSISTANT}),
    Role.NURSE: frozenset({Role.CARE_HELPER, Role.CARE_ASSISTANT, Role.NURSE}),
    Role.THERAPIST: frozenset({Role.CARE_HELPER, Role.THERAPIST}),
    Role.CURATOR: frozenset(),
    Role.MANAGER: frozenset(),
    Role.ADMINISTRATOR: frozenset(),
}


@dataclass(frozen=True, slots=True)
class Staff:
    """[DK] medarbejder: a person who logs in, with the care units that are theirs."""

    id: str
    name: str
    role: Role
    care_units: tuple[str, ...]
    email: str | None = None
