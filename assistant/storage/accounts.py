"""Logins in the database."""

from typing import Any

from assistant.services.ports import Account
from assistant.storage.rows import Rows
from assistant.storage.tables import ACCOUNT


class SqlAccounts:
    """`ports.Accounts` on the table account."""

    def __init__(self, rows: "AccountRows") -> None:
        self._rows = rows

    def get(self, staff: str) -> Account | None:
        """See `ports.Accounts.get`."""
        return self._rows.find([staff]).get(staff)

    def put(self, account: Account) -> None:
        """See `ports.Accounts.put`."""
        self._rows.put([account])


class AccountRows(Rows[Account, str]):
    """The rows behind `SqlAccounts`."""

    table = ACCOUNT
    key_columns = ("staff",)

    def _row(self, record: Account) -> dict[str, Any]:
        return {"staff": record.staff, "password_hash": record.password_hash}

    def _record(self, row: Any) -> Account:
        return Account(row.staff, row.password_hash)
