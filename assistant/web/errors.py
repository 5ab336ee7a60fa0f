"""Every failure in one shape: JSON for programs under /api, a Danish page or line for staff.

The English sentences of the JSON are written where the error arises; the Danish ones stand in
`templates/error.html`, found by the error's code or status.
"""

from typing import Any

from flask import Flask, Response, current_app, jsonify, make_response, render_template, request
from pydantic import ValidationError
from werkzeug.exceptions import HTTPException

from assistant.services.errors import ServiceError
from assistant.services.ports import StorageFailed

STATUS_OF = {"unknown_citizen": 404, "unknown_staff": 401, "conversation_not_yours": 403}
"""HTTP status of each service error; a code that is not here is 400."""

FRAGMENT_HEADER = "X-Rytme-Fragment"
RETRY_AFTER_S = 5


class Refused(Exception):
    """A request that the web itself turns down, with its HTTP status and a stable code."""

    def __init__(self, status: int, code: str, message: str, *, fields: dict[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.fields = fields


def wants_json() -> bool:
    """Whether the request is one of a program."""
    return request.path == "/api" or request.path.startswith("/api/")


def wants_fragment() -> bool:
    """Whether our own script asks, and puts what comes into the page."""
    return FRAGMENT_HEADER in request.headers


def plug_in(app: Flask) -> None:
    """Answer every failure of `app` in its shape."""
    app.register_error_handler(Refused, _refused)
    app.register_error_handler(ServiceError, _service_error)
    app.register_error_handler(StorageFailed, _storage_failed)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(Exception, _bug)


def error_response(status: int, code: str, message: str, fields: dict[str, str] | None = None) -> Response:
    """The failure as JSON, as a line for our script, or as a page."""
    if wants_json():
        error: dict[str, Any] = {"code": code, "message": message}
        if fields:
            error["fields"] = fields
        response = jsonify({"error": error})
    else:
        template = "error_line.html" if wants_fragment() else "error.html"
        response = make_response(render_template(template, status=status, code=code))
    response.status_code = status
    return response


def refuse_fields(error: ValidationError) -> Response:
    """The answer to a request whose fields are not as the OpenAPI document says."""
    fields = {
        ".".join(str(each) for each in found["loc"]) or "body": found["msg"] for found in error.errors()
    }
    message = "; ".join(f"{name}: {sentence}" for name, sentence in fields.items())
    return error_response(422, "fields_wrong", message, fields)


def _refused(error: Refused) -> Response:
    return error_response(error.status, error.code, str(error), error.fields)


def _service_error(error: ServiceError) -> Response:
    return error_response(STATUS_OF.get(error.code, 400), error.code, str(error))


def _storage_failed(error: StorageFailed) -> Response:
    current_app.logger.error("storage failed (%s): %s", error.reason, error)
    response = error_response(503, f"storage_{error.reason}", str(error))
    response.headers["Retry-After"] = str(RETRY_AFTER_S)
    return response


def _http_error(error: HTTPException) -> Response:
    if error.response is not None:  # an answer made elsewhere, such as a refusal of fields
        return error.response  # type: ignore[return-value]
    status = error.code or 500
    response = error_response(status, error.name.lower().replace(" ", "_"), error.description or error.name)
    for name, value in error.get_headers():
        if name.lower() not in ("content-type", "content-length"):
            response.headers[name] = value
    return response


def _bug(error: Exception) -> Response:
    current_app.logger.error("a bug at %s %s", request.method, request.url_rule, exc_info=error)
    return error_response(
        500, "internal_error", "the server failed; the log says where, this answer does not"
    )
