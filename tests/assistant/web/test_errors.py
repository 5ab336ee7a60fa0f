"""Every failure under /api has one shape; everywhere else it is a Danish page. Never a traceback."""

import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from assistant.services.errors import ConversationNotYours, UnknownCitizen
from assistant.services.ports import StorageFailed
from tests.assistant.web.conftest import csrf_of
from tests.assistant.web.fake_application import FakeApplication

ASK = "/api/v1/ask"
PLAN = "/api/v1/citizens/b-001/plan"


def error_of(answer: Any, status: int) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    assert answer.mimetype == "application/json"
    error: dict[str, Any] = answer.json["error"]
    assert set(error) <= {"code", "message", "fields"}
    assert error["code"] and error["message"]
    assert "Traceback" not in answer.text
    return error


@pytest.mark.parametrize(
    ("body", "content_type", "status", "code"),
    [
        (b"{", "application/json", 400, "json_broken"),
        (b"", "application/json", 400, "json_broken"),
        (b"[" * 60_000, "application/json", 400, "json_broken"),
        (b"9" * 5_000, "application/json", 400, "json_broken"),
        (b'{"text": "\xff"}', "application/json", 400, "json_broken"),
        (b'["text"]', "application/json", 400, "json_broken"),
        (b'"{\\"text\\": \\"plan\\"}"', "application/json", 400, "json_broken"),
        (b"null", "application/json", 400, "json_broken"),
        (b"text=plan", "application/x-www-form-urlencoded", 415, "not_json"),
        (b"{}", "", 415, "not_json"),
        (b'{"text": "' + b"a" * 270_000 + b'"}', "application/json", 413, "request_entity_too_large"),
    ],
)
def test_a_body_that_is_no_json_object_is_refused(
    anna: FlaskClient, body: bytes, content_type: str, status: int, code: str
) -> None:
    assert error_of(anna.post(ASK, data=body, content_type=content_type), status)["code"] == code


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "text"),
        ({"text": ""}, "text"),
        ({"text": "  \n "}, "text"),
        ({"text": None}, "text"),
        ({"text": 7}, "text"),
        ({"text": ["plan"]}, "text"),
        ({"text": "a" * 20_001}, "text"),
        ({"text": "nul\0"}, "text"),
        ({"text": "halv \ud83d"}, "text"),
        ({"text": "plan", "who": "anna"}, "who"),
        ({"text": "plan", "staff": "lone"}, "staff"),
        ({"text": "plan", "conversation": ""}, "conversation"),
        ({"text": "plan", "conversation": 3}, "conversation"),
        ({"text": "plan", "conversation": "c\udc00"}, "conversation"),
        ({"text": "plan", "at": "2026-11-23"}, "at"),
        ({"text": "plan", "at": "2026-11-23T14:00:00"}, "at"),
        ({"text": "plan", "at": "kl. 14"}, "at"),
        ({"text": "plan", "at": 1764000000}, "at"),
        ({"text": "plan", "at": "0001-01-01T00:00:00+14:00"}, "at"),
        ({"text": "plan", "at": "9999-12-31T23:59:59-14:00"}, "at"),
    ],
)
def test_a_wrong_field_is_named(
    anna: FlaskClient, application: FakeApplication, body: dict[str, Any], field: str
) -> None:
    error = error_of(anna.post(ASK, data=json.dumps(body), content_type="application/json"), 422)
    assert error["code"] == "fields_wrong"
    assert list(error["fields"]) == [field]
    assert field in error["message"]
    assert application.conversation.asked == []


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("from=i%20morgen", "from"),
        ("from=2026-11-23T14:00:00", "from"),
        ("to=2026-11-23T13:00:00%2B01:00", "to"),
        ("from=2026-11-23T14:00:00Z&to=2026-11-23T14:00:00Z", "to"),
        ("from=2026-11-01T14:00:00Z&to=2026-12-02T14:00:01Z", "to"),
        ("from=2199-12-31T23:00:00Z&to=9999-12-31T23:00:00Z", "to"),
        ("until=2026-11-23T14:00:00Z", "until"),
    ],
)
def test_a_wrong_query_is_named(anna: FlaskClient, query: str, field: str) -> None:
    assert list(error_of(anna.get(f"{PLAN}?{query}"), 422)["fields"]) == [field]


@pytest.mark.parametrize("path", ["/api", "/api/nothing", "/api/v1/", "/api/v1/ask/more", "/api/v2/ask"])
def test_an_unknown_address_of_the_api_is_404_in_the_same_shape(nobody: FlaskClient, path: str) -> None:
    error_of(nobody.get(path), 404)


