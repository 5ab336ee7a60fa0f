"""Every route states who may use it; one hook enforces it, and what states nothing is closed.

@chat.get("/")
@needs(Permission.ASK)
def page(): ...
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from flask import Flask, current_app, redirect, request, url_for
from werkzeug.wrappers import Response

from assistant.domain.access import Permission, may
from assistant.web import session
from assistant.web.errors import Refused, wants_fragment, wants_json

View = TypeVar("View", bound=Callable[..., object])
_MARK = "_rytme_access"


@dataclass(frozen=True, slots=True)
class Access:
    """What a route states: a permission, or the reason why it asks for none."""

    permission: Permission | None
    reason: str = ""


def needs(permission: Permission) -> Callable[[View], View]:
    """This route is for people who are logged in and have the permission."""
    return _marked(Access(permission))


def open_to_all(*, reason: str) -> Callable[[View], View]:
    """This route is for everyone, and `reason` says why that is right."""
    return _marked(Access(None, reason))


def stated_by(view: Callable[..., object]) -> Access | None:
    """What a view function states about its access."""
    found: Access | None = getattr(view, _MARK, None)
    return found


def plug_in(app: Flask) -> None:
    """Enforce the statements before each request of `app`."""
    app.before_request(enforce)


def enforce() -> Response | None:
    """Let through who may use the route, send the rest to the login or refuse them."""
    if request.endpoint is None:
        return None  # no such route: Flask answers 404 or 405
    access = stated_by(current_app.view_functions[request.endpoint])
    if access is None:
        raise Refused(403, "route_without_access", "this route states no permission and stays closed")
    if access.permission is None:
        return None
    if "Authorization" in request.headers:
        raise Refused(
            401,
            "bearer_not_available",
            "personal tokens are not available yet; log in at /login and send the session cookie",
        )
    viewer = session.viewer()
    if viewer is None:
        if wants_json() or wants_fragment():
            raise Refused(
                401, "not_logged_in", "nobody is logged in; log in at /login and send the session cookie"
            )
        return redirect(url_for("login.page"), 303)
    if not may(viewer.role, access.permission):
        raise Refused(
            403, "not_allowed", f"the role {viewer.role} does not have the permission {access.permission}"
        )
    return None


def _marked(access: Access) -> Callable[[View], View]:
    def mark(view: View) -> View:
        setattr(view, _MARK, access)
        return view

    return mark
