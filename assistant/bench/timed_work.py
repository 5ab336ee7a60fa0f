"""A unit of work that notes when its database was used, and for how long."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, cast

from assistant.services.ports import OpenWork, UnitOfWork


@dataclass(slots=True)
class Stopwatch:
    """When each use began (seconds of `perf_counter`) and how many milliseconds it took."""

    taken: list[tuple[float, float]] = field(default_factory=list)

    def timed(self, use: Callable[..., Any], *args: Any, **options: Any) -> Any:
        """Do it, and note how long it took."""
        began = time.perf_counter()
        try:
            return use(*args, **options)
        finally:
            self.taken.append((began, (time.perf_counter() - began) * 1000))

    def between(self, begin: float, end: float) -> float:
        """Milliseconds of the uses that began in this span."""
        return sum(ms for began, ms in self.taken if begin <= began < end)


def timed(open_work: OpenWork, watch: Stopwatch) -> OpenWork:
    """`open_work` as it was, with every call into storage noted by `watch`.

    Opening and ending count too; rows are counted with the call that reads them.
    """

    @contextmanager
    def opened() -> Iterator[UnitOfWork]:
        block = open_work()
        work = watch.timed(block.__enter__)
        try:
            yield cast(UnitOfWork, _Timed(work, watch))
        except BaseException as error:
            block.__exit__(type(error), error, error.__traceback__)
            raise
        watch.timed(block.__exit__, None, None, None)

    return opened


class _Timed:
    """Anything of storage: its methods are timed, and so are those of the stores it holds."""

    def __init__(self, inner: Any, watch: Stopwatch) -> None:
        self._inner = inner
        self._watch = watch

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._inner, name)
        if not callable(found):
            return _Timed(found, self._watch)
        return lambda *args, **options: self._watch.timed(found, *args, **options)
