"""The note that a serving process leaves in its home, so that commands find its Rasa."""

import fcntl
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from assistant.nlu_server.address import NluAddress
from assistant.settings import Settings


@dataclass(frozen=True, slots=True)
class Announcement:
    """Who serves a home: the process, the address of the app, and its Rasa (None when it has none)."""

    pid: int
    url: str
    nlu: NluAddress | None

    def write(self, home: Path) -> None:
        """Leave the note, readable for its owner only: it holds the token of Rasa."""
        path = announcement_file(home)
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            json.dump(asdict(self), file)
        fresh.replace(path)

    @classmethod
    def read(cls, home: Path) -> "Announcement | None":
        """The note of the process that serves this home now, or None when none does."""
        try:
            found = json.loads(announcement_file(home).read_text())
            nlu = found["nlu"]
            announced = cls(
                pid=found["pid"], url=found["url"], nlu=NluAddress(nlu["url"], nlu["token"]) if nlu else None
            )
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return announced if _served(home) else None


def announcement_file(home: Path) -> Path:
    """The note itself."""
    return home / "run" / "serving.json"


def lock_file(home: Path) -> Path:
    """The file that a serving process keeps locked; the lock ends with the process, however that ends."""
    return home / "run" / "serving.lock"


def announced_nlu(settings: Settings) -> NluAddress | None:
    """The Rasa of the process that serves this home, whether it answers yet or not.

    For the app itself, which starts beside Rasa and does not wait for it.
    """
    announcement = Announcement.read(settings.home)
    return announcement.nlu if announcement else None


def running_nlu(settings: Settings) -> NluAddress | None:
    """The Rasa of the process that serves this home, if it answers now."""
    address = announced_nlu(settings)
    return address if address and address.answers() else None


def _served(home: Path) -> bool:
    try:
        with lock_file(home).open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False
