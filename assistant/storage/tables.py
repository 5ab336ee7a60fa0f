"""The tables of the database. Each row knows its municipality, which is part of every key.

References are checked when a transaction ends, so a file may hold its records in any order.
Indexes leave the municipality out: as long as PostgreSQL has not counted the rows of a first
import, it would look up a key by reading all rows of the municipality from any index that has it.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Date,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Time,
)

from assistant.storage.columns import Instant, words

METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def _words(name: str, *, optional: bool = False) -> Column[str]:
    return Column(name, words(), nullable=optional)


def _day(name: str, *, optional: bool = True) -> Column:  # type: ignore[type-arg]
    return Column(name, Date(), nullable=optional)


def _json(name: str) -> Column:  # type: ignore[type-arg]
    return Column(name, JSON(), nullable=False)


def _key(*columns: str) -> PrimaryKeyConstraint:
    return PrimaryKeyConstraint("municipality", *columns)


def _reference(column: str, table: str) -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["municipality", column],
        [f"{table}.municipality", f"{table}.id"],
        deferrable=True,
        initially="DEFERRED",
    )


def _part_of(table: str, *columns: tuple[str, str]) -> ForeignKeyConstraint:
    """A row that goes when what it is part of goes; `columns` are pairs (there, here)."""
    return ForeignKeyConstraint(
        ["municipality", *(here for _, here in columns)],
        [f"{table}.municipality", *(f"{table}.{there}" for there, _ in columns)],
        ondelete="CASCADE",
    )


CARE_UNIT = Table(
    "care_unit", METADATA,
    _words("municipality"), _words("id"), _words("name"), _json("shifts"),
    _key("id"),
)  # fmt: skip

STAFF = Table(
    "staff", METADATA,
    _words("municipality"), _words("id"), _words("name"), _words("role"), _json("care_units"),
    _words("email", optional=True),
    _key("id"),
)  # fmt: skip

CITIZEN = Table(
    "citizen", METADATA,
    _words("municipality"), _words("id"), _words("name"), _words("care_unit"),
    _words("preferred_name", optional=True), _day("birth_date"), _words("address", optional=True),
    _json("alerts"),
    Column("cpr_sealed", LargeBinary(), nullable=True),
    Column("cpr_digest", LargeBinary(), nullable=True),
    _key("id"),
    _reference("care_unit", "care_unit"),
    Index(None, "care_unit", "id"),
    Index(None, "cpr_digest"),
)  # fmt: skip

GUIDANCE = Table(
    "guidance", METADATA,
    _words("municipality"), _words("id"), Column("revision", Integer(), nullable=False),
    _words("kind"), _words("citizen", optional=True), _words("title"), _words("text"), _words("status"),
    _day("valid_from"), _day("valid_to"), _day("review_by"),
    _words("approved_by", optional=True), _words("fsiii", optional=True),
    _key("id", "revision"),
    _reference("citizen", "citizen"),
    Index(None, "citizen", "id"),
    Index(None, "kind", "id"),
)  # fmt: skip

PASSAGE = Table(
    "passage", METADATA,
    _words("municipality"), _words("guidance"), Column("revision", Integer(), nullable=False),
    Column("position", Integer(), nullable=False), _words("heading"),
    Column("start", Integer(), nullable=False), Column("end", Integer(), nullable=False),
    _words("digest"), Column("way_of_splitting", Integer(), nullable=False),
    _key("guidance", "revision", "position"),
    _part_of("guidance", ("id", "guidance"), ("revision", "revision")),
)  # fmt: skip

PASSAGE_VECTOR = Table(
    "passage_vector", METADATA,
    _words("municipality"), _words("guidance"), Column("revision", Integer(), nullable=False),
    Column("position", Integer(), nullable=False), _words("model"), _words("digest"),
    Column("vector", LargeBinary(), nullable=False), Column("checksum", LargeBinary(), nullable=False),
    _key("guidance", "revision", "position", "model"),
    _part_of(
        "passage", ("guidance", "guidance"), ("revision", "revision"), ("position", "position")
    ),
)  # fmt: skip

PLANNED_HELP = Table(
    "planned_help", METADATA,
    _words("municipality"), _words("id"), _words("citizen"), _words("title"),
    Column("start", Time(), nullable=False), Column("end", Time(), nullable=False),
    _words("recurrence"), _day("valid_from"), _day("valid_to"), _json("guidance"), _words("least_role"),
    _words("remark", optional=True), _words("fsiii", optional=True),
    _key("id"),
    _reference("citizen", "citizen"),
    Index(None, "citizen"),
)  # fmt: skip

NOTE = Table(
    "note", METADATA,
    _words("municipality"), _words("id"), _words("citizen"), _words("author"),
    Column("at", Instant(), nullable=False), _words("text"),
    _json("conditions"), _json("measurements"), _json("follow_ups"), _words("status"),
    _key("id"),
    _reference("citizen", "citizen"), _reference("author", "staff"),
    Index(None, "citizen", "at"),
)  # fmt: skip

COMPLETION = Table(
    "completion", METADATA,
    _words("municipality"), _words("planned_help"), _day("date", optional=False), _words("by"),
    Column("at", Instant(), nullable=False), _words("outcome"), _words("reason", optional=True),
    _key("planned_help", "date"),
    _reference("planned_help", "planned_help"), _reference("by", "staff"),
)  # fmt: skip

CONVERSATION = Table(
    "conversation", METADATA,
    _words("municipality"), _words("id"), _words("staff"), _json("state"),
    Column("updated_at", Instant(), nullable=False),
    _key("id"),
    _reference("staff", "staff"),
)  # fmt: skip

ACCOUNT = Table(
    "account", METADATA,
    _words("municipality"), _words("staff"), _words("password_hash"),
    _key("staff"),
    _reference("staff", "staff"),
)  # fmt: skip

TOPIC_VERSION = Table(
    "topic_version", METADATA,
    _words("municipality"), _words("topic"), Column("number", BigInteger(), nullable=False),
    _key("topic"),
)  # fmt: skip

CPR_KEY = Table(
    "cpr_key", METADATA,
    _words("municipality"), Column("fingerprint", LargeBinary(), nullable=False),
    _key(),
)  # fmt: skip
