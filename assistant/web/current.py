"""The parts that a request uses, plugged into the app once."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import Flask, current_app

from assistant.web.chat.history import History
from assistant.web.login.throttle import Throttle

if TYPE_CHECKING:
    from assistant.bootstrap import Application

_NAME = "rytme"


@dataclass(frozen=True, slots=True)
class Parts:
    """What the routes use: the application, and what the web itself remembers between requests."""

    application: "Application"
    throttle: Throttle
    history: History


def plug_in(app: Flask, application: "Application") -> None:
    """Give this app its application."""
    app.extensions[_NAME] = Parts(application, Throttle(), History())


def parts() -> Parts:
    """The parts of the app that serves this request."""
    found: Parts = current_app.extensions[_NAME]
    return found


def application() -> "Application":
    """The application behind this request."""
    return parts().application
