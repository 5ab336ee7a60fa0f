"""Conversations in the database."""

from datetime import UTC
from typing import Any

from assistant.services.ports import StoredConversation
from assistant.storage.rows import Rows
from assistant.storage.tables import CONVERSATION


class SqlConversations:
    """`ports.Conversations` on the table conversation."""

    def __init__(self, rows: "ConversationRows") -> None:
        self._rows = rows

    def get(self, conversation: str) -> StoredConversation | None:
        """See `ports.Conversations.get`."""
        return self._rows.find([conversation]).get(conversation)

    def put(self, conversation: StoredConversation) -> None:
        """See `ports.Conversations.put`."""
        self._rows.replace(conversation)


class ConversationRows(Rows[StoredConversation, str]):
    """The rows behind `SqlConversations`."""

    table = CONVERSATION

    def replace(self, conversation: StoredConversation) -> None:
        """Write it without a look at what stands there: each turn of a dialogue is another."""
        self._write([self._row(conversation)])

    def _row(self, record: StoredConversation) -> dict[str, Any]:
        return {
            "id": record.id,
            "staff": record.staff,
            "state": dict(record.state),
            "updated_at": record.updated_at.astimezone(UTC),
        }

    def _record(self, row: Any) -> StoredConversation:
        return StoredConversation(row.id, row.staff, row.state, row.updated_at)
