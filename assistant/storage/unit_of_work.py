"""All repositories on one transaction."""

from functools import partial
from pathlib import Path

from assistant.services.ports import (
    Accounts,
    CareUnits,
    Citizens,
    Completions,
    Conversations,
    GuidanceShelf,
    Notes,
    Passages,
    Plans,
    StaffMembers,
    Topic,
)
from assistant.storage.accounts import AccountRows, SqlAccounts
from assistant.storage.care_units import SqlCareUnits
from assistant.storage.citizens import SqlCitizens
from assistant.storage.completions import SqlCompletions
from assistant.storage.conversations import ConversationRows, SqlConversations
from assistant.storage.cpr_vault import CprVault
from assistant.storage.guidance_shelf import SqlGuidanceShelf
from assistant.storage.notes import SqlNotes
from assistant.storage.passage_vectors import SqlPassages
from assistant.storage.plans import SqlPlans
from assistant.storage.staff_members import SqlStaffMembers
from assistant.storage.topic_versions import TopicVersions
from assistant.storage.transaction import Transaction


class SqlUnitOfWork:
    """`ports.UnitOfWork` on a database; `Transaction` says what is seen when."""

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

    def __init__(self, transaction: Transaction, *, keys_folder: Path) -> None:
        self._transaction = transaction
        self._versions = TopicVersions(transaction)
        roster_changed = partial(self._versions.bump, Topic.ROSTER)
        self.care_units = SqlCareUnits(transaction, changed=roster_changed)
        self.staff = SqlStaffMembers(transaction, changed=partial(self._versions.bump, Topic.STAFF))
        self.citizens = SqlCitizens(
            transaction,
            vault=CprVault(transaction, keys_folder),
            changed=roster_changed,
        )
        self.guidance = SqlGuidanceShelf(transaction, changed=partial(self._versions.bump, Topic.GUIDANCE))
        self.passages = SqlPassages(transaction, changed=partial(self._versions.bump, Topic.VECTORS))
        self.plans = SqlPlans(transaction)
        self.notes = SqlNotes(transaction)
        self.completions = SqlCompletions(transaction)
        self.conversations = SqlConversations(ConversationRows(transaction))
        self.accounts = SqlAccounts(AccountRows(transaction))

    def version(self, topic: Topic) -> int:
        """See `ports.UnitOfWork.version`."""
        return self._versions.of(topic)

    def begin_writing(self, *, patience_s: float | None = None) -> None:
        """See `ports.UnitOfWork.begin_writing`."""
        self._transaction.begin_writing(patience_s=patience_s)

    def commit(self) -> None:
        """See `ports.UnitOfWork.commit`."""
        self._transaction.commit()
        self._versions.forget()
