"""Who is logged in: a signed cookie that names a staff member, looked up anew at each request."""

import secrets
import time

from flask import Flask, g, request
from flask import session as cookie
from flask.sessions import SecureCookieSessionInterface

from assistant.domain.staff import Staff
from assistant.web import current

COOKIE = "rytme_session"


class SecureWhereHttps(SecureCookieSessionInterface):
    """Marks the cookie Secure when the browser came by https, and not on a laptop's plain loopback.

    A proxy that ends TLS says so in X-Forwarded-Proto; a client that forges it only makes its own
    cookie stricter.
    """

    def get_cookie_secure(self, app: Flask) -> bool:
        """Whether the browser may send this cookie by https only."""
        return request.is_secure or request.headers.get("X-Forwarded-Proto", "").strip() == "https"


def begin(staff: Staff) -> None:
    """Log this person in: a new session, with nothing of the one before."""
    cookie.clear()
    cookie.permanent = True
    cookie["staff"] = staff.id
    hours = current.application().settings.session_hours
    cookie["until"] = int(time.time()) + hours * 3600
    g.pop("viewer", None)


def end() -> None:
    """Log out."""
    cookie.clear()
    g.pop("viewer", None)


def viewer() -> Staff | None:
    """The staff member who is logged in, as stored now; None when nobody is.

    :raises StorageFailed: when the database does not answer.
    """
    if "viewer" not in g:
        g.viewer = _read_viewer()
    found: Staff | None = g.viewer
    return found


def logged_in() -> Staff:
    """The staff member who is logged in; only for routes that need a permission."""
    found = viewer()
    if found is None:
        raise RuntimeError("a route that asks for the viewer must state @needs(…)")
    return found


def csrf_token() -> str:
    """The secret that this session's forms carry, made at first use."""
    if "csrf" not in cookie:
        cookie["csrf"] = secrets.token_urlsafe(24)
    return str(cookie["csrf"])


def conversation() -> str | None:
    """The conversation that the chat page is in."""
    return cookie.get("conversation")


def continue_in(conversation: str | None) -> None:
    """Let the chat page go on in this conversation; None begins a new one."""
    if conversation is None:
        cookie.pop("conversation", None)
    elif cookie.get("conversation") != conversation:
        cookie["conversation"] = conversation


def _read_viewer() -> Staff | None:
    staff, until = cookie.get("staff"), cookie.get("until", 0)
    if staff is None or until < time.time():
        return None
    return current.application().logins.staff(staff)
