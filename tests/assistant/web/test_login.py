"""Logging in and out."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from assistant.services.ports import StorageFailed
from assistant.settings import Settings
from assistant.web import create_app
from assistant.web.login.throttle import FAILURES_OF_ONE_LOGIN, WINDOW_S, Throttle
from assistant.web.secret_key import secret_key_in
from tests.assistant.web.conftest import SECRET_KEY, csrf_of, log_in
from tests.assistant.web.district import PASSWORD
from tests.assistant.web.fake_application import FakeApplication, fake_application
from tests.fakes import InMemory


def try_password(client: FlaskClient, staff: str, password: str, **more: str) -> int:
    form = {"staff": staff, "password": password, "csrf_token": csrf_of(client), **more}
    return client.post("/login", data=form).status_code


def test_who_logs_in_meets_the_chat_with_their_name(anna: FlaskClient) -> None:
    page = anna.get("/").text
    assert "Anna Brandt" in page
    assert "social- og sundhedsassistent" in page


@pytest.mark.parametrize("staff", ["anna", "nobody-of-that-id", "anna\0", "a" * 5000])
def test_a_wrong_password_and_an_unknown_id_get_the_same_words(nobody: FlaskClient, staff: str) -> None:
    form = {"staff": staff, "password": "forkert", "csrf_token": csrf_of(nobody)}
    answer = nobody.post("/login", data=form)
    assert answer.status_code == 401
    assert "Bruger og adgangskode passer ikke sammen" in answer.text
    assert 'aria-describedby="login-error"' in answer.text


def test_a_missing_field_is_said(nobody: FlaskClient) -> None:
    answer = nobody.post("/login", data={"staff": "anna", "csrf_token": csrf_of(nobody)})
    assert answer.status_code == 422
    assert "Skriv både bruger og adgangskode" in answer.text
    assert 'value="anna"' in answer.text


def test_guessing_has_to_wait_even_with_the_right_password(nobody: FlaskClient) -> None:
    for _ in range(FAILURES_OF_ONE_LOGIN):
        assert try_password(nobody, "anna", "forkert") == 401
    answer = nobody.post(
        "/login", data={"staff": "Anna", "password": PASSWORD, "csrf_token": csrf_of(nobody)}
    )
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 0
    assert "For mange forsøg" in answer.text
    assert try_password(nobody, "samir", PASSWORD) == 303


def test_the_wait_ends_by_itself() -> None:
    now = [0.0]
    throttle = Throttle(seconds=lambda: now[0])
    for _ in range(FAILURES_OF_ONE_LOGIN):
        assert throttle.wait_s("10.0.0.7", "anna") == 0.0
        throttle.failed("10.0.0.7", "anna")
    assert throttle.wait_s("10.0.0.7", "anna") == WINDOW_S
    assert throttle.wait_s("10.0.0.8", "anna") == 0.0
    now[0] = WINDOW_S
    assert throttle.wait_s("10.0.0.7", "anna") == 0.0


def test_logging_out_ends_the_session(anna: FlaskClient) -> None:
    assert anna.post("/logout", data={"csrf_token": csrf_of(anna, "/")}).headers["Location"] == "/login"
    assert anna.get("/").headers["Location"] == "/login"


def test_logging_in_begins_a_session_of_its_own(nobody: FlaskClient) -> None:
    before = csrf_of(nobody)
    log_in(nobody, "anna")
    assert csrf_of(nobody, "/") != before


def test_a_session_ends_after_its_hours(tmp_path: Path) -> None:
    short = fake_application(tmp_path, RYTME_SESSION_HOURS="0")
    client = create_app(short).test_client()  # type: ignore[arg-type]
    log_in(client, "anna")
    assert client.get("/").headers["Location"] == "/login"


def test_who_no_longer_works_here_is_out_at_once(anna: FlaskClient, tmp_path: Path) -> None:
    without_staff = FakeApplication(Settings.read({"RYTME_HOME": str(tmp_path)}), records=InMemory())
    elsewhere = create_app(without_staff, secret_key=SECRET_KEY).test_client()  # type: ignore[arg-type]
    cookie = anna.get_cookie("rytme_session")
    assert cookie
    elsewhere.set_cookie("rytme_session", cookie.value)
    assert elsewhere.get("/").headers["Location"] == "/login"


def test_the_cookie_is_strict_and_secure_by_https(app: Flask, nobody: FlaskClient) -> None:
    plain = nobody.get("/login").headers["Set-Cookie"]
    assert "HttpOnly" in plain
    assert "SameSite=Lax" in plain
    assert "Secure" not in plain
    assert "Secure" in app.test_client().get("/login", base_url="https://rytme.test").headers["Set-Cookie"]
    behind_proxy = app.test_client().get("/login", headers={"X-Forwarded-Proto": "https"})
    assert "Secure" in behind_proxy.headers["Set-Cookie"]


def test_a_forged_cookie_is_nobody(nobody: FlaskClient, anna: FlaskClient) -> None:
    cookie = anna.get_cookie("rytme_session")
    assert cookie
    nobody.set_cookie("rytme_session", cookie.value[:-2] + "xx")
    assert nobody.get("/").headers["Location"] == "/login"


def test_a_database_that_is_gone_is_said_in_danish(nobody: FlaskClient, application: FakeApplication) -> None:
    secret = csrf_of(nobody)
    application.records.failure = StorageFailed("the disk is gone", reason="unreachable")
    answer = nobody.post("/login", data={"staff": "anna", "password": PASSWORD, "csrf_token": secret})
    assert answer.status_code == 503
    assert "Databasen svarer ikke" in answer.text
    assert "disk is gone" not in answer.text


@pytest.mark.parametrize("path", ["/login", "/logout", "/", "/conversation/new"])
@pytest.mark.parametrize("secret", [None, "", "gættet", "\ud83d"])
def test_a_form_without_the_secret_of_the_session_is_refused(
    anna: FlaskClient, path: str, secret: str | None
) -> None:
    data = (
        {"text": "plan"}
        if secret is None
        else {"text": "plan", "csrf_token": secret.encode(errors="replace")}
    )
    answer = anna.post(path, data=data)
    assert answer.status_code == 403
    assert "Siden er blevet for gammel" in answer.text
    assert "Anna" in anna.get("/").text


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://ond.test"},
        {"Origin": "null"},
        {"Origin": "http://["},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
def test_another_site_cannot_write_in_a_persons_name(
    anna: FlaskClient, application: FakeApplication, headers: dict[str, str]
) -> None:
    assert anna.post("/api/v1/ask", json={"text": "plan"}, headers=headers).status_code == 403
    form = {"text": "plan", "csrf_token": csrf_of(anna, "/")}
    assert anna.post("/", data=form, headers=headers).status_code == 403
    assert application.conversation.asked == []


def test_our_own_page_may_write(anna: FlaskClient) -> None:
    ours = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}
    assert anna.post("/api/v1/ask", json={"text": "plan"}, headers=ours).status_code == 200


def test_two_people_share_no_session(browser_of: Callable[[str], FlaskClient]) -> None:
    anna, samir = browser_of("anna"), browser_of("samir")
    anna.post("/", data={"text": "plan", "csrf_token": csrf_of(anna, "/")})
    assert "Morgenpleje" in anna.get("/").text
    assert "Morgenpleje" not in samir.get("/").text


def test_the_key_is_made_once_and_only_for_its_owner(tmp_path: Path) -> None:
    key = secret_key_in(tmp_path)
    file = tmp_path / "keys" / "session.key"
    assert secret_key_in(tmp_path) == key == file.read_bytes()
    assert file.stat().st_mode & 0o777 == 0o600
    assert list(file.parent.iterdir()) == [file]


def test_workers_that_start_at_once_get_one_key(tmp_path: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(8) as workers:
        keys = set(workers.map(secret_key_in, [tmp_path] * 16))
    assert len(keys) == 1


def test_half_a_key_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    secret_key_in(tmp_path)
    (tmp_path / "keys" / "session.key").write_bytes(b"short")
    with pytest.raises(OSError, match="delete it"):
        secret_key_in(tmp_path)
