"""SQL statements, each built once: building and hashing one anew costs more than running it.

What differs from call to call is bound when it runs: `here` is the municipality, `any_of` the
values that a column may have.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, Table, bindparam, select, tuple_
from sqlalchemy.dialects import postgresql, sqlite

# The two databases say "or replace what is there" in the same way, but not by one SQLAlchemy class.
_INSERT: dict[str, Callable[[Table], Any]] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def in_municipality(table: Table, *columns: Column[Any]) -> Select[Any]:
    """The rows of the municipality `here`, found by the key that the rest of the statement names."""
    return _selected(table, columns).where(table.c.municipality == bindparam("here"))


def beside_key(table: Table, *columns: Column[Any]) -> Select[Any]:
    """As `in_municipality`, where an index other than the key is to find the rows."""
    # An expression, because no index knows one: without counted rows both databases may think
    # that a municipality is as few rows as a citizen, and read it through by its key.
    return _selected(table, columns).where(table.c.municipality.concat("") == bindparam("here"))


def any_of(column: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether the column has one of the values `any_of`."""
    return column.in_(bindparam("any_of", expanding=True))


@cache
def by_key(table: Table, key: tuple[str, ...], *, without: frozenset[str] = frozenset()) -> Select[Any]:
    """The rows whose key is one of `any_of`.

    :param without: columns that are not read.
    """
    columns = [each for each in table.c if each.name not in without]
    named = [table.c[name] for name in key]
    return in_municipality(table, *columns).where(any_of(named[0] if len(named) == 1 else tuple_(*named)))


def insert_into(table: Table, dialect: str) -> Any:
    """An INSERT that knows `on_conflict_do_update` and `on_conflict_do_nothing`."""
    return _INSERT[dialect](table)


@cache
def upsert(table: Table, key: tuple[str, ...], dialect: str) -> Any:
    """Put a row in place of the one with its key; its values, `municipality` too, are bound by name."""
    insert = insert_into(table, dialect)
    whole_key = ("municipality", *key)
    rest = {each.name: insert.excluded[each.name] for each in table.c if each.name not in whole_key}
    return insert.on_conflict_do_update(index_elements=list(whole_key), set_=rest)


def _selected(table: Table, columns: tuple[Column[Any], ...]) -> Select[Any]:
    return select(*columns) if columns else select(table)
