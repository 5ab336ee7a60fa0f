"""The API gives what contract §3 and §6 say, to who may see it."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from assistant.web.api.fields import read_time
from tests.assistant.web import district
from tests.assistant.web.fake_application import FakeApplication

KEYS = ["kind", "text", "conversation", "citizen", "window", "tasks", "passages", "options"]


def ask(client: FlaskClient, **body: Any) -> dict[str, Any]:
    answer = client.post("/api/v1/ask", json=body)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json
    return found


def test_an_answer_has_every_key_of_the_contract_in_its_order(anna: FlaskClient) -> None:
    for word in district.answers():
        found = ask(anna, text=word)
        assert list(found)[: len(KEYS)] == KEYS
        assert "elapsed_ms" in found


def test_a_plan_comes_with_tasks_remarks_and_sources(anna: FlaskClient) -> None:
    found = ask(anna, text="plan")
    assert found["citizen"]["alerts"][0] == "CAVE: penicillin"
    assert found["window"]["start"] == "2026-11-23T08:00:00+01:00"
    assert [each["planned_help"] for each in found["tasks"]] == ["d-001", "d-002", "d-003", "d-005"]
    assert found["tasks"][0]["remark"].startswith("Træk aldrig")
    assert found["tasks"][0]["completion"]["outcome"] == "as_planned"
    assert found["passages"][0]["quote"] == district.SLING.text


def test_it_is_asked_in_the_name_of_who_is_logged_in(anna: FlaskClient, application: FakeApplication) -> None:
    ask(anna, text="plan")
    question = application.conversation.asked[0]
    assert (question.staff, question.at, question.conversation) == ("anna", district.NOW, None)


def test_the_clock_of_the_question_can_be_set(anna: FlaskClient, application: FakeApplication) -> None:
    ask(anna, text="plan", at="2026-10-25T02:30:00+02:00")
    assert application.conversation.asked[0].at.isoformat() == "2026-10-25T02:30:00+02:00"


def test_a_conversation_goes_on(anna: FlaskClient, application: FakeApplication) -> None:
    first = ask(anna, text="plan")["conversation"]
    assert ask(anna, text="hvordan", conversation=first)["conversation"] == first
    assert application.conversation.asked[1].conversation == first


def test_another_persons_conversation_is_refused(browser_of: Callable[[str], FlaskClient]) -> None:
    theirs = ask(browser_of("anna"), text="plan")["conversation"]
    answer = browser_of("samir").post("/api/v1/ask", json={"text": "plan", "conversation": theirs})
    assert answer.status_code == 403


def test_danish_letters_come_as_themselves(anna: FlaskClient) -> None:
    assert "påklædning" in anna.post("/api/v1/ask", json={"text": "plan"}).get_data(as_text=True)


def test_a_plan_begins_now_and_lasts_a_day(anna: FlaskClient) -> None:
    found = anna.get("/api/v1/citizens/b-001/plan").json
    assert found and list(found) == ["citizen", "window", "tasks", "passages"]
    assert found["window"] == {"start": "2026-11-23T13:52:00+01:00", "end": "2026-11-24T13:52:00+01:00"}
    assert [each["planned_help"] for each in found["tasks"]] == ["d-003", "d-005", "d-001", "d-002"]
    assert {each["guidance"] for each in found["passages"]} == {"h-001", "h-003"}


@pytest.mark.parametrize("plus", ["%2B", "+"])
def test_a_plan_of_a_window_even_where_the_plus_sign_was_lost(anna: FlaskClient, plus: str) -> None:
    path = (
        f"/api/v1/citizens/b-001/plan?from=2026-11-23T14:00:00{plus}01:00&to=2026-11-23T14:40:00{plus}01:00"
    )
    found = anna.get(path).json
    assert found and [each["planned_help"] for each in found["tasks"]] == ["d-003"]


def test_citizens_are_those_of_ones_own_units(browser_of: Callable[[str], FlaskClient]) -> None:
    def names(staff: str) -> list[str]:
        found = browser_of(staff).get("/api/v1/citizens").json
        assert found
        return [each["name"] for each in found["citizens"]]

    assert names("samir") == ["Jens Holm", "Kirsten Abildgaard", "Kirsten Mørk"]
    assert names("mikkel") == ["Otto Ravnkilde"]
    assert len(names("lone")) == 4


def test_a_citizen_comes_with_address_and_alerts_and_without_cpr(anna: FlaskClient) -> None:
    found = anna.get("/api/v1/citizens").json
    assert found and set(found["citizens"][0]) == {
        "id",
        "name",
        "alerts",
        "preferred_name",
        "care_unit",
        "address",
    }


def test_the_document_describes_every_route_of_the_api(nobody: FlaskClient) -> None:
    document = nobody.get("/api/openapi.json").json
    assert document and set(document["paths"]) == {
        "/api/v1/ask",
        "/api/v1/citizens",
        "/api/v1/citizens/{id}/plan",
    }
    for path in document["paths"].values():
        for operation in path.values():
            assert operation["security"] == [{"session": []}]
            assert operation["responses"]["422"]["content"]["application/json"]["schema"] == {
                "$ref": "#/components/schemas/ErrorBody"
            }


@pytest.mark.parametrize(
    "text", ["2026-11-23T14:00:00+01:00", "2026-11-23T13:00:00Z", "2026-11-23T14:00:00 01:00"]
)
def test_times_are_read_with_their_offset(text: str) -> None:
    assert read_time(text) == district.at(14)
