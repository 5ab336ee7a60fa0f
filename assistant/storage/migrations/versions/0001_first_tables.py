"""The first tables: the records of contract §1, conversations, logins and counters.

A migration is history, so it repeats the columns in its own words: `tables.py` may change after it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _words(name: str, *, optional: bool = False) -> sa.Column[str]:
    kind = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    return sa.Column(name, kind, nullable=optional)


def _column(name: str, kind: sa.types.TypeEngine, *, optional: bool = False) -> sa.Column:  # type: ignore[type-arg]
    return sa.Column(name, kind, nullable=optional)


def _instant(name: str) -> sa.Column:  # type: ignore[type-arg]
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


def _table(name: str, *parts: sa.schema.SchemaItem, key: tuple[str, ...] = ("id",)) -> None:
    op.create_table(
        name,
        _words("municipality"),
        *parts,
        sa.PrimaryKeyConstraint("municipality", *key, name=f"pk_{name}"),
    )


def _reference(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["municipality", column],
        [f"{to}.municipality", f"{to}.id"],
        name=f"fk_{table}_municipality_{column}",
        deferrable=True,
        initially="DEFERRED",
    )


def _index(table: str, *columns: str) -> None:
    op.create_index("_".join(("ix", table, *columns)), table, list(columns))


def upgrade() -> None:
    """Make the first tables."""
    _table("care_unit", _words("id"), _words("name"), _column("shifts", sa.JSON()))
    _table(
        "staff", _words("id"), _words("name"), _words("role"), _column("care_units", sa.JSON()),
        _words("email", optional=True),
    )  # fmt: skip
    _table(
        "citizen", _words("id"), _words("name"), _words("care_unit"), _words("preferred_name", optional=True),
        _column("birth_date", sa.Date(), optional=True), _words("address", optional=True),
        _column("alerts", sa.JSON()), _column("cpr_sealed", sa.LargeBinary(), optional=True),
        _column("cpr_digest", sa.LargeBinary(), optional=True),
        _reference("citizen", "care_unit", "care_unit"),
    )  # fmt: skip
    _index("citizen", "care_unit", "id")
    _index("citizen", "cpr_digest")
    _table(
        "guidance", _words("id"), _column("revision", sa.Integer()), _words("kind"),
        _words("citizen", optional=True), _words("title"), _words("text"), _words("status"),
        _column("valid_from", sa.Date(), optional=True), _column("valid_to", sa.Date(), optional=True),
        _column("review_by", sa.Date(), optional=True), _words("approved_by", optional=True),
        _words("fsiii", optional=True),
        _reference("guidance", "citizen", "citizen"),
        key=("id", "revision"),
    )  # fmt: skip
    _index("guidance", "citizen", "id")
    _index("guidance", "kind", "id")
    _table(
        "planned_help", _words("id"), _words("citizen"), _words("title"),
        _column("start", sa.Time()), _column("end", sa.Time()), _words("recurrence"),
        _column("valid_from", sa.Date(), optional=True), _column("valid_to", sa.Date(), optional=True),
        _column("guidance", sa.JSON()), _words("least_role"), _words("remark", optional=True),
        _words("fsiii", optional=True),
        _reference("planned_help", "citizen", "citizen"),
    )  # fmt: skip
    _index("planned_help", "citizen")
    _table(
        "note", _words("id"), _words("citizen"), _words("author"), _instant("at"), _words("text"),
        _column("conditions", sa.JSON()), _column("measurements", sa.JSON()),
        _column("follow_ups", sa.JSON()), _words("status"),
        _reference("note", "citizen", "citizen"), _reference("note", "author", "staff"),
    )  # fmt: skip
    _index("note", "citizen", "at")
    _table(
        "completion", _words("planned_help"), _column("date", sa.Date()), _words("by"), _instant("at"),
        _words("outcome"), _words("reason", optional=True),
        _reference("completion", "planned_help", "planned_help"), _reference("completion", "by", "staff"),
        key=("planned_help", "date"),
    )  # fmt: skip
    _table(
        "conversation", _words("id"), _words("staff"), _column("state", sa.JSON()), _instant("updated_at"),
        _reference("conversation", "staff", "staff"),
    )  # fmt: skip
    _table(
        "account", _words("staff"), _words("password_hash"), _reference("account", "staff", "staff"),
        key=("staff",),
    )  # fmt: skip
    _table("topic_version", _words("topic"), _column("number", sa.BigInteger()), key=("topic",))
    _table("cpr_key", _column("fingerprint", sa.LargeBinary()), key=())
