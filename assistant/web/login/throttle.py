"""Slows down who guesses passwords: after a few failures, the next try has to wait.

It counts in memory, per process, which is enough to spoil guessing over the network on one
machine. Issue E counts across processes.
"""

import time
from collections import OrderedDict, deque
from collections.abc import Callable
from threading import Lock

WINDOW_S = 300.0
FAILURES_OF_ONE_LOGIN = 5
"""From one address for one staff id."""
FAILURES_OF_ONE_ADDRESS = 50
"""From one address for any id: a whole care home may share one."""
MOST_KEYS = 10_000


class Throttle:
    """Counts failures in the last five minutes.

    >>> throttle = Throttle()
    >>> throttle.wait_s("10.0.0.7", "anna")
    0.0
    """

    def __init__(self, *, seconds: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._failures: OrderedDict[tuple[str, ...], deque[float]] = OrderedDict()
        self._lock = Lock()

    def wait_s(self, address: str, staff: str) -> float:
        """Seconds until this address may try this id again; 0.0 when it may now."""
        now = self._seconds()
        with self._lock:
            return max(self._wait(key, most, now) for key, most in _keys(address, staff))

    def failed(self, address: str, staff: str) -> None:
        """Note one failed try."""
        now = self._seconds()
        with self._lock:
            for key, most in _keys(address, staff):
                times = self._failures.setdefault(key, deque(maxlen=most))
                times.append(now)
                self._failures.move_to_end(key)
            while len(self._failures) > MOST_KEYS:
                self._failures.popitem(last=False)

    def succeeded(self, address: str, staff: str) -> None:
        """Forget the failures of this login; those of the address stay."""
        with self._lock:
            self._failures.pop(_keys(address, staff)[0][0], None)

    def _wait(self, key: tuple[str, ...], most: int, now: float) -> float:
        times = self._failures.get(key)
        if times is None or len(times) < most:
            return 0.0
        return max(0.0, times[0] + WINDOW_S - now)


def _keys(address: str, staff: str) -> list[tuple[tuple[str, ...], int]]:
    return [((address, staff.casefold()), FAILURES_OF_ONE_LOGIN), ((address,), FAILURES_OF_ONE_ADDRESS)]
