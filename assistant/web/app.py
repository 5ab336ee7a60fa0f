"""Makes the Flask app out of an application that bootstrap has plugged together."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from flask import Flask, jsonify
from flask_openapi3.models.info import Info
from flask_openapi3.openapi import OpenAPI

from assistant.web import access, csrf, current, errors, security_headers, session
from assistant.web.access import open_to_all
from assistant.web.api.blueprint import api
from assistant.web.api.models import ErrorBody
from assistant.web.chat.routes import chat
from assistant.web.health.routes import health
from assistant.web.login.routes import login
from assistant.web.secret_key import secret_key_in

if TYPE_CHECKING:
    from assistant.bootstrap import Application

LARGEST_REQUEST = 256 * 1024
"""Bytes of a request's body: 10,000 emoji escaped in JSON are 120 kB, and get an answer too."""

COOKIE_LOGIN = {
    "type": "apiKey",
    "in": "cookie",
    "name": session.COOKIE,
    "description": "The session cookie that POST /login sets.",
}


def create_app(application: "Application", *, secret_key: bytes | None = None) -> Flask:
    """The web app of `application`.

    :param secret_key: signs the session cookies; default: the key file in the home, which is made
        at first use.
    """
    app = OpenAPI(
        __name__,
        info=Info(
            title="Rytme",
            version="1",
            description="Answers about plans and guidance. An answer quotes; it never invents.",
        ),
        security_schemes={"session": COOKIE_LOGIN},
        doc_ui=False,
        validation_error_model=ErrorBody,
        validation_error_callback=errors.refuse_fields,
    )
    app.config.update(
        SECRET_KEY=secret_key or secret_key_in(application.settings.home),
        MAX_CONTENT_LENGTH=LARGEST_REQUEST,
        SESSION_COOKIE_NAME=session.COOKIE,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_REFRESH_EACH_REQUEST=False,
        PERMANENT_SESSION_LIFETIME=timedelta(hours=application.settings.session_hours),
    )
    app.session_interface = session.SecureWhereHttps()
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    _plain_json(app)
    current.plug_in(app, application)
    for plug_in in (errors.plug_in, access.plug_in, csrf.plug_in, security_headers.plug_in):
        plug_in(app)
    app.register_api(api)
    for each in (chat, login, health):
        app.register_blueprint(each)
    open_to_all(reason="style sheet, script and icons; the login page needs them")(
        app.view_functions["static"]
    )
    app.add_url_rule("/api/openapi.json", "openapi", _openapi_document(app))
    return app


def _plain_json(app: Flask) -> None:
    # Keys in the order of the contract, Danish letters as themselves.
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.json.ensure_ascii = False  # type: ignore[attr-defined]


def _openapi_document(app: OpenAPI) -> Callable[[], Any]:
    @open_to_all(reason="describes the API and holds no data")
    def openapi() -> Any:
        return jsonify(app.api_doc)

    return openapi
