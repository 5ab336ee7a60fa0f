"""`GET /api/v1/citizens` and `GET /api/v1/citizens/{id}/plan`."""

from datetime import datetime, timedelta
from typing import Any

from flask import jsonify
from flask_openapi3.blueprint import APIBlueprint

from assistant.domain.access import Permission
from assistant.domain.window import Window
from assistant.records.answer_json import citizen_json, quote_json, task_json, window_json
from assistant.web.access import needs
from assistant.web.api.models import CitizenPath, CitizensBody, PlanBody, PlanQuery
from assistant.web.current import application
from assistant.web.errors import Refused
from assistant.web.session import logged_in

USUAL = timedelta(hours=24)
LONGEST = timedelta(days=31)


def plug_in(api: APIBlueprint) -> None:
    """Add the routes."""
    api.get("/citizens", summary="The citizens of one's own care units", responses={200: CitizensBody})(
        citizens
    )
    api.get("/citizens/<id>/plan", summary="What is to be done at a citizen", responses={200: PlanBody})(plan)


@needs(Permission.READ_PLANS)
def citizens() -> Any:
    """Sorted by name; nobody from other care units."""
    found = [
        {
            **citizen_json(each),
            "preferred_name": each.preferred_name,
            "care_unit": each.care_unit,
            "address": each.address,
        }
        for each in application().people.citizens_of(logged_in())
    ]
    return jsonify({"citizens": found})


@needs(Permission.READ_PLANS)
def plan(path: CitizenPath, query: PlanQuery) -> Any:
    """The tasks from `from` (default: now) to `to` (default: 24 hours later), at most 31 days."""
    running = application()
    now = running.clock()
    begins = query.from_ or now
    window = _window(begins, query.to or begins + USUAL)
    shown = running.care_plans.between(logged_in().id, path.id, window, now)
    return jsonify(
        {
            "citizen": citizen_json(shown.citizen),
            "window": window_json(window),
            "tasks": [task_json(each) for each in shown.tasks],
            "passages": [quote_json(each) for each in shown.quotes],
        }
    )


def _window(begins: datetime, ends: datetime) -> Window:
    if ends <= begins:
        raise _wrong_end("expected a time after from")
    if ends - begins > LONGEST:
        raise _wrong_end(f"expected at most {LONGEST.days} days after from")
    return Window(begins, ends)


def _wrong_end(sentence: str) -> Refused:
    return Refused(422, "fields_wrong", f"to: {sentence}", fields={"to": sentence})
