"""`/login` and `/logout`."""

import math
from typing import Any

from flask import Blueprint, make_response, redirect, render_template, request, url_for

from assistant.web import session
from assistant.web.access import open_to_all
from assistant.web.current import application, parts
from assistant.web.text import refuse_unreadable

login = Blueprint("login", __name__, template_folder="templates")


@login.get("/login")
@open_to_all(reason="who is not logged in must be able to log in")
def page() -> Any:
    """The form; who is logged in already goes on to the chat."""
    if session.viewer() is not None:
        return redirect(url_for("chat.page"), 303)
    return render_template("login/page.html")


@login.post("/login")
@open_to_all(reason="who is not logged in must be able to log in")
def log_in() -> Any:
    """Check the password, at most a few times in five minutes."""
    staff, password = request.form.get("staff", "").strip(), request.form.get("password", "")
    if not staff or not password:
        return _again(staff, "missing", 422)
    address = request.remote_addr or ""
    throttle = parts().throttle
    wait_s = throttle.wait_s(address, staff)
    if wait_s:
        response = make_response(_again(staff, "wait", 429, minutes=math.ceil(wait_s / 60)))
        response.headers["Retry-After"] = str(math.ceil(wait_s))
        return response
    member = application().logins.check(staff, password) if _readable(staff) else None
    if member is None:
        throttle.failed(address, staff)
        return _again(staff, "wrong", 401)
    throttle.succeeded(address, staff)
    session.begin(member)
    return redirect(url_for("chat.page"), 303)


@login.post("/logout")
@open_to_all(reason="logging out asks for nothing but the form's own secret")
def log_out() -> Any:
    """End the session in this browser."""
    session.end()
    return redirect(url_for("login.page"), 303)


def _again(staff: str, problem: str, status: int, **more: Any) -> Any:
    return render_template("login/page.html", staff=staff, problem=problem, **more), status


def _readable(staff: str) -> bool:
    try:
        refuse_unreadable(staff)
    except ValueError:
        return False
    return len(staff) <= 200
