"""Whatever is sent to the API: no 5xx, and every answer is as the OpenAPI document says.

The whole application stands behind it on a real SQLite file, without Rasa, so that every sentence
goes through the app's own reading of names and times.
"""

import json
from pathlib import Path

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
)

from assistant.bootstrap import bootstrap
from assistant.settings import Settings
from assistant.web import create_app
from assistant.web.session import COOKIE
from tests.assistant.web import district
from tests.assistant.web.conftest import log_in
from tests.fakes import FakeClock

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    negative_data_rejection,
]
EXAMPLES = 60


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    home: Path = tmp_path_factory.mktemp("home")
    environment = {"RYTME_HOME": str(home), "RYTME_NLU": "off"}
    application = bootstrap(Settings.read(environment), clock=FakeClock(district.NOW))
    with application.open_work() as work:
        district.put_everything(work)
        work.commit()
    application.logins.set_password("anna", district.PASSWORD)
    return create_app(application)


@pytest.fixture(scope="module")
def cookie(app: Flask) -> str:
    found = log_in(app.test_client(), "anna").get_cookie(COOKIE)
    assert found
    return found.value


@pytest.fixture(scope="module")
def api_schema(app: Flask) -> schemathesis.BaseSchema:
    return schemathesis.openapi.from_wsgi("/api/openapi.json", app)


OPERATIONS = [("/api/v1/ask", "POST"), ("/api/v1/citizens", "GET"), ("/api/v1/citizens/{id}/plan", "GET")]


def test_every_operation_of_the_document_is_tried(api_schema: schemathesis.BaseSchema) -> None:
    found = [each.ok() for each in api_schema.get_all_operations()]
    assert {(each.path, each.method.upper()) for each in found} == set(OPERATIONS)


@pytest.mark.parametrize(
    "mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=lambda each: each.value
)
@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_an_operation_keeps_its_word(
    api_schema: schemathesis.BaseSchema, cookie: str, path: str, method: str, mode: GenerationMode
) -> None:
    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
    @given(case=api_schema[path][method].as_strategy(generation_mode=mode))
    def keeps_its_word(case: schemathesis.Case) -> None:
        case.cookies = {COOKIE: cookie}
        response = case.call()
        assert response.status_code != 401
        case.validate_response(response, checks=CHECKS)

    keeps_its_word()


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_nothing_that_is_sent_opens_the_door(
    api_schema: schemathesis.BaseSchema, path: str, method: str
) -> None:
    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
    @given(case=api_schema[path][method].as_strategy())
    def stays_outside(case: schemathesis.Case) -> None:
        assert case.call().status_code in (401, 404)

    stays_outside()


NAMES = "Jens Holm Kirsten Mørk Kis mørk Otto hos min alle"
TIMES = "kl. 14 8 99 24 25:61 -1 halv ni i morgen nat aften 31. februar næste uge mellem og til fra mandag"
OTHERS = "hvad skal der ske hvordan må jeg slynge 112 æøå 😀 \u202e ? ! ' \" ; -- \n"
WORDS = st.sampled_from([word for words in (NAMES, TIMES, OTHERS) for word in words.split(" ")])


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(words=st.lists(WORDS | st.text(max_size=12), min_size=1, max_size=14))
def test_any_sentence_gets_an_answer_or_a_named_field(app: Flask, cookie: str, words: list[str]) -> None:
    client = app.test_client()
    client.set_cookie(COOKIE, cookie)
    body = json.dumps({"text": " ".join(words)})
    response = client.post("/api/v1/ask", data=body, content_type="application/json")
    assert response.status_code in (200, 422), response.text
    assert response.status_code == 200 or list(response.json["error"]["fields"]) == ["text"]  # type: ignore[index]
