"""What the first question would wait for, made ready while nobody asks yet."""

import gc
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from threading import Thread
from typing import TYPE_CHECKING

from assistant.services.ports import Clock, StorageFailed

if TYPE_CHECKING:
    from assistant.services.conversation import Conversation


class Warming:
    """Has a conversation read the first words, in a thread beside the start of the app.

        Warming(conversation, clock).start()

    Without it the first question waits 0.7 s for the lists of words, and the first one about guidance
    0.5 s more. It takes 1.3 s, and no memory that questions would not take.
    """

    def __init__(self, conversation: "Conversation", clock: Clock) -> None:
        self._conversation = conversation
        self._clock = clock
        self._thread = Thread(target=self._run, name="warming", daemon=True)

    def start(self) -> None:
        """Begin, and return at once."""
        self._thread.start()

    def wait(self) -> None:
        """Wait until all is read; for a command that asks at once and would read it a second time."""
        self._thread.join()

    def _run(self) -> None:
        try:
            self._conversation.warm_up(self._clock())
        except StorageFailed:
            return  # whoever asks first is told
        # What was read stays as long as the process: the collector of garbage, which stops every answer
        # for 80 ms to look at all there is, need not look at it again.
        gc.collect()
        gc.freeze()


@lru_cache(maxsize=1)
def first_words() -> Sequence[str]:
    """The messages of `first_words.toml`.

    :raises ValueError: when there is none.
    """
    text = resources.files(__package__).joinpath("first_words.toml").read_text("utf-8")
    messages: list[str] = tomllib.loads(text)["messages"]
    if not messages:
        raise ValueError("services/first_words.toml holds no messages; expected at least one")
    return tuple(messages)
