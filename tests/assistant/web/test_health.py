"""Supervisors learn which part is down, and nothing about citizens."""

from pathlib import Path

from flask.testing import FlaskClient

from assistant.services.ports import StorageFailed
from assistant.web import create_app
from tests.assistant.web.fake_application import FakeApplication, fake_application


def test_it_is_alive_even_when_nothing_else_is(nobody: FlaskClient, application: FakeApplication) -> None:
    application.records.failure = StorageFailed("gone", reason="unreachable")
    application.nlu.down = True
    assert nobody.get("/healthz").json == {"alive": True}


def test_it_is_ready_when_every_part_is_usable(nobody: FlaskClient) -> None:
    answer = nobody.get("/readyz")
    assert answer.status_code == 200
    assert answer.json == {"ready": True, "parts": {"database": "up", "nlu": "up"}, "answers": "full"}


def test_without_rasa_it_is_not_ready_but_says_that_it_answers(
    nobody: FlaskClient, application: FakeApplication
) -> None:
    application.nlu.down = True
    answer = nobody.get("/readyz")
    assert answer.status_code == 503
    assert answer.json == {
        "ready": False,
        "parts": {"database": "up", "nlu": "down"},
        "answers": "simplified",
    }
    application.nlu.down = False
    assert nobody.get("/readyz").status_code == 200


def test_without_a_database_it_cannot_answer(nobody: FlaskClient, application: FakeApplication) -> None:
    application.records.failure = StorageFailed("gone", reason="unreachable")
    answer = nobody.get("/readyz")
    assert answer.status_code == 503
    assert answer.json and answer.json["answers"] == "none"


def test_an_nlu_that_is_switched_off_is_no_fault(tmp_path: Path) -> None:
    application = fake_application(tmp_path, RYTME_NLU="off")
    answer = create_app(application).test_client().get("/readyz")  # type: ignore[arg-type]
    assert answer.status_code == 200
    assert answer.json and answer.json["parts"]["nlu"] == "off"
    assert answer.json["answers"] == "simplified"
