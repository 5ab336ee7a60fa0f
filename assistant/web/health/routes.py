"""`/healthz` and `/readyz`."""

from typing import Any

from flask import Blueprint, jsonify

from assistant.services.ports import StorageFailed, Topic
from assistant.web.access import open_to_all
from assistant.web.current import application

health = Blueprint("health", __name__)


@health.get("/healthz")
@open_to_all(reason="a supervisor asks whether the process is alive")
def alive() -> Any:
    """The process answers; nothing else is looked at."""
    return jsonify({"alive": True})


@health.get("/readyz")
@open_to_all(reason="a supervisor asks whether every part is usable; nothing about citizens is told")
def ready() -> Any:
    """200 when every part is usable, else 503 with the part that is not.

    `answers` tells what staff get meanwhile: without Rasa they still get the simplified mode, so
    a supervisor that only wants answers looks there and not at the status.
    """
    found = {"database": _database(), "nlu": _nlu()}
    usable = "down" not in found.values()
    with_nlu = "full" if found["nlu"] == "up" else "simplified"
    answers = "none" if found["database"] == "down" else with_nlu
    return jsonify({"ready": usable, "parts": found, "answers": answers}), 200 if usable else 503


def _database() -> str:
    try:
        with application().open_work() as work:
            work.version(Topic.ROSTER)
    except StorageFailed:
        return "down"
    return "up"


def _nlu() -> str:
    """`off` is a choice of the settings, so it is no fault."""
    if application().settings.nlu == "off":
        return "off"
    return "up" if application().nlu.ready() else "down"
