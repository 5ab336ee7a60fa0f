"""`rytme demo` whole: the real app, the real Rasa, the demo district; one start serves most tests here."""

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from assistant.bench.load import Connection, log_in
from assistant.demo.district import PASSWORD, demo_staff
from tests.assistant.processes.living import command_of, living_on, wait_until
from tests.e2e.rytme_process import RytmeProcess, run_rytme
from tests.installed_nlu import installed_nlu

pytestmark = [pytest.mark.processes, pytest.mark.rasa]

RASA = "start_rasa.py"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo") / "a home"


@pytest.fixture(scope="module")
def demo(home: Path) -> Iterator[RytmeProcess]:
    with RytmeProcess("demo", home=home, **installed_nlu()) as rytme:
        rytme.wait_until_ready()
        yield rytme


def test_every_part_is_ready(demo: RytmeProcess) -> None:
    assert httpx.get(f"{demo.url}/readyz").status_code == 200
    assert demo.ready_parts()["answers"] == "full"


def test_everybody_of_the_district_can_log_in(demo: RytmeProcess) -> None:
    printed = [demo.process.stdout.readline() for _ in range(1 + len(demo_staff()))]  # type: ignore[union-attr]
    assert PASSWORD in printed[0]
    assert [line.split()[0] for line in printed[1:]] == [each["id"] for each in demo_staff()]


def test_a_question_on_the_command_line_asks_the_rasa_that_runs(demo: RytmeProcess, home: Path) -> None:
    question = ["ask", "--as", "anna", "--json", "hvad skal der ske hos Jens Holm kl. 14?"]
    done = run_rytme(*question, home=home, **installed_nlu())
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["simplified"] is False
    assert "Starting Rasa" not in done.stderr


def test_check_finds_that_everything_works(demo: RytmeProcess, home: Path) -> None:
    done = run_rytme("check", "--json", home=home, **installed_nlu())
    found = {each["name"]: each["state"] for each in json.loads(done.stdout)["parts"]}
    assert found == {
        "disk": "ok",
        "database": "ok",
        "nlu": "ok",
        "app": "ok",
        "index": "ok",
        "speech": "absent",
    }
    assert done.returncode == 0


def test_the_token_of_rasa_is_on_no_command_line(demo: RytmeProcess) -> None:
    token = demo.announced["nlu"]["token"]
    assert not [pid for pid in living_on(demo.home) if token in command_of(pid)]


def test_rasa_answers_nobody_who_has_no_token(demo: RytmeProcess) -> None:
    url = demo.announced["nlu"]["url"]
    assert httpx.post(f"{url}/model/parse", json={"text": "hej"}).status_code == 401
    assert httpx.post(f"{url}/webhooks/rest/webhook", json={"message": "hej"}).status_code == 404


def test_when_rasa_dies_the_app_goes_on_and_rasa_comes_back(demo: RytmeProcess) -> None:
    cookie = log_in(demo.url, "anna", PASSWORD)
    os.kill(demo.pid_of(RASA), signal.SIGKILL)

    wait_until(lambda: demo.ready_parts()["answers"] == "simplified", what="the app goes on without Rasa")
    without = ask_jens(demo, cookie)
    assert without["simplified"]
    assert "Forenklet svar" in without["text"]

    wait_until(lambda: demo.ready_parts()["answers"] == "full", what="Rasa is back", limit_s=90)
    wait_until(lambda: not ask_jens(demo, cookie)["simplified"], what="answers are whole again", limit_s=30)
    with_rasa = ask_jens(demo, cookie)
    assert with_rasa["kind"] == without["kind"] == "plan"
    assert [each["planned_help"] for each in with_rasa["tasks"]] == ["d-008"]
    assert with_rasa["tasks"] == without["tasks"]


def ask_jens(demo: RytmeProcess, cookie: str) -> dict[str, Any]:
    """The answer to the README's question, over HTTP, about an afternoon with one task."""
    body = {"text": "hvad skal der ske hos Jens Holm kl. 14?", "at": "2027-01-19T13:30:00+01:00"}
    connection = Connection(demo.url)
    try:
        sample = connection.post("/api/v1/ask", body, cookie=cookie)
    finally:
        connection.close()
    assert sample.status == 200
    return dict(sample.body)


def test_ctrl_c_stops_everything_and_a_second_start_loads_nothing_anew(
    demo: RytmeProcess, home: Path
) -> None:
    status, _ = demo.end(signal.SIGINT)
    assert status == 0
    assert living_on(demo.home) == []

    with RytmeProcess("demo", home=home, **installed_nlu()) as again:
        again.wait_until_ready()

        _, said = again.end(signal.SIGKILL)

        assert "Loading" not in said
        again.wait_until_nothing_is_left()


def test_a_home_with_other_citizens_is_left_alone(tmp_path: Path) -> None:
    records = [
        {"type": "care_unit", "id": "u", "name": "Syd"},
        {"type": "citizen", "id": "b-x", "name": "Ida Bech", "care_unit": "u"},
    ]
    file = tmp_path / "records.ndjson"
    file.write_text("\n".join(json.dumps(each) for each in records))
    assert run_rytme("import", str(file), home=tmp_path / "home").returncode == 0

    done = run_rytme("demo", home=tmp_path / "home", RYTME_NLU="off", RYTME_PORT="0")

    assert done.returncode == 1
    assert "citizens that are not of the demo district" in done.stderr
