"""Making an environment: once, again when its inputs changed, anew when it was interrupted."""

import os
from pathlib import Path

import pytest

from launcher.environments import STAMP, Environment, app_environment, nlu_environment, pip_environment
from launcher.progress import StepFailed
from tests.launcher.fake_pythons import fake_python

CHECKOUT = Path(__file__).resolve().parents[2]


class Machine:
    """A folder with a space in its name, a fake Python, and the notes of what it was asked to do."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "with space"
        self.calls = self.folder / "calls"

    def wanted(
        self, *, inputs: str = "a", extras: tuple[str, ...] = (), first: tuple[str, ...] = ()
    ) -> Environment:
        return Environment(
            name="app",
            folder=self.folder / "made" / "app",
            install=["--editable", "."],
            inputs=[inputs],
            extras=frozenset(extras),
            expect="a moment",
            first=first,
        )

    def make(self, environment: Environment, *, pip: str = "exit 0") -> list[str]:
        """Make it, and return what Python was asked to do."""
        self.calls.unlink(missing_ok=True)
        base = fake_python(self.folder / "python", calls=self.calls, pip=pip)
        environment.make(
            str(base), checkout=self.folder, environment=os.environ, logs=self.folder / "made" / "log"
        )
        return self.calls.read_text().splitlines()


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


PIP = "-m pip install --no-input --progress-bar off --editable ."


def test_an_environment_is_made_and_then_ready(machine: Machine) -> None:
    wanted = machine.wanted()
    assert not wanted.is_ready()
    assert machine.make(wanted) == ["venv", PIP]
    assert wanted.is_ready()


def test_what_is_to_come_first_is_installed_in_a_run_of_its_own(machine: Machine) -> None:
    wanted = machine.wanted(first=("torch",))
    assert machine.make(wanted) == ["venv", PIP.replace("--editable .", "torch"), PIP]
    assert wanted.is_ready()


def test_changed_inputs_update_it_without_making_it_anew(machine: Machine) -> None:
    machine.make(machine.wanted(inputs="a"))
    changed = machine.wanted(inputs="b")
    assert not changed.is_ready()
    assert machine.make(changed) == [PIP]
    assert changed.is_ready()


def test_an_interrupted_set_up_is_made_anew(machine: Machine) -> None:
    wanted = machine.wanted()
    machine.make(wanted)
    (wanted.folder / STAMP).unlink()
    (wanted.folder / "half-written").touch()
    assert not wanted.is_ready()
    assert machine.make(wanted) == ["venv", PIP]
    assert not (wanted.folder / "half-written").exists()


def test_a_failed_installation_says_why_and_what_to_do_and_is_not_ready(machine: Machine) -> None:
    wanted = machine.wanted()
    with pytest.raises(StepFailed) as failed:
        machine.make(wanted, pip="echo 'No space left on device'; exit 1")
    assert "No space left on device" in str(failed.value)
    assert "run the same command again" in str(failed.value)
    assert not wanted.is_ready()


def test_a_failed_update_leaves_no_promise_that_the_old_inputs_still_hold(machine: Machine) -> None:
    before = machine.wanted(inputs="a")
    machine.make(before)
    before.python.write_text("#!/bin/sh\nexit 1\n")  # pip fails from now on
    with pytest.raises(StepFailed):
        machine.make(machine.wanted(inputs="b"))
    assert not before.is_ready()


def test_an_environment_with_the_tools_for_tests_serves_the_app_too(machine: Machine) -> None:
    machine.make(machine.wanted(extras=("test",)))
    assert machine.wanted().is_ready()


def test_an_environment_of_the_app_lacks_the_tools_for_tests(machine: Machine) -> None:
    machine.make(machine.wanted())
    assert not machine.wanted(extras=("test",)).is_ready()


def test_the_app_is_installed_from_the_checkout_with_the_tried_versions(tmp_path: Path) -> None:
    environment = app_environment(CHECKOUT, tmp_path, with_tests=True)
    assert environment.install == [
        "-c",
        str(CHECKOUT / "constraints" / "app.txt"),
        "--editable",
        ".[test]",
    ]
    assert environment.first == ["-c", str(CHECKOUT / "constraints" / "app.txt"), "torch"]


def test_rasa_is_installed_with_the_tried_versions_and_nothing_of_ours(tmp_path: Path) -> None:
    install = nlu_environment(CHECKOUT, tmp_path).install
    assert install[:2] == ["-c", str(CHECKOUT / "nlu" / "rasa" / "constraints.txt")]
    assert any(each.startswith("rasa") for each in install[2:])
    assert "." not in install


def test_nothing_in_our_environment_leads_pip_astray() -> None:
    given = {"PATH": "/bin", "PYTHONPATH": "/elsewhere", "PIP_USER": "1", "PIP_TARGET": "/elsewhere"}
    assert pip_environment(given).keys() & given.keys() == {"PATH"}
