"""What the services need from outside, as Protocols: the docstrings are the contract.

Every implementation, fake or real, passes the suites in `tests/contracts/`.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from assistant.domain.care_unit import CareUnit
from assistant.domain.citizen import Citizen
from assistant.domain.doegnrytmeplan import Completion, PlannedHelp
from assistant.domain.note import Note
from assistant.domain.staff import Staff
from assistant.domain.window import Window
from knowledge.guidance import Guidance
from nlu.types import Understanding
from retrieval.passages import Passage

if TYPE_CHECKING:
    from retrieval.ports import Vector  # numpy takes 0.1 s to load

Record = TypeVar("Record")
Key = TypeVar("Key")


class Topic(StrEnum):
    """What a version counter counts the changes of."""

    ROSTER = "roster"
    """Citizens and care units: names, units, alerts, the hours of the shifts."""
    STAFF = "staff"
    """Staff: names, roles, care units."""
    GUIDANCE = "guidance"
    """Guidance of any kind."""
    VECTORS = "vectors"
    """Vectors of passages: new ones, or damaged ones that were taken away."""


@dataclass(frozen=True, slots=True)
class Account:
    """[DK] bruger: what a staff member logs in with. `password_hash` is an argon2id hash."""

    staff: str
    password_hash: str


GuidanceKey = tuple[str, int]
"""A revision of a guidance: its id and the number of the revision."""
PassageKey = tuple[str, int, int]
"""A passage: the id of its guidance, the revision, and the passage's position in it."""


@dataclass(frozen=True, slots=True)
class PassageToEmbed:
    """A passage of published guidance: `text` with its context, and the `digest` of that."""

    key: PassageKey
    digest: str
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class PassageVector:
    """The vector of a passage whose text, with its context, has this `digest`."""

    key: PassageKey
    digest: str
    vector: "Vector"


@dataclass(frozen=True, slots=True)
class StoredConversation:
    """The memory of one dialogue: it belongs to one staff member, and `state` is plain JSON."""

    id: str
    staff: str
    state: Mapping[str, Any]
    updated_at: datetime


class Store(Protocol[Record, Key]):
    """A kind of record of one municipality, found by key."""

    def find(self, keys: Collection[Key]) -> dict[Key, Record]:
        """The records with these keys; keys that are not stored are left out."""
        ...

    def put(self, records: Iterable[Record]) -> None:
        """Store each record, in place of the one with its key. Nothing is kept before `commit`."""
        ...

    def everything(self) -> Iterator[Record]:
        """All records, sorted by key as code points, read in chunks (never all in memory)."""
        ...


class CareUnits(Store[CareUnit, str], Protocol):
    """Care units by id."""


class StaffMembers(Store[Staff, str], Protocol):
    """Staff by id."""


class Citizens(Store[Citizen, str], Protocol):
    """Citizens by id."""

    def of_units(self, care_units: Collection[str]) -> list[Citizen]:
        """The citizens of these care units, sorted by id. `cpr` is left out (None): a roster needs none."""
        ...

    def named(self, ids: Collection[str]) -> dict[str, Citizen]:
        """As `find`, with `cpr` left out (None), so that it works while the key of the numbers is lost."""
        ...


class GuidanceShelf(Store[Guidance, tuple[str, int]], Protocol):
    """All revisions of all guidance, by (id, revision)."""

    def revisions_of(self, ids: Collection[str]) -> list[Guidance]:
        """Every revision of the guidance with these ids, sorted by id and revision."""
        ...

    def of_citizen(self, citizen: str) -> list[Guidance]:
        """Every revision of this citizen's handleanvisninger, sorted by id and revision."""
        ...

    def instrukser(self) -> list[Guidance]:
        """Every revision of every instruks, sorted by id and revision."""
        ...


class Passages(Protocol):
    """The passages of all guidance, and their vectors by model.

    `GuidanceShelf.put` keeps the passages in step, in the same transaction. A vector belongs to a
    text, so that of a text that was changed is never given back. Half the precision of a vector's
    numbers is stored, which changes a nearness by less than .001.
    """

    def of_guidance(self, guidance: Collection[GuidanceKey]) -> dict[GuidanceKey, tuple[Passage, ...]]:
        """The passages of these revisions, in reading order; revisions not stored are left out."""
        ...

    def split_missing(self, *, limit: int) -> int:
        """Split at most `limit` revisions that were stored before there were passages, or whose
        passages were split in another way (`passages.WAY_OF_SPLITTING`); how many were.
        """
        ...

    def without_vector(
        self, model: str, *, after: PassageKey | None = None, limit: int
    ) -> list[PassageToEmbed]:
        """Passages of published revisions that have no vector of this model, sorted by key.

        :param after: only passages that come after this one.
        """
        ...

    def put_vectors(self, model: str, vectors: Iterable[PassageVector]) -> None:
        """Store the vectors; one of a passage that is there no more, or has another text by now, is
        passed over.
        """
        ...

    def vectors(self, model: str, guidance: Collection[GuidanceKey]) -> list[PassageVector]:
        """The vectors that these revisions have of this model, sorted by key, damaged ones left out."""
        ...

    def drop_damaged(self, model: str) -> int:
        """Take away the vectors whose bytes are not those that were stored; how many there were."""
        ...

    def models(self) -> dict[str, int]:
        """How many vectors are stored of each model."""
        ...

    def drop_model(self, model: str) -> None:
        """Take away all vectors of a model."""
        ...


