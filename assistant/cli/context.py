"""What every command needs: the settings, the application, and a sentence for whatever went wrong."""

import functools
import os
import tempfile
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.settings import Settings, SettingWrong

if TYPE_CHECKING:
    from assistant.bootstrap import Application
    from assistant.services.ports import Understander


OUR_PACKAGES = frozenset({"assistant", "knowledge", "nlu", "retrieval"})


class CommandFailed(Exception):
    """A command cannot go on; the message is the one sentence that its user reads (exit 1)."""


@functools.cache
def settings() -> Settings:
    """The settings of this process, read once.

    :raises SettingWrong: when one of them is not of its kind.
    """
    return Settings.read()


def application(nlu: "Understander | None" = None) -> "Application":
    """The application of this process; a command makes one.

    :param nlu: who understands sentences; None lets `bootstrap` choose.
    """
    from assistant.bootstrap import bootstrap  # heavy: it loads the database library

    return bootstrap(settings(), nlu=nlu)


def sentence_for(error: Exception) -> str:
    """One sentence for an error that ended a command.

    Errors that we raise on purpose speak for themselves. Anything else is a fault of ours: its
    traceback goes into a file, and the sentence says where that is.
    """
    if _speaks_for_itself(error):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror}: {error.filename}" if error.filename else error.strerror
    report = _write_report(error)
    where = f"the details are in {report}" if report else "and the details could not be written down"
    return f"something went wrong that should not have ({type(error).__name__}); {where}"


def _speaks_for_itself(error: Exception) -> bool:
    """Every exception class of our own packages carries a sentence (house rule 18)."""
    return type(error).__module__.partition(".")[0] in OUR_PACKAGES


def _write_report(error: Exception) -> Path | None:
    text = "".join(traceback.format_exception(error))
    try:
        folder = settings().home / "log"
        folder.mkdir(parents=True, exist_ok=True)
        return _append(folder / "error.log", text)
    except (OSError, SettingWrong):
        pass  # no home to write in: the machine's folder for temporary files will do
    try:
        handle, name = tempfile.mkstemp(prefix="rytme-error-", suffix=".log")
        os.close(handle)
        return _append(Path(name), text)
    except OSError:
        return None


def _append(report: Path, text: str) -> Path:
    with report.open("a", encoding="utf-8", errors="replace") as file:
        report.chmod(0o600)  # a traceback can hold what somebody asked
        file.write(text + "\n")
    return report
