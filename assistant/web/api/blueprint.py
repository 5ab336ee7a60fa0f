"""The blueprint of the API: its prefix, its login, and what every body must be."""

import json
from typing import Any

from flask import request
from flask_openapi3.blueprint import APIBlueprint

from assistant.web.api import ask, plans
from assistant.web.api.models import ErrorBody
from assistant.web.errors import Refused

ERRORS: dict[Any, Any] = dict.fromkeys((400, 401, 403, 404, 405, 413, 415, 422, 500, 503), ErrorBody)

api = APIBlueprint(
    "api",
    __name__,
    url_prefix="/api/v1",
    abp_security=[{"session": []}],
    abp_responses=ERRORS,
)


@api.before_request
def read_body() -> None:
    """Refuse a body that is no JSON object, and say where it breaks."""
    if request.method not in ("POST", "PUT", "PATCH"):
        return
    if not request.is_json:
        found = request.mimetype or "none"
        raise Refused(415, "not_json", f"expected the content type application/json, found {found}")
    try:
        body = json.loads(request.get_data())
    except json.JSONDecodeError as broken:
        where = f"line {broken.lineno}, column {broken.colno}"
        raise Refused(400, "json_broken", f"the body is not JSON: {broken.msg} at {where}") from broken
    except (ValueError, RecursionError) as broken:  # not UTF-8, a number of thousands of digits, [[[[…
        raise Refused(
            400, "json_broken", "the body is not JSON that can be read; send UTF-8 text"
        ) from broken
    if not isinstance(body, dict):
        raise Refused(400, "json_broken", f"expected a JSON object, found {type(body).__name__}")


ask.plug_in(api)
plans.plug_in(api)
