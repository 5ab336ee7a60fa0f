"""What a person may do: permissions, and which roles have them.

In this issue every role may ask and read the plans of its own care units; real access control
(reasons, værdispring, tokens) is built on these names later.
"""

from enum import StrEnum

from assistant.domain.staff import Role


class Permission(StrEnum):
    """[DK] rettighed: one thing that a route asks for."""

    ASK = "ask"
    """Ask a question and read the answer."""
    READ_PLANS = "read_plans"
    """Read the citizens and døgnrytmeplaner of one's own care units."""


_EVERY_ROLE = frozenset(Role)

WHO_MAY: dict[Permission, frozenset[Role]] = {
    Permission.ASK: _EVERY_ROLE,
    Permission.READ_PLANS: _EVERY_ROLE,
}


def may(role: Role, permission: Permission) -> bool:
    """Whether people of this role have the permission."""
    return role in WHO_MAY[permission]
