"""How long to wait before something that died is started again."""

from dataclasses import dataclass

FIRST_WAIT_S = 1.0
LONGEST_WAIT_S = 60.0
STEADY_AFTER_S = 60.0


@dataclass(slots=True)
class Backoff:
    """Doubles the wait from death to death, and forgets them once it has run for a minute.

    >>> waits = Backoff()
    >>> [waits.after_running(2.0) for _ in range(3)]
    [1.0, 2.0, 4.0]
    """

    first_s: float = FIRST_WAIT_S
    longest_s: float = LONGEST_WAIT_S
    _deaths: int = 0

    def after_running(self, seconds: float) -> float:
        """How many seconds to wait before the next start, when it ran for `seconds` this time."""
        if seconds >= STEADY_AFTER_S:
            self._deaths = 0
        wait = min(self.first_s * 2.0**self._deaths, self.longest_s)
        self._deaths = min(self._deaths + 1, 30)
        return wait
