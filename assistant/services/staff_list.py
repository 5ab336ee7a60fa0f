"""Who asks: the staff, kept in memory until one of them changes, in whatever process."""

from assistant.domain.staff import Staff
from assistant.services.care_plans import staff_member
from assistant.services.ports import Topic, UnitOfWork


class StaffList:
    """Looks up staff by id, each of them in the database once."""

    def __init__(self) -> None:
        self._kept: tuple[int, dict[str, Staff]] = (0, {})

    def member(self, work: UnitOfWork, staff: str) -> Staff:
        """The staff member of that id, as stored at the moment of this unit of work.

        :raises UnknownStaff: when there is none.
        """
        version = work.version(Topic.STAFF)
        kept_version, members = self._kept
        if kept_version != version:
            members = {}
            self._kept = (version, members)
        if staff not in members:
            members[staff] = staff_member(work, staff)
        return members[staff]
