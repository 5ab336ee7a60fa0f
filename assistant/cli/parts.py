"""The parts of one home, looked at one by one."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from assistant.cli.context import application
from assistant.nlu_server.finding import Announcement
from assistant.nlu_server.program import NluNotInstalled, check_installed
from assistant.processes.app_program import app_status
from assistant.services.ports import StorageFailed, StoredConversation
from assistant.settings import Settings

ENOUGH_BYTES = 500_000_000


class State(StrEnum):
    """How a part is; only `broken` is a reason to act at once."""

    OK = "ok"
    IDLE = "idle"
    ABSENT = "absent"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Part:
    """One part: what was found, and what to do about it (empty when nothing)."""

    name: str
    state: State
    found: str
    advice: str = ""


def every_part(settings: Settings) -> list[Part]:
    """All parts, the ones that others stand on first."""
    looks: list[Callable[[Settings], Part]] = [_disk, _database, _nlu, _app, _index, _speech]
    return [look(settings) for look in looks]


def _disk(settings: Settings) -> Part:
    folder = next(each for each in (settings.home, *settings.home.parents) if each.exists())
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        return Part("disk", State.BROKEN, f"{folder}: {error.strerror}", "see that the disk is there")
    found = f"{free / 1e9:.1f} GB free at {settings.home}"
    if free < ENOUGH_BYTES:
        return Part("disk", State.BROKEN, found, f"free at least {ENOUGH_BYTES / 1e9:.1f} GB")
    return Part("disk", State.OK, found)


def _database(settings: Settings) -> Part:
    """Opened, brought up to date, and written to (what is written is not kept)."""
    try:
        app = application()
        with app.open_work() as work:
            probe = StoredConversation("rytme-check", "rytme-check", {}, datetime.now(UTC))
            work.conversations.put(probe)
    except StorageFailed as failed:
        return Part("database", State.BROKEN, str(failed), f"the reason is `{failed.reason}`")
    except OSError as failed:
        found = f"{failed.filename or settings.home}: {failed.strerror}"
        return Part("database", State.BROKEN, found, "set RYTME_HOME to a folder that can be written")
    return Part("database", State.OK, "up to date, can be read and written")


def _nlu(settings: Settings) -> Part:
    if settings.nlu == "off":
        return Part("nlu", State.ABSENT, "switched off by RYTME_NLU; answers come in the simplified mode")
    try:
        check_installed(settings)
    except NluNotInstalled as missing:
        advice = "run ./rytme serve or ./rytme demo once, which make Rasa's environment and train it"
        return Part("nlu", State.BROKEN, str(missing), advice)
    model = Path(settings.nlu_model).name
    announcement = Announcement.read(settings.home)
    if announcement is None:
        return Part("nlu", State.IDLE, f"installed and trained ({model}); starts with `rytme serve`")
    address = announcement.nlu
    if address and (loaded := address.model()):
        return Part("nlu", State.OK, f"answers at {address.url} with the model {Path(loaded).name}")
    advice = f"it is started again by itself; if not, read {settings.home / 'log' / 'nlu.log'}"
    return Part("nlu", State.BROKEN, "does not answer; the app answers in the simplified mode", advice)


def _app(settings: Settings) -> Part:
    announcement = Announcement.read(settings.home)
    if announcement is None:
        return Part("app", State.IDLE, "not started; start it with `rytme serve`")
    if app_status(announcement.url, timeout_s=5) == 200:
        return Part("app", State.OK, f"answers at {announcement.url} (process {announcement.pid})")
    advice = (
        f"read {settings.home / 'log' / 'app.log'}, then stop process {announcement.pid} and start it again"
    )
    return Part("app", State.BROKEN, f"does not answer at {announcement.url}", advice)


def _index(settings: Settings) -> Part:
    return Part(
        "index", State.OK, "made in memory from the stored guidance; nothing on disk that could break"
    )


def _speech(settings: Settings) -> Part:
    return Part("speech", State.ABSENT, "not part of this version; questions are typed")
