"""The last turns of each conversation, so that a page without script shows what was said before.

They are kept in memory, in this process, and not for long: what a conversation stores holds nothing
of a citizen's record (`assistant.domain.dialogue_memory`), and a page's history must not undo that.
"""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from threading import Lock

from assistant.services.conversation import Reply
from assistant.services.people import Named

TURNS = 8
CONVERSATIONS = 500
IDLE_S = 2 * 3600.0


@dataclass(frozen=True, slots=True)
class Turn:
    """One question as the page shows it, its answer, and the people whom the answer names by id."""

    question: str
    at: datetime
    reply: Reply
    named: Named


class History:
    """Remembers the last turns, by staff member and conversation.

    >>> history.add("anna", turn)
    >>> history.of("anna", turn.reply.conversation)
    (turn,)
    """

    def __init__(self, *, seconds: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._kept: OrderedDict[tuple[str, str], tuple[float, tuple[Turn, ...]]] = OrderedDict()
        self._lock = Lock()

    def of(self, staff: str, conversation: str | None) -> tuple[Turn, ...]:
        """The turns, oldest first; none of a conversation that was idle for two hours."""
        if conversation is None:
            return ()
        with self._lock:
            self._forget_idle()
            return self._kept.get((staff, conversation), (0.0, ()))[1]

    def add(self, staff: str, turn: Turn) -> None:
        """Remember a turn, and forget the oldest of too many."""
        key = (staff, turn.reply.conversation)
        with self._lock:
            self._forget_idle()
            turns = self._kept.pop(key, (0.0, ()))[1]
            self._kept[key] = (self._seconds(), (*turns, turn)[-TURNS:])
            while len(self._kept) > CONVERSATIONS:
                self._kept.popitem(last=False)

    def forget(self, staff: str, conversation: str | None) -> None:
        """Forget the turns of one conversation."""
        if conversation is not None:
            with self._lock:
                self._kept.pop((staff, conversation), None)

    def _forget_idle(self) -> None:
        oldest = self._seconds() - IDLE_S
        # `add` moves a conversation to the end, so the idle ones stand first.
        while self._kept and next(iter(self._kept.values()))[0] < oldest:
            self._kept.popitem(last=False)
