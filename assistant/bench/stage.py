"""What the measurements stand on: made when first needed, shared among them, and taken away at the end."""

import json
import os
import platform
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

from assistant.bench.district import SEES_ALL, LargeDistrict
from assistant.bench.home import BenchHome, Served
from assistant.bench.questions import CLOCK, varied, whole_roster
from assistant.demo.district import demo_lines


class Stage:
    """The demo district and the large one, each in a temporary home, served when a measurement asks.

    with Stage(quick=True) as stage:
        stage.demo_served.url
    """

    def __init__(self, *, quick: bool, citizens: int) -> None:
        self.quick = quick
        self._citizens = citizens
        self._ending = ExitStack()

    def __enter__(self) -> Self:
        self.folder = Path(
            self._ending.enter_context(
                # a server that is being killed may still write while its folder goes
                tempfile.TemporaryDirectory(prefix="rytme-bench-", ignore_cleanup_errors=True)
            )
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ending.close()

    def times(self, full: int, quick: int) -> int:
        """How often to repeat."""
        return quick if self.quick else full

    @cached_property
    def demo_lines(self) -> list[str]:
        """The demo district at the moment of the questions."""
        return list(demo_lines(CLOCK))

    @cached_property
    def demo_home(self) -> BenchHome:
        """The demo district imported, its askers able to log in."""
        say("importing the demo district")
        home = BenchHome(self.folder / "demo")
        home.import_lines(self.demo_lines)
        home.give_passwords({each.staff for each in varied() + whole_roster()})
        return home

    @cached_property
    def demo_served(self) -> Served:
        """The demo district, served until the end."""
        home = self.demo_home
        say("starting everything on the demo district")
        return self._ending.enter_context(home.served())

    @cached_property
    def large_lines(self) -> list[str]:
        """The large district, whose citizens have names that nobody of the demo district has."""
        records = [json.loads(line) for line in self.demo_lines]
        return list(
            LargeDistrict(
                self._citizens,
                demo_units=tuple(each["id"] for each in records if each["type"] == "care_unit"),
                taken=frozenset(each["name"] for each in records if each["type"] == "citizen"),
            ).lines()
        )

    @cached_property
    def large_import_s(self) -> float:
        """Seconds that the import of the large district took, into a home that holds the demo district."""
        home = BenchHome(self.folder / "large")
        home.import_lines(self.demo_lines, "demo.ndjson")
        lines = self.large_lines
        say(f"importing {len(lines):,} records")
        return home.import_lines(lines)

    @cached_property
    def large_home(self) -> BenchHome:
        """The demo district and the large one together."""
        self.large_import_s  # noqa: B018 -- importing is what is wanted
        home = BenchHome(self.folder / "large")
        home.give_passwords({SEES_ALL, *(each.staff for each in varied())})
        return home

    @cached_property
    def large_served(self) -> Served:
        """The large home, served until the end."""
        home = self.large_home
        say("starting everything on the large district")
        return self._ending.enter_context(home.served())


def machine() -> dict[str, object]:
    """What the figures were measured on; nothing that names the machine."""
    return {"python": platform.python_version(), "system": platform.system(), "processors": _processors()}


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def kinds(found: Sequence[str]) -> dict[str, int]:
    """How often each kind of answer came."""
    return {kind: found.count(kind) for kind in sorted(set(found))}


def say(sentence: str) -> None:
    """Progress, on stderr: stdout belongs to the report."""
    sys.stderr.write(f"{time.strftime('%H:%M:%S')} {sentence}\n")
    sys.stderr.flush()
