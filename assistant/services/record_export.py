"""The use case of records out: all of a home, or what concerns one citizen."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

from assistant.domain.citizen import Citizen
from assistant.domain.doegnrytmeplan import Completion, PlannedHelp
from assistant.domain.note import Note
from assistant.domain.window import Window
from assistant.services.errors import ServiceError
from assistant.services.ports import OpenWork, UnitOfWork
from assistant.services.record_types import Record, RecordType, key_of, store_of
from knowledge.guidance import Guidance

_EVER = Window(datetime(1, 1, 2, tzinfo=UTC), datetime(9999, 12, 30, tzinfo=UTC))


class NothingToExport(ServiceError):
    """There is no citizen of that id in this home."""

    code = "unknown_citizen"

    def __init__(self, citizen: str) -> None:
        super().__init__(f"found no citizen with the id {citizen!r}, expected one of this home; check the id")


def export_records(open_work: OpenWork) -> Iterator[Record]:
    """All records in the order of contract §1, each type sorted by key, as of one moment.

    :raises StorageFailed: when the database failed.
    """
    with open_work() as work:
        for record_type in RecordType:
            yield from store_of(work, record_type).everything()


def export_citizen(open_work: OpenWork, citizen: str) -> Iterator[Record]:
    """What concerns one citizen, in the same order, so that an empty home can import it.

    That is the citizen with plan, handleanvisninger, notes and completions, and of the home what
    these name: instrukser, staff, and the care units of the citizen and that staff.

    :raises NothingToExport: when there is no such citizen.
    :raises StorageFailed: when the database failed.
    """
    with open_work() as work:
        person = work.citizens.find([citizen]).get(citizen)
        if person is None:
            raise NothingToExport(citizen)
        lines = work.plans.of_citizens([citizen])
        notes = work.notes.of_citizens([citizen], _EVER)
        completions = work.completions.of_help([line.id for line in lines], date.min, date.max)
        yield from _people(work, person, notes, completions)
        yield from _guidance(work, citizen, lines)
        for records in (lines, notes, completions):
            yield from _by_key(records)


def _people(
    work: UnitOfWork, person: Citizen, notes: list[Note], completions: list[Completion]
) -> Iterator[Record]:
    staff = work.staff.find({each.author for each in notes} | {each.by for each in completions})
    units = {person.care_unit}.union(*(each.care_units for each in staff.values()))
    yield from _by_key(work.care_units.find(units).values())
    yield from _by_key(staff.values())
    yield person


def _guidance(work: UnitOfWork, citizen: str, lines: list[PlannedHelp]) -> Iterator[Record]:
    named = work.guidance.revisions_of({key for line in lines for key in line.guidance})
    own = work.guidance.of_citizen(citizen)
    revisions: dict[tuple[str, int], Guidance] = {(each.id, each.revision): each for each in named + own}
    yield from _by_key(revisions.values())


def _by_key(records: Iterable[Record]) -> list[Record]:
    return sorted(records, key=key_of)
