"""How the app is started: gunicorn with threads, on a socket that we opened, and when it is up."""

import http.client
import os
import socket
import sys
from pathlib import Path
from urllib.parse import urlsplit

import assistant
from assistant.child_process import ChildProgram
from assistant.settings import Settings, environment_name

CHECKOUT = Path(assistant.__file__).resolve().parent.parent


def app_program(
    settings: Settings, listening: socket.socket, *, wsgi: str = "assistant.web.wsgi:app"
) -> ChildProgram:
    """The app of this home, to listen on `listening`.

    :param wsgi: module and name of the WSGI application.
    """
    return ChildProgram(
        name="app",
        command=[
            sys.executable,
            "-m",
            "gunicorn",
            "--config",
            "python:assistant.processes.gunicorn_settings",
            "--bind",
            f"fd://{listening.fileno()}",
            "--threads",
            str(max(1, settings.threads)),
            "--workers",
            str(max(1, settings.workers)),
            wsgi,
        ],
        environment=_environment(settings),
        log=settings.home / "log" / "app.log",
        # gunicorn puts its folder first in the import path: let it be ours, not where the user stands
        folder=CHECKOUT,
        inherit=[listening.fileno()],
    )


def _environment(settings: Settings) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if name != "GUNICORN_CMD_ARGS"}
    return inherited | {
        environment_name("home"): str(settings.home),
        environment_name("database_url"): settings.database_url,
        "PYTHONUNBUFFERED": "1",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }


def app_status(url: str, path: str = "/healthz", timeout_s: float = 1.0) -> int | None:
    """The HTTP status of a page of the app, None when it does not answer."""
    where = urlsplit(url)
    connection = http.client.HTTPConnection(where.hostname or "127.0.0.1", where.port, timeout=timeout_s)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()
