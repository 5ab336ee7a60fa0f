"""What a service refuses, as errors with a code for programs and one English sentence."""


class ServiceError(Exception):
    """A request that cannot be met; `code` is stable and stands in the HTTP error shape."""

    code = "refused"


class UnknownStaff(ServiceError):
    """Nobody of that id works here."""

    code = "unknown_staff"

    def __init__(self, staff: str) -> None:
        super().__init__(f"no staff member has the id {staff!r}; import the staff first, or use another id")


class UnknownCitizen(ServiceError):
    """No citizen of that id is in this person's care units.

    The same words whether such a citizen exists elsewhere or not (contract §3, not_found).
    """

    code = "unknown_citizen"

    def __init__(self, citizen: str) -> None:
        super().__init__(f"no citizen with the id {citizen!r} is in your care units")


class ConversationNotYours(ServiceError):
    """A conversation belongs to one staff member; another's id is refused."""

    code = "conversation_not_yours"

    def __init__(self, conversation: str) -> None:
        super().__init__(f"conversation {conversation!r} belongs to another staff member; start your own")