class Plans(Store[PlannedHelp, str], Protocol):
    """The lines of the døgnrytmeplaner, by id."""

    def of_citizens(self, citizens: Collection[str]) -> list[PlannedHelp]:
        """All lines of these citizens' plans, valid or not, sorted by start and id."""
        ...

    def in_window(self, citizens: Collection[str], window: Window) -> list[PlannedHelp]:
        """The lines that may have help in the window, by validity and clock time, sorted by start and id.

        Every line that has some is among them; their rules are not asked, so others may be too.
        """
        ...


class Notes(Store[Note, str], Protocol):
    """Notes by id."""

    def of_citizens(self, citizens: Collection[str], window: Window) -> list[Note]:
        """The notes about these citizens with from ≤ `at` < to, drafts too, sorted by time and id."""
        ...


class Completions(Store[Completion, tuple[str, date]], Protocol):
    """What became of planned help, by (planned help, day)."""

    def of_help(self, planned_help: Collection[str], first: date, last: date) -> list[Completion]:
        """The completions of these lines with first ≤ `date` ≤ last, sorted by (planned help, day)."""
        ...

    def exchange(self, key: tuple[str, date], *, found: Completion | None, new: Completion | None) -> bool:
        """Put `new` where `found` stands; None stands for no completion, so it also adds and removes.

        False, and nothing is changed, where something else stands by now, also if another unit of
        work has kept it meanwhile: of two people who tick the same help at once, one is told so.
        """
        ...


class Conversations(Protocol):
    """The memory of dialogues."""

    def get(self, conversation: str) -> StoredConversation | None:
        """The conversation, or None where there is none of that id."""
        ...

    def put(self, conversation: StoredConversation) -> None:
        """Store it in place of what was there."""
        ...


class Accounts(Protocol):
    """Local logins."""

    def get(self, staff: str) -> Account | None:
        """The account of a staff member, or None."""
        ...

    def put(self, account: Account) -> None:
        """Store it in place of what was there."""
        ...


class UnitOfWork(Protocol):
    """Everything stored for one municipality, seen in one transaction.

    Used as a context manager: what is not committed when the block ends is rolled back.
    """

    care_units: CareUnits
    staff: StaffMembers
    citizens: Citizens
    guidance: GuidanceShelf
    passages: Passages
    plans: Plans
    notes: Notes
    completions: Completions
    conversations: Conversations
    accounts: Accounts

    def version(self, topic: Topic) -> int:
        """How often records of the topic have changed, in any process: a key for caches."""
        ...

    def begin_writing(self, *, patience_s: float | None = None) -> None:
        """Take the right to write, which a put takes by itself; does nothing where it is held already.

        :param patience_s: how long to wait at most where another program holds it; None waits as
            long as a put does, some seconds.
        :raises StorageFailed: `locked` when the other program is not done by then; nothing was put.
        """
        ...

    def commit(self) -> None:
        """Keep what was put, all of it or nothing.

        :raises StorageFailed: when the database is locked, full or gone; nothing was kept.
        """
        ...


class OpenWork(Protocol):
    """Begins a unit of work: `with open_work() as work: …`."""

    def __call__(self) -> AbstractContextManager[UnitOfWork]:
        """
        :raises StorageFailed: when the database cannot be reached.
        """
        ...


class StorageFailed(Exception):
    """The database did not do what was asked; nothing was half-written.

    The message is one English sentence that says what was found and what to do; `reason` is a
    short word for programs: `locked`, `full`, `unreachable`, `read_only`, `outdated`, `key_lost`.
    """

    def __init__(self, message: str, *, reason: str) -> None:
        super().__init__(message)
        self.reason = reason


class Understander(Protocol):
    """Reads one sentence: what is wanted, and which words name whom, when and what."""

    def understand(self, text: str) -> Understanding:
        """Intent and entities of `text`.

        :raises nlu.types.NluUnavailable: when it does not answer in time; the caller goes on without.
        """
        ...

    def ready(self) -> bool:
        """Whether it answers now."""
        ...


class Clock(Protocol):
    """What time it is."""

    def __call__(self) -> datetime:
        """Now, with its offset."""
        ...
