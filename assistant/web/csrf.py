"""Keeps other sites from writing in a logged-in person's name.

Forms carry the secret of the session. JSON carries none: it must say that it is JSON, which a
foreign page cannot send without asking first, and we never answer that question with yes. On top,
a browser says where a request comes from, and a foreign origin is refused.
"""

import hmac
from urllib.parse import urlsplit

from flask import Flask, request

from assistant.web import session
from assistant.web.errors import Refused, wants_json

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
FIELD = "csrf_token"


def plug_in(app: Flask) -> None:
    """Check each writing request of `app`, and give templates `csrf_token()`."""
    app.before_request(check)
    app.jinja_env.globals["csrf_token"] = session.csrf_token


def check() -> None:
    """Refuse a writing request that this session's own pages did not make."""
    if request.method in _SAFE or request.endpoint is None:
        return
    if _comes_from_elsewhere():
        raise Refused(403, "foreign_origin", "this request was made by a page of another site")
    if not wants_json() and not _carries_secret():
        raise Refused(
            403, "form_out_of_date", "the form does not carry the secret of this session; load it again"
        )


def _comes_from_elsewhere() -> bool:
    if request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site"):
        return True
    origin = request.headers.get("Origin")
    return origin is not None and _host_of(origin) != request.host


def _host_of(origin: str) -> str | None:
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return None


def _carries_secret() -> bool:
    given = request.form.get(FIELD, "").encode()
    return hmac.compare_digest(given, session.csrf_token().encode())
