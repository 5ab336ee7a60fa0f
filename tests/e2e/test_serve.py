"""`rytme serve` with the real app (and no Rasa, which takes its time): up, down, and in the way of others."""

import signal
import socket
from pathlib import Path

import httpx
import pytest

from tests.assistant.processes.living import living_on
from tests.e2e.rytme_process import RytmeProcess, run_rytme

pytestmark = pytest.mark.processes


def serving(home: Path, **settings: str) -> RytmeProcess:
    return RytmeProcess("serve", home=home, **{"RYTME_NLU": "off", **settings})


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_it_serves_until_a_signal_and_leaves_nothing(tmp_path: Path, number: signal.Signals) -> None:
    with serving(tmp_path) as rytme:
        rytme.wait_until_ready()
        assert httpx.get(f"{rytme.url}/healthz").status_code == 200

        status, _ = rytme.end(number)

        assert status == 0
        assert living_on(rytme.home) == []
        assert not (tmp_path / "run" / "serving.json").exists()


def test_when_it_is_killed_the_app_and_its_workers_go_too(tmp_path: Path) -> None:
    with serving(tmp_path, RYTME_WORKERS="2") as rytme:
        rytme.wait_until_ready()
        assert len(living_on(rytme.home)) >= 5  # supervisor, guard, gunicorn, two workers

        rytme.end(signal.SIGKILL)

        rytme.wait_until_nothing_is_left()


def test_when_gunicorn_dies_everything_stops_with_status_1(tmp_path: Path) -> None:
    with serving(tmp_path) as rytme:
        rytme.wait_until_ready()

        status, said = rytme.end(signal.SIGKILL, pid=rytme.pid_of("-m gunicorn"))

        assert status == 1
        assert "The app ended" in said


def test_a_second_serve_on_the_same_home_names_the_address_of_the_first(tmp_path: Path) -> None:
    with serving(tmp_path) as rytme:
        rytme.wait_until_ready()

        second = run_rytme("serve", home=tmp_path, RYTME_NLU="off", RYTME_PORT="0")

        assert second.returncode == 1
        assert f"is already served at {rytme.url}" in second.stderr
        assert second.stderr.count("\n") == 1


def test_two_homes_are_served_side_by_side(tmp_path: Path) -> None:
    with serving(tmp_path / "a") as first, serving(tmp_path / "b") as second:
        first.wait_until_ready()
        second.wait_until_ready()
        assert first.url != second.url


def test_a_home_with_a_space_in_its_name_is_served_and_nobody_else_can_read_it(tmp_path: Path) -> None:
    home = tmp_path / "a home"
    with serving(home) as rytme:
        rytme.wait_until_ready()
        assert [each for each in (home, *home.rglob("*")) if each.stat().st_mode & 0o077] == []


def test_a_chosen_port_that_is_taken_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = run_rytme("serve", home=tmp_path, RYTME_NLU="off", RYTME_PORT=port)
    assert done.returncode == 1
    assert f"port {port}" in done.stderr
    assert "RYTME_PORT" in done.stderr


def test_an_app_that_cannot_start_is_explained_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "rytme.db").write_text("this is no database")
    done = run_rytme("serve", home=tmp_path, RYTME_NLU="off", RYTME_PORT="0")
    assert done.returncode == 1
    assert done.stderr.startswith("Error: ")
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "run" / "serving.json").exists()


def test_a_home_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = run_rytme("serve", home=tmp_path / "file" / "home", RYTME_NLU="off")
    assert done.returncode == 1
    assert done.stderr.startswith("Error: ")
    assert "Traceback" not in done.stderr
