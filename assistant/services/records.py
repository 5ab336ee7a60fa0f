"""The use case of records in: one file is one transaction, and a bad line changes nothing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import islice

from assistant.services.found import show
from assistant.services.ports import OpenWork, UnitOfWork
from assistant.services.record_checks import faults
from assistant.services.record_references import Batch, conflict, dangling, misplaced_guidance
from assistant.services.record_types import Problem, ReadLine, Record, RecordType, key_of, store_of, type_of

Progress = Callable[[str, int], None]
"""Told what is being done ("read", "compared", "stored") and how many records of it are done."""

_CHUNK = 2000
_LISTED = 200


class ImportRefused(Exception):
    """A file was not imported, and nothing was changed; `problems` names every bad line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda each: (each.line or 0, each.field or "")))
        shown = [str(each) for each in self.problems[:_LISTED]]
        if rest := len(self.problems) - len(shown):
            shown.append(f"… and {rest} more")
        super().__init__("\n".join(shown))


@dataclass(slots=True)
class Count:
    """What became of the records of one type."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0

    @property
    def total(self) -> int:
        """How many there were."""
        return self.new + self.changed + self.unchanged


@dataclass(slots=True)
class ImportSummary:
    """What an import did, by type."""

    counts: dict[RecordType, Count] = field(default_factory=dict)


def import_records(
    open_work: OpenWork, lines: Iterable[ReadLine], *, progress: Progress = lambda what, count: None
) -> ImportSummary:
    """Store the records of one file, all or none.

    The file is read and checked before the database is asked for anything, and compared before it
    is locked for writing: an import that changes nothing never holds anybody up.

    :param lines: the file's lines in any order, as a reader has understood them.
    :raises ImportRefused: when a line is wrong; it names every one of them.
    :raises StorageFailed: when the database failed; nothing was kept.
    """
    batch, problems = _gather(lines, progress)
    with open_work() as work:
        problems += dangling(batch, work)
        problems += misplaced_guidance(batch, work)
        summary, differing, conflicts = _compare(batch, work, progress)
        if problems or conflicts:
            raise ImportRefused(problems + conflicts)
        _store(differing, work, progress)
    return summary


def _gather(lines: Iterable[ReadLine], progress: Progress) -> tuple[Batch, list[Problem]]:
    batch = Batch()
    problems: list[Problem] = []
    for count, line in enumerate(lines, start=1):
        if count % _CHUNK == 0:
            progress("read", count)
        found = [*line.problems, *_problems_within(line)]
        if line.record is not None and not found:
            found = _add(batch, line.number, line.record)
        if found and line.record is not None:
            batch.declared.add((type_of(line.record), _id_of(line.record)))
        if line.declares:
            batch.declared.add(line.declares)
        problems += found
    return batch, problems


def _problems_within(line: ReadLine) -> list[Problem]:
    if line.record is None:
        return []
    return [
        Problem(line.number, fault.field, f"found {show(fault.found)}, expected {fault.expected}")
        for fault in faults(line.record)
    ]


def _add(batch: Batch, number: int, record: Record) -> list[Problem]:
    first, before = batch.records[type_of(record)].setdefault(key_of(record), (number, record))
    if before == record:
        return []
    name = "planned_help" if type_of(record) is RecordType.COMPLETION else "id"
    return [
        Problem(
            number,
            name,
            f"found {show(_id_of(record))} again with other content, expected it once (line {first})",
        )
    ]


def _id_of(record: Record) -> str:
    key = key_of(record)
    return str(key[0] if isinstance(key, tuple) else key)


def _compare(
    batch: Batch, work: UnitOfWork, progress: Progress
) -> tuple[ImportSummary, dict[RecordType, list[Record]], list[Problem]]:
    summary = ImportSummary()
    differing: dict[RecordType, list[Record]] = {}
    conflicts: list[Problem] = []
    compared = 0
    for record_type, numbered in batch.records.items():
        count = Count()
        records = iter(numbered.items())
        while some := dict(islice(records, _CHUNK)):
            stored = store_of(work, record_type).find(some.keys())
            for key, (line, record) in some.items():
                before = stored.get(key)
                if before == record:
                    count.unchanged += 1
                    continue
                differing.setdefault(record_type, []).append(record)
                if before is None:
                    count.new += 1
                else:
                    count.changed += 1
                    if refusal := conflict(before, record, line):
                        conflicts.append(refusal)
            compared += len(some)
            progress("compared", compared)
        if count.total:
            summary.counts[record_type] = count
    return summary, differing, conflicts


def _store(differing: dict[RecordType, list[Record]], work: UnitOfWork, progress: Progress) -> None:
    stored = 0
    for record_type, records in differing.items():
        store = store_of(work, record_type)
        for start in range(0, len(records), _CHUNK):
            some = records[start : start + _CHUNK]
            store.put(some)
            stored += len(some)
            progress("stored", stored)
    if differing:
        work.commit()
