"""What each command makes before it runs, with stand-ins for the Pythons of the machine."""

import os
import shutil
from pathlib import Path

import pytest

from launcher import program
from launcher.program import Places, prepare
from launcher.pythons import PythonMissing
from tests.launcher.fake_pythons import fake_python

# the Python of a made environment: pip does nothing, and a training leaves a model
WORKS = """case "$*" in *"rasa train"*)
  while [ "$1" != --out ]; do shift; done
  echo model > "$2/model.tar.gz" ;;
esac"""


class Machine:
    """A checkout in a folder with a space, with nothing made, on a machine with two stand-ins."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        checkout = folder / "a checkout"
        self.calls = folder / "calls"
        for name in ("pyproject.toml", "constraints/app.txt", "nlu/rasa/config.yml"):
            (checkout / name).parent.mkdir(parents=True, exist_ok=True)
        project = '[project]\nname = "x"\ndependencies = ["rasa==3.6.21"]\n'
        (checkout / "pyproject.toml").write_text(f"[build-system]\n{project}")
        (checkout / "nlu/rasa/pyproject.toml").write_text(project)
        for name in ("constraints/app.txt", "nlu/rasa/constraints.txt", "nlu/rasa/config.yml"):
            (checkout / name).write_text("")
        python = fake_python(folder / "python", calls=self.calls, pip=WORKS)
        monkeypatch.setattr(program, "app_python", lambda environment: str(python))
        monkeypatch.setattr(program, "nlu_python", lambda environment: str(python))
        self.places = Places(checkout, folder / "made")

    def prepare(self, command: str, **more: str) -> dict[str, str]:
        self.calls.write_text("")
        return prepare(self.places, command, {"PATH": os.environ["PATH"], **more})

    @property
    def asked(self) -> str:
        """What the Pythons were asked to do last time."""
        return self.calls.read_text()

    def made(self) -> set[str]:
        return {each.name for each in self.places.made.iterdir() if each.is_dir()} - {"log"}


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine(tmp_path, monkeypatch)


@pytest.mark.parametrize("command", ["import", "export", "times", "check", "help", ""])
def test_records_and_times_need_the_app_only(machine: Machine, command: str) -> None:
    machine.prepare(command)
    assert machine.made() == {"app"}


@pytest.mark.parametrize("command", ["demo", "serve", "ask", "bench", "test"])
def test_what_understands_sentences_needs_a_trained_nlu(machine: Machine, command: str) -> None:
    variables = machine.prepare(command)
    assert machine.made() == {"app", "nlu", "models"}
    assert Path(variables["RYTME_NLU_PYTHON"]).exists()
    assert Path(variables["RYTME_NLU_MODEL"]).read_text() == "model\n"


def test_a_second_start_makes_nothing(machine: Machine) -> None:
    first = machine.prepare("demo")
    assert machine.prepare("demo") == first
    assert machine.asked == ""


def test_the_tests_add_their_tools_and_later_starts_keep_them(machine: Machine) -> None:
    machine.prepare("demo")
    machine.prepare("test")
    assert "--editable .[test]" in machine.asked
    machine.prepare("demo")
    assert machine.asked == ""


def test_changed_data_is_trained_and_nothing_else_is_made(machine: Machine) -> None:
    machine.prepare("demo")
    (machine.places.checkout / "nlu/rasa/config.yml").write_text("language: da")
    machine.prepare("demo")
    assert "rasa train" in machine.asked
    assert "pip" not in machine.asked


def test_without_rasa_by_choice_none_is_made(machine: Machine) -> None:
    variables = machine.prepare("demo", RYTME_NLU="off")
    assert machine.made() == {"app"}
    assert "RYTME_NLU_MODEL" not in variables


def test_a_missing_python310_is_said_before_anything_is_made(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(environment: object) -> str:
        raise PythonMissing("install it")

    monkeypatch.setattr(program, "nlu_python", missing)
    with pytest.raises(PythonMissing):
        machine.prepare("demo")
    assert not machine.places.made.exists()


def test_records_go_in_on_a_machine_without_python310(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program, "nlu_python", None)
    machine.prepare("import")
    assert machine.made() == {"app"}


def test_the_data_live_in_the_checkout_unless_somebody_says_otherwise(machine: Machine) -> None:
    assert machine.prepare("import")["RYTME_HOME"] == str(machine.places.checkout / "var")
    assert machine.prepare("import", RYTME_HOME="/elsewhere")["RYTME_HOME"] == "/elsewhere"


def test_a_checkout_that_was_moved_is_set_up_for_its_new_place(machine: Machine) -> None:
    machine.prepare("import")
    moved = machine.places.checkout.with_name("moved")
    shutil.move(machine.places.checkout, moved)
    machine.places = Places(moved, machine.places.made)
    machine.prepare("import")
    assert "pip install" in machine.asked
