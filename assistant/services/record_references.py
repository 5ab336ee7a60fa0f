"""What must hold between records: references that lead somewhere, and citizens that stay apart."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from assistant.domain.citizen import Citizen
from assistant.domain.doegnrytmeplan import Completion, PlannedHelp
from assistant.domain.note import Note
from assistant.domain.staff import Staff
from assistant.services.found import show
from assistant.services.ports import UnitOfWork
from assistant.services.record_types import Key, Problem, Record, RecordType, store_of
from knowledge.guidance import Guidance, Kind, Status

Numbered = tuple[int, Record]
Owner = tuple[Kind, str | None]


@dataclass(slots=True)
class Batch:
    """The records of one file with their lines, and the ids of the lines that could not be read."""

    records: dict[RecordType, dict[Key, Numbered]] = field(
        default_factory=lambda: {each: {} for each in RecordType}
    )
    declared: set[tuple[RecordType, str]] = field(default_factory=set)

    def lines(self) -> Iterator[Numbered]:
        """All records with their lines, type by type."""
        for numbered in self.records.values():
            yield from numbered.values()


def dangling(batch: Batch, work: UnitOfWork) -> Iterator[Problem]:
    """References to records that are neither in the file nor stored."""
    wanted: dict[RecordType, dict[str, list[tuple[int, str]]]] = {}
    for line, record in batch.lines():
        for name, record_type, key in _references(record):
            if key not in batch.records[record_type] and (record_type, key) not in batch.declared:
                wanted.setdefault(record_type, {}).setdefault(key, []).append((line, name))
    for record_type, places in wanted.items():
        stored = store_of(work, record_type).find(places.keys())
        for key, referring in places.items():
            if key not in stored:
                for line, name in referring:
                    yield Problem(
                        line, name, f"found {show(key)}, expected the id of a {record_type} in file or home"
                    )


def misplaced_guidance(batch: Batch, work: UnitOfWork) -> Iterator[Problem]:
    """Guidance that changes its citizen, and plan lines with guidance of another citizen."""
    owners: dict[str, Owner] = {
        each.id: (each.kind, each.citizen) for each in work.guidance.revisions_of(_guidance_ids(batch))
    }
    for line, guidance in batch.records[RecordType.GUIDANCE].values():
        assert isinstance(guidance, Guidance)
        owner = owners.setdefault(guidance.id, (guidance.kind, guidance.citizen))
        if owner != (guidance.kind, guidance.citizen):
            yield Problem(
                line, "citizen",
                f"found {_owner(guidance.kind, guidance.citizen)}, expected {_owner(*owner)} as in its other "
                "revisions; give it an id of its own",
            )  # fmt: skip
    for line, record in batch.records[RecordType.PLANNED_HELP].values():
        assert isinstance(record, PlannedHelp)
        yield from _of_line(line, record, owners, batch)


def _of_line(line: int, record: PlannedHelp, owners: Mapping[str, Owner], batch: Batch) -> Iterator[Problem]:
    for number, key in enumerate(record.guidance):
        place = f"guidance[{number}]"
        if key not in owners:
            if (RecordType.GUIDANCE, key) not in batch.declared:
                yield Problem(
                    line, place, f"found {show(key)}, expected the id of a guidance in file or home"
                )
            continue
        kind, citizen = owners[key]
        if kind is Kind.HANDLEANVISNING and citizen != record.citizen:
            yield Problem(
                line, place,
                f"found {show(key)}, a handleanvisning of another citizen, expected an instruks or one of "
                f"{show(record.citizen)}",
            )  # fmt: skip


def conflict(stored: Record, new: Record, line: int) -> Problem | None:
    """Why `new` may not take the place of the stored record of its key, or None."""
    if isinstance(stored, Guidance) and isinstance(new, Guidance):
        decided = stored.status in (Status.PUBLISHED, Status.RETIRED)
        for name in ("title", "text"):
            if decided and getattr(stored, name) != getattr(new, name):
                return Problem(
                    line, name,
                    f"found another {name} than revision {new.revision} of {show(new.id)} was published "
                    f"with, expected the same; give a new revision ({new.revision + 1} or higher)",
                )  # fmt: skip
    if isinstance(stored, PlannedHelp) and isinstance(new, PlannedHelp) and stored.citizen != new.citizen:
        return Problem(
            line, "citizen",
            f"found {show(new.citizen)}, expected {show(stored.citizen)} as stored: a plan line stays with "
            "its citizen; give it an id of its own",
        )  # fmt: skip
    return None


def _references(record: Record) -> Iterator[tuple[str, RecordType, str]]:
    if isinstance(record, Citizen):
        yield "care_unit", RecordType.CARE_UNIT, record.care_unit
    elif isinstance(record, Staff):
        for number, unit in enumerate(record.care_units):
            yield f"care_units[{number}]", RecordType.CARE_UNIT, unit
    elif isinstance(record, Guidance | PlannedHelp | Note):
        if record.citizen is not None:
            yield "citizen", RecordType.CITIZEN, record.citizen
        if isinstance(record, Note):
            yield "author", RecordType.STAFF, record.author
    elif isinstance(record, Completion):
        yield "planned_help", RecordType.PLANNED_HELP, record.planned_help
        yield "by", RecordType.STAFF, record.by


def _guidance_ids(batch: Batch) -> set[str]:
    ids = {key[0] for key in batch.records[RecordType.GUIDANCE]}
    for _, record in batch.records[RecordType.PLANNED_HELP].values():
        assert isinstance(record, PlannedHelp)
        ids.update(record.guidance)
    return ids


def _owner(kind: Kind, citizen: str | None) -> str:
    return f"a handleanvisning of {show(citizen)}" if kind is Kind.HANDLEANVISNING else "an instruks"
