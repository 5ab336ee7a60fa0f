"""`POST /api/v1/ask`: one question, one answer (contract §3)."""

from typing import Any

from flask import jsonify
from flask_openapi3.blueprint import APIBlueprint

from assistant.domain.access import Permission
from assistant.records.answer_json import answer_json
from assistant.services.conversation import Question
from assistant.web.access import needs
from assistant.web.api.models import AnswerBody, AskBody
from assistant.web.current import application
from assistant.web.session import logged_in


def plug_in(api: APIBlueprint) -> None:
    """Add the route."""
    api.post("/ask", summary="Ask one question", responses={200: AnswerBody})(ask)


@needs(Permission.ASK)
def ask(body: AskBody) -> Any:
    """Ask in the name of who is logged in. `at` is the clock of the question; default: now."""
    running = application()
    question = Question(
        text=body.text,
        staff=logged_in().id,
        at=body.at or running.clock(),
        conversation=body.conversation,
    )
    reply = running.conversation.ask(question)
    response = jsonify(answer_json(reply))
    # durations and nothing else: where the time went, for the browser's tools and for `rytme bench`
    response.headers["Server-Timing"] = ", ".join(
        f"{part};dur={ms:.2f}" for part, ms in reply.parts_ms.items()
    )
    return response
