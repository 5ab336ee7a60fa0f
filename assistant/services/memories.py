"""The memory of dialogues: in the database, and only here while another program keeps that locked."""

import logging
from collections import OrderedDict
from threading import Lock

from assistant.services.ports import StorageFailed, StoredConversation, UnitOfWork

PATIENCE_S = 0.3
"""How long an answer waits to be remembered: a carer at the door waits no longer for an import."""

_HELD = 1000
_LOG = logging.getLogger(__name__)


class Memories:
    """Recalls and keeps what a dialogue remembers.

    A memory that could not be kept is held by this process, so that the next question is not taken to
    be about the citizen before last; it is lost when the process ends.
    """

    def __init__(self, *, patience_s: float = PATIENCE_S) -> None:
        self._patience_s = patience_s
        self._held: OrderedDict[str, StoredConversation] = OrderedDict()
        self._lock = Lock()

    def of(self, work: UnitOfWork, conversation: str) -> StoredConversation | None:
        """The memory of a conversation, or None where there is none."""
        stored = work.conversations.get(conversation)
        held = self._held.get(conversation)
        if stored is None or held is None:
            return stored or held
        return max(stored, held, key=lambda each: each.updated_at)

    def keep(self, work: UnitOfWork, memory: StoredConversation) -> None:
        """Keep the memory, and commit it with all that the unit of work has written.

        :raises StorageFailed: when that fails; but a lock of another program costs the memory only,
            if there is nothing else to keep.
        """
        try:
            # Where the answer has written something, the right to write is held, and this cannot fail.
            work.begin_writing(patience_s=self._patience_s)
        except StorageFailed as error:
            if error.reason != "locked":
                raise
            _LOG.warning("the memory of a dialogue was not kept: another program is writing to the database")
            self._hold(memory)
            return
        work.conversations.put(memory)
        work.commit()
        self._held.pop(memory.id, None)

    def _hold(self, memory: StoredConversation) -> None:
        with self._lock:
            self._held[memory.id] = memory
            self._held.move_to_end(memory.id)
            while len(self._held) > _HELD:
                self._held.popitem(last=False)
