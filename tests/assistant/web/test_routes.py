"""No route is open by accident."""

import re
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from assistant.web.access import open_to_all, stated_by
from tests.assistant.web.conftest import csrf_of, log_in

OPEN = {"static", "openapi", "login.page", "login.log_in", "login.log_out", "health.alive", "health.ready"}
"""Whoever opens another route changes this list too, and says why in the route's reason."""


def routes(app: Flask) -> Iterator[tuple[Rule, str]]:
    for rule in app.url_map.iter_rules():
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            yield rule, method


def path_of(rule: Rule) -> str:
    return re.sub(r"<(?:[^:<>]+:)?[^<>]+>", "b-001", rule.rule)


def test_every_route_states_its_access(app: Flask) -> None:
    silent = [rule.rule for rule, _ in routes(app) if stated_by(app.view_functions[rule.endpoint]) is None]
    assert silent == []


def test_the_open_routes_are_the_ones_we_know_and_each_has_a_reason(app: Flask) -> None:
    stated = {rule.endpoint: stated_by(app.view_functions[rule.endpoint]) for rule, _ in routes(app)}
    found = {endpoint: access for endpoint, access in stated.items() if access and access.permission is None}
    assert set(found) == OPEN
    assert all(len(access.reason) > 20 for access in found.values())


def test_every_protected_route_refuses_who_is_not_logged_in(app: Flask, nobody: FlaskClient) -> None:
    protected = [(rule, method) for rule, method in routes(app) if rule.endpoint not in OPEN]
    assert len(protected) >= 6
    for rule, method in protected:
        answer = nobody.open(path_of(rule), method=method, json={"text": "hvem bor her?"})
        if rule.rule.startswith("/api/"):
            assert answer.status_code == 401, rule
            assert answer.json and answer.json["error"]["code"] == "not_logged_in"
        else:
            assert (answer.status_code, answer.headers["Location"]) == (303, "/login"), rule
        assert "Holm" not in answer.text


def test_a_route_that_states_nothing_stays_closed(app: Flask) -> None:
    app.add_url_rule("/glemt", "forgotten", lambda: "alt om Jens")
    answer = log_in(app.test_client(), "anna").get("/glemt")
    assert answer.status_code == 403
    assert "Jens" not in answer.text


def test_a_protected_form_is_not_sent_away_by_a_secret_alone(app: Flask, nobody: FlaskClient) -> None:
    secret = csrf_of(nobody)
    answer = nobody.post("/", data={"text": "plan", "csrf_token": secret})
    assert answer.headers["Location"] == "/login"


def test_an_open_route_must_give_its_reason() -> None:
    with pytest.raises(TypeError):
        open_to_all()  # type: ignore[call-arg]
