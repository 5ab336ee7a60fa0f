"""Stand-ins for what the services need from outside; they pass the suites in `tests/contracts/`.

records = InMemory()
with records.open_work() as work:
    work.care_units.put([CareUnit("u-1", "Solsiden")])
    work.commit()
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Generic, TypeVar

from assistant.domain.care_unit import CareUnit
from assistant.domain.citizen import Citizen
from assistant.domain.doegnrytmeplan import Completion, PlannedHelp
from assistant.domain.note import Note
from assistant.domain.staff import Staff
from assistant.domain.window import Window
from assistant.services.clock_window import clock_window
from assistant.services.ports import Account, StorageFailed, StoredConversation, Topic
from knowledge.guidance import Guidance, Kind
from nlu.types import NluUnavailable, Understanding
from tests.fake_passages import FakePassages

Record = TypeVar("Record")
Key = TypeVar("Key")

Tables = dict[str, dict[Any, Any]]


class InMemory:
    """A database in memory. `failure` is raised by whoever opens it, as a database does that is gone.

    `locked` lets nobody begin to write, as another program does that writes for long.
    References are not checked: a test of a service needs no unit to have a citizen.
    """

    def __init__(self) -> None:
        self.failure: StorageFailed | None = None
        self.locked = False
        self._tables: Tables = {}
        self._versions: dict[Topic, int] = {}

    @contextmanager
    def open_work(self) -> Iterator["InMemoryWork"]:
        """The port `OpenWork`."""
        if self.failure is not None:
            raise self.failure
        yield InMemoryWork(self)

    def snapshot(self) -> tuple[Tables, dict[Topic, int]]:
        """What is kept at this moment."""
        return {name: dict(rows) for name, rows in self._tables.items()}, dict(self._versions)

    def keep(self, written: Tables, changed: Collection[Topic]) -> None:
        """Keep what one unit of work wrote; None in place of a record removes it."""
        if self.failure is not None:
            raise self.failure
        for name, rows in written.items():
            kept = self._tables.setdefault(name, {})
            kept.update(rows)
            for key in [key for key, record in rows.items() if record is None]:
                del kept[key]
        for topic in changed:
            self._versions[topic] = self._versions.get(topic, 0) + 1


class InMemoryWork:
    """The port `UnitOfWork`."""

    def __init__(self, records: InMemory) -> None:
        self._records = records
        self._begin()

    def _begin(self) -> None:
        tables, self._versions = self._records.snapshot()
        self._written: Tables = {}
        self._changed: set[Topic] = set()
        self._writing = False
        self.care_units = FakeStore[CareUnit, str](
            self._table(tables, "care_unit", Topic.ROSTER), lambda each: each.id
        )
        self.staff = FakeStore[Staff, str](self._table(tables, "staff", Topic.STAFF), lambda each: each.id)
        self.citizens = FakeCitizens(self._table(tables, "citizen", Topic.ROSTER), lambda each: each.id)
        guidance = self._table(tables, "guidance", Topic.GUIDANCE)
        self.guidance = FakeGuidanceShelf(guidance, lambda each: (each.id, each.revision))
        self.passages = FakePassages(guidance, self._table(tables, "passage_vector", Topic.VECTORS))
        self.plans = FakePlans(self._table(tables, "planned_help"), lambda each: each.id)
        self.notes = FakeNotes(self._table(tables, "note"), lambda each: each.id)
        self.completions = FakeCompletions(
            self._table(tables, "completion"), lambda each: (each.planned_help, each.date)
        )
        self.completions.kept_by_all = lambda: self._records.snapshot()[0].get("completion", {})
        self.conversations = FakeConversations(self._table(tables, "conversation"))
        self.accounts = FakeAccounts(self._table(tables, "account"))

    def _table(self, tables: Tables, name: str, topic: Topic | None = None) -> "FakeTable":
        def changed() -> None:
            if topic is not None:
                self._changed.add(topic)

        return FakeTable(
            tables.get(name, {}), self._written.setdefault(name, {}), changed, self.begin_writing
        )

    def version(self, topic: Topic) -> int:
        """See the port."""
        return self._versions.get(topic, 0) + (topic in self._changed)

    def begin_writing(self, *, patience_s: float | None = None) -> None:
        """See the port; nobody waits for a fake."""
        if self._records.locked and not self._writing:
            raise StorageFailed("another program is writing", reason="locked")
        self._writing = True

    def commit(self) -> None:
        """See the port."""
        self._records.keep(self._written, self._changed)
        self._begin()


@dataclass(slots=True)
class FakeTable:
    """The rows that a unit of work sees, and apart from them those it wrote itself."""

    rows: dict[Any, Any]
    written: dict[Any, Any]
    changed: Callable[[], None]
    begin_writing: Callable[[], None]

    def write(self, key: Any, record: Any) -> None:
        """Store it, and count it as a change if it is one."""
        self.begin_writing()
        if self.rows.get(key) != record:
            self.rows[key] = self.written[key] = record
            self.changed()

    def remove(self, key: Any) -> None:
        """Remove it, and count that as a change."""
        self.begin_writing()
        del self.rows[key]
        self.written[key] = None
        self.changed()


class FakeStore(Generic[Record, Key]):
    """The port `Store`."""

    def __init__(self, table: FakeTable, key_of: Callable[[Record], Key]) -> None:
        self._table = table
        self._key_of = key_of

    def find(self, keys: Collection[Key]) -> dict[Key, Record]:
        """See the port."""
        return {key: self._table.rows[key] for key in keys if key in self._table.rows}

    def put(self, records: Iterable[Record]) -> None:
        """See the port."""
        for record in records:
            self._table.write(self._key_of(record), record)

    def everything(self) -> Iterator[Record]:
        """See the port."""
        return iter([self._table.rows[key] for key in sorted(self._table.rows)])

    def _where(self, wanted: Callable[[Record], bool], *, by: Callable[[Record], Any]) -> list[Record]:
        return sorted(filter(wanted, self._table.rows.values()), key=by)


class FakeCitizens(FakeStore[Citizen, str]):
    """The port `Citizens`."""

    def of_units(self, care_units: Collection[str]) -> list[Citizen]:
        """See the port."""
        found = self._where(lambda each: each.care_unit in care_units, by=lambda each: each.id)
        return [replace(each, cpr=None) for each in found]

    def named(self, ids: Collection[str]) -> dict[str, Citizen]:
        """See the port."""
        return {id: replace(each, cpr=None) for id, each in self.find(ids).items()}


class FakeGuidanceShelf(FakeStore[Guidance, tuple[str, int]]):
    """The port `GuidanceShelf`."""

    def revisions_of(self, ids: Collection[str]) -> list[Guidance]:
        """See the port."""
        return self._where(lambda each: each.id in ids, by=self._key_of)

    def of_citizen(self, citizen: str) -> list[Guidance]:
        """See the port."""
        return self._where(lambda each: each.citizen == citizen, by=self._key_of)

    def instrukser(self) -> list[Guidance]:
        """See the port."""
        return self._where(lambda each: each.kind is Kind.INSTRUKS, by=self._key_of)


class FakePlans(FakeStore[PlannedHelp, str]):
    """The port `Plans`."""

    def of_citizens(self, citizens: Collection[str]) -> list[PlannedHelp]:
        """See the port."""
        return self._where(lambda each: each.citizen in citizens, by=lambda each: (each.start, each.id))

    def in_window(self, citizens: Collection[str], window: Window) -> list[PlannedHelp]:
        """See the port; the days of the validity are left to the rules."""
        clock = clock_window(window)
        return [each for each in self.of_citizens(citizens) if clock is None or clock.may_hold(each)]


class FakeNotes(FakeStore[Note, str]):
    """The port `Notes`."""

    def of_citizens(self, citizens: Collection[str], window: Window) -> list[Note]:
        """See the port."""
        return self._where(
            lambda each: each.citizen in citizens and window.holds(each.at),
            by=lambda each: (each.at.timestamp(), each.id),
        )


class FakeCompletions(FakeStore[Completion, tuple[str, date]]):
    """The port `Completions`; `kept_by_all` gives what any unit of work has kept by now."""

    kept_by_all: Callable[[], Mapping[tuple[str, date], Completion]] = dict

    def of_help(self, planned_help: Collection[str], first: date, last: date) -> list[Completion]:
        """See the port."""
        return self._where(
            lambda each: each.planned_help in planned_help and first <= each.date <= last, by=self._key_of
        )

    def exchange(self, key: tuple[str, date], *, found: Completion | None, new: Completion | None) -> bool:
        """See the port: what others have kept meanwhile counts, as it does in a database."""
        if key not in self._table.written:
            # As in a database: from the first writing on, what others have kept is seen.
            self._table.rows.pop(key, None)
            kept = self.kept_by_all()
            self._table.rows.update({key: kept[key]} if key in kept else {})
        if self._table.rows.get(key) != found:
            return False
        if new is not None:
            self._table.write(key, new)
        elif found is not None:
            self._table.remove(key)
        return True


class FakeConversations:
    """The port `Conversations`."""

    def __init__(self, table: FakeTable) -> None:
        self._table = table

    def get(self, conversation: str) -> StoredConversation | None:
        """See the port."""
        return self._table.rows.get(conversation)

    def put(self, conversation: StoredConversation) -> None:
        """See the port."""
        self._table.write(conversation.id, conversation)


class FakeAccounts:
    """The port `Accounts`."""

    def __init__(self, table: FakeTable) -> None:
        self._table = table

    def get(self, staff: str) -> Account | None:
        """See the port."""
        return self._table.rows.get(staff)

    def put(self, account: Account) -> None:
        """See the port."""
        self._table.write(account.staff, account)


@dataclass(slots=True)
class FakeUnderstander:
    """The port `Understander`: it knows the sentences it was given; any other is out of scope.

    `down` makes it fail as a server does that does not answer.
    """

    sentences: Mapping[str, Understanding] = field(default_factory=dict)
    down: bool = False

    def understand(self, text: str) -> Understanding:
        """See the port."""
        if self.down:
            raise NluUnavailable("the fake is down")
        return self.sentences.get(text) or Understanding(text, "out_of_scope", 0.5)

    def ready(self) -> bool:
        """See the port."""
        return not self.down


@dataclass(slots=True)
class FakeClock:
    """The port `Clock`: it stands still until a test moves it."""

    now: datetime

    def __call__(self) -> datetime:
        """See the port."""
        return self.now
