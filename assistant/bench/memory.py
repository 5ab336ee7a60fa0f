"""Resident memory of each process, beside an interpreter that has only loaded the libraries it stands on."""

import sys
from typing import Any

from assistant.bench.asking import Asker
from assistant.bench.load import Connection
from assistant.bench.processes import resident_after, roles, serving_tree
from assistant.bench.questions import varied
from assistant.bench.report import Figure, Peer, rounded
from assistant.bench.stage import Stage, say

BARE = "pass"
LIBRARIES_OF_THE_APP = "import flask, flask_openapi3, sqlalchemy, httpx, cryptography, dateutil.rrule, argon2"
LIBRARIES_OF_RASA = "import tensorflow, sklearn.linear_model, sklearn_crfsuite, rasa.core.agent"


def measure(stage: Stage) -> dict[str, Any]:
    """After every question has been asked once, so that caches are filled."""
    served = stage.demo_served
    questions = varied()
    say("measuring memory")
    idle = roles(serving_tree(served.pid))
    connection = Connection(served.url)
    for _ in Asker(connection, served.log_in(each.staff for each in questions)).once(questions):
        pass
    connection.close()
    used = roles(serving_tree(served.pid))
    bare = Peer("a bare Python", resident_after(sys.executable, BARE))
    app = Peer("a Python with the app's libraries", resident_after(sys.executable, LIBRARIES_OF_THE_APP))
    peers = {"app worker": app, "app master": bare, "supervisor": bare, "guards": bare}
    if "Rasa" in used:
        python = served.settings.nlu_python
        peers["Rasa"] = Peer("a Python with Rasa's libraries", resident_after(python, LIBRARIES_OF_RASA))
    return {
        "note": "resident set of each process, pages that processes share counted in each; after use",
        **{role: Figure(mb, "MB", peers[role]).as_json() for role, mb in used.items()},
        "all": Figure(
            sum(used.values()), "MB", Peer("before the first question", sum(idle.values()))
        ).as_json(),
        "before_the_first_question": {role: rounded(mb) for role, mb in idle.items()},
    }
