"""`/`: the page, a question from it, and a new conversation."""

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from assistant.domain.access import Permission
from assistant.services.conversation import Question
from assistant.services.people import Named
from assistant.services.ports import StorageFailed
from assistant.services.wording import say_clock, say_day, say_role
from assistant.web import session
from assistant.web.access import needs
from assistant.web.chat.examples import examples_for
from assistant.web.chat.history import Turn
from assistant.web.chat.quote import quote_html
from assistant.web.chat.view import clock, people_behind, turn_view
from assistant.web.current import application, parts
from assistant.web.errors import wants_fragment
from assistant.web.text import refuse_unreadable

chat = Blueprint("chat", __name__, template_folder="templates")
chat.add_app_template_filter(clock, "clock")
chat.add_app_template_filter(quote_html, "quote_html")
chat.add_app_template_filter(say_clock, "say_clock")
chat.add_app_template_filter(say_day, "say_day")
chat.add_app_template_filter(say_role, "say_role")


@chat.get("/")
@needs(Permission.ASK)
def page() -> Any:
    """The page with the last turns of this session's conversation."""
    return _page(parts().history.of(session.logged_in().id, session.conversation()))


@chat.post("/")
@needs(Permission.ASK)
def ask() -> Any:
    """One question: the script gets the new turn, a page without script itself anew."""
    text = request.form.get("text", "").replace("\r\n", "\n").strip()
    problem = _problem_with(text)
    if problem:
        return _ask_again(text, problem, 422)
    try:
        turn = _asked(text, shown_as=request.form.get("label", "").strip() or text)
    except StorageFailed as failed:
        if wants_fragment():
            raise
        return _ask_again(text, f"storage_{failed.reason}", 503)
    viewer = session.logged_in()
    session.continue_in(turn.reply.conversation)
    parts().history.add(viewer.id, turn)
    if wants_fragment():
        return render_template("chat/turn.html", view=turn_view(turn, viewer), viewer=viewer)
    if application().settings.workers > 1:
        # The next request may meet a process that does not have this turn.
        return _page(parts().history.of(viewer.id, turn.reply.conversation))
    return redirect(url_for("chat.page", _anchor="seneste"), 303)


@chat.post("/conversation/new")
@needs(Permission.ASK)
def new() -> Response:
    """Leave this conversation and begin another."""
    parts().history.forget(session.logged_in().id, session.conversation())
    session.continue_in(None)
    return redirect(url_for("chat.page"), 303)


def _asked(text: str, *, shown_as: str) -> Turn:
    running = application()
    question = Question(text, session.logged_in().id, running.clock(), session.conversation())
    reply = running.conversation.ask(question)
    try:
        named = people_behind(reply, running.people)
    except StorageFailed:
        named = Named()  # the answer is there already; it must not get lost for want of a name
    return Turn(shown_as, question.at, reply, named)


def _problem_with(text: str) -> str | None:
    if not text:
        return "empty"
    if len(text) > application().settings.message_limit:
        return "too_long"
    try:
        refuse_unreadable(text + request.form.get("label", ""))
    except ValueError:
        return "unreadable"
    return None


def _ask_again(text: str, problem: str, status: int) -> Any:
    if wants_fragment():
        return render_template("error_line.html", status=status, code=problem), status
    turns = parts().history.of(session.logged_in().id, session.conversation())
    return _page(turns, text=text, problem=problem), status


def _page(turns: tuple[Turn, ...], **more: Any) -> str:
    viewer, running = session.logged_in(), application()
    now = running.clock()
    examples = []
    if not turns and "problem" not in more:
        examples = examples_for(running.open_work, viewer, now)
    return render_template(
        "chat/page.html",
        viewer=viewer,
        views=[turn_view(each, viewer) for each in turns],
        examples=examples,
        now=now,
        message_limit=running.settings.message_limit,
        **more,
    )