@pytest.mark.parametrize(
    ("method", "path"), [("GET", ASK), ("DELETE", ASK), ("PUT", PLAN), ("PATCH", "/api/v1/citizens")]
)
def test_a_wrong_method_is_405_and_says_which_are_right(anna: FlaskClient, method: str, path: str) -> None:
    answer = anna.open(path, method=method)
    assert error_of(answer, 405)["code"] == "method_not_allowed"
    assert answer.headers["Allow"]


def test_a_bearer_token_gets_a_sentence(anna: FlaskClient) -> None:
    error = error_of(anna.get("/api/v1/citizens", headers={"Authorization": "Bearer abc"}), 401)
    assert "not available yet" in error["message"]


@pytest.mark.parametrize("id", ["b-900", "b-999", "%00", "%ED%A0%80", "b-001%0a", "'; drop table citizens"])
def test_a_citizen_of_other_units_is_as_unknown_as_one_who_is_not(anna: FlaskClient, id: str) -> None:
    answer = anna.get(f"/api/v1/citizens/{id}/plan")
    assert answer.status_code in (404, 422)
    if id in ("b-900", "b-999"):
        assert error_of(answer, 404)["message"].replace(id, "X") == (
            "no citizen with the id 'X' is in your care units"
        )


@pytest.mark.parametrize(
    ("failure", "status", "code"),
    [
        (UnknownCitizen("b-9"), 404, "unknown_citizen"),
        (ConversationNotYours("c-9"), 403, "conversation_not_yours"),
        (StorageFailed("the database is locked: try again", reason="locked"), 503, "storage_locked"),
        (ZeroDivisionError("secret words of Jens Holm"), 500, "internal_error"),
    ],
)
def test_what_goes_wrong_in_a_service_has_the_same_shape(
    anna: FlaskClient, application: FakeApplication, failure: Exception, status: int, code: str
) -> None:
    application.conversation.failure = failure
    answer = anna.post(ASK, json={"text": "plan"})
    assert error_of(answer, status)["code"] == code
    assert "Jens" not in answer.text
    if status == 503:
        assert int(answer.headers["Retry-After"]) > 0


@pytest.mark.parametrize(
    ("failure", "status", "sentence"),
    [
        (StorageFailed("x", reason="locked"), 503, "Databasen er optaget lige nu"),
        (StorageFailed("x", reason="full"), 503, "Disken er fuld"),
        (StorageFailed("x", reason="something new"), 503, "Rytme kan ikke svare lige nu"),
        (ZeroDivisionError("secret words"), 500, "Der skete en fejl hos os"),
        (ConversationNotYours("c-9"), 403, "Samtalen tilhører en anden"),
    ],
)
def test_staff_get_a_danish_sentence(
    anna: FlaskClient, application: FakeApplication, failure: Exception, status: int, sentence: str
) -> None:
    application.conversation.failure = failure
    form = {"text": "plan for Jens", "csrf_token": csrf_of(anna, "/")}
    page = anna.post("/", data=form)
    assert page.status_code == status
    assert sentence in page.text
    assert "secret words" not in page.text
    line = anna.post("/", data=form, headers={"X-Rytme-Fragment": "1"})
    assert line.status_code == status
    assert line.text.strip().startswith(sentence)
    assert "<" not in line.text


def test_a_database_that_fails_keeps_what_was_typed(anna: FlaskClient, application: FakeApplication) -> None:
    application.conversation.failure = StorageFailed("x", reason="locked")
    page = anna.post("/", data={"text": "plan for Jens", "csrf_token": csrf_of(anna, "/")})
    assert ">plan for Jens</textarea>" in page.text


@pytest.mark.parametrize("path", ["/findes-ikke", "/static/../wsgi.py", "/static/nothing.css", "/<script>"])
def test_an_unknown_page_is_a_danish_404(anna: FlaskClient, path: str) -> None:
    answer = anna.get(path)
    assert answer.status_code == 404
    assert 'lang="da"' in answer.text
    assert "Siden findes ikke" in answer.text
    assert "<script>" not in answer.text


def test_a_form_that_is_too_large_is_refused(anna: FlaskClient) -> None:
    assert anna.post("/", data={"text": "a" * 270_000}).status_code == 413


def test_every_answer_has_the_headers_that_keep_it_safe(anna: FlaskClient) -> None:
    for path in ("/", "/findes-ikke", "/api/v1/citizens", "/healthz"):
        headers = anna.get(path).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["Cache-Control"] == "no-store"
        assert "Permissions-Policy" in headers
