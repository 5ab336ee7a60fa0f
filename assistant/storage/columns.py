"""Column types that mean the same on SQLite and PostgreSQL."""

from datetime import UTC, datetime

from sqlalchemy import DateTime, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine


def words() -> TypeEngine[str]:
    """Text that sorts by code points.

    SQLite does so by itself; PostgreSQL would sort by the language of the server, and an export
    would come out in another order there.
    """
    return Text().with_variant(Text(collation="C"), "postgresql")


class Instant(TypeDecorator[datetime]):
    """A moment, stored and given back in UTC.

    UTC because two times in one zone compare by the clock on the wall, and in the hour that
    October repeats two different moments would be equal.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """:raises ValueError: when the moment has no offset."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("expected a time with an offset, found one without")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
