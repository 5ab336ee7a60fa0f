"""What `./rytme` does: makes what the command needs, then becomes the command."""

import contextlib
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from launcher.environments import Environment, app_environment, nlu_environment
from launcher.nlu_model import model_file, train
from launcher.progress import StepFailed, say
from launcher.pythons import PythonMissing, app_python, nlu_python
from launcher.setup_lock import setup_lock

NEED_NLU = frozenset({"demo", "serve", "ask", "test", "bench", "evaluate"})
LEAD_ASTRAY = frozenset({"PYTHONPATH", "PYTHONHOME"})
KNOWN_TO_TESTS = frozenset({"RYTME_ENVIRONMENTS", "RYTME_NLU_PYTHON", "RYTME_NLU_MODEL"})


@dataclass(frozen=True, slots=True)
class Places:
    """Where things are: the checkout, and beside it what we make."""

    checkout: Path
    made: Path

    @property
    def models(self) -> Path:
        """The trained models."""
        return self.made / "models"

    @property
    def logs(self) -> Path:
        """What pip and the training said."""
        return self.made / "log"


def run(checkout: Path, arguments: Sequence[str]) -> int:
    """Make what is missing and become the command; returns only when that fails."""
    command = next((each for each in arguments if not each.startswith("-")), "")
    if command != "test" and {"-h", "--help"} & set(arguments):
        command = "help"  # nobody waits for a training to read a page of help
    made = Path(os.environ.get("RYTME_ENVIRONMENTS") or checkout / ".rytme")
    places = Places(checkout, made.expanduser().absolute())
    try:
        variables = prepare(places, command, os.environ)
    except (StepFailed, PythonMissing) as refused:
        say(f"Error: {refused}")
    except OSError as refused:
        say(f"Error: the set-up in {places.made} failed: {refused}")
    except KeyboardInterrupt:
        say("Stopped. The same command goes on with the set-up.")
        return 130
    else:
        become(places, command, arguments, variables)
    return 1


def prepare(places: Places, command: str, environment: Mapping[str, str]) -> dict[str, str]:
    """Make what `command` needs; returns the variables that tell it where that is.

    :raises PythonMissing: when a Python is not here.
    :raises StepFailed: when pip or the training fails.
    """
    app = app_environment(places.checkout, places.made / "app", with_tests=command == "test")
    variables = {"RYTME_HOME": environment.get("RYTME_HOME") or str(places.checkout / "var")}
    nlu = None
    if _is_to_make_nlu(command, environment):
        nlu = nlu_environment(places.checkout, places.made / "nlu")
    model = model_file(places.checkout, places.models)
    if not _is_done(app, nlu, model):
        _make(places, app, nlu, model, environment)
    if nlu:
        with contextlib.suppress(OSError):  # somebody else's environments may be used too
            os.utime(model)  # used last: the next pruning keeps it
    if nlu or (_made_before(places, model) and not environment.get("RYTME_NLU_PYTHON")):
        variables["RYTME_NLU_PYTHON"] = str(places.made / "nlu" / "bin" / "python")
        variables["RYTME_NLU_MODEL"] = str(model)
    return variables


def become(places: Places, command: str, arguments: Sequence[str], variables: Mapping[str, str]) -> NoReturn:
    """Replace this process by the command: same process id, so signals reach it."""
    python = str(places.made / "app" / "bin" / "python")
    environment = {name: value for name, value in os.environ.items() if name not in LEAD_ASTRAY}
    environment |= variables
    sys.stdout.flush()
    if command == "test":
        os.chdir(places.checkout)
        position = list(arguments).index("test")
        rest = [*arguments[:position], *arguments[position + 1 :]]
        os.execve(python, [python, "-m", "pytest", *rest], _for_tests(environment))
    # -P: a module in the folder where the user stands must not be taken for one of ours
    os.execve(python, [python, "-P", "-m", "assistant.cli", *arguments], environment)


def _for_tests(environment: Mapping[str, str]) -> dict[str, str]:
    """The tests are the same for everybody, whatever the settings of who runs them."""
    return {
        name: value
        for name, value in environment.items()
        if not name.startswith("RYTME_") or name in KNOWN_TO_TESTS
    }


def _is_to_make_nlu(command: str, environment: Mapping[str, str]) -> bool:
    """Not when the user brings an own one, or does without."""
    chosen = environment.get("RYTME_NLU") == "off" or environment.get("RYTME_NLU_MODEL")
    return command in NEED_NLU and not chosen


def _is_done(app: Environment, nlu: Environment | None, model: Path) -> bool:
    return app.is_ready() and (nlu is None or (nlu.is_ready() and model.exists()))


def _made_before(places: Places, model: Path) -> bool:
    return model.exists() and (places.made / "nlu" / "bin" / "python").exists()


def _make(
    places: Places, app: Environment, nlu: Environment | None, model: Path, environment: Mapping[str, str]
) -> None:
    # both Pythons first: nobody should wait for minutes to hear that one is missing
    bases = [(app, app_python(environment))] if not app.is_ready() else []
    if nlu and not nlu.is_ready():
        bases.append((nlu, nlu_python(environment)))
    with setup_lock(places.made, say):
        if not _is_done(app, nlu, model):
            say(f"Setting up in {places.made}; what is done is skipped next time.")
        for each, base in bases:
            if not each.is_ready():
                each.make(base, checkout=places.checkout, environment=environment, logs=places.logs)
        if nlu and not model.exists():
            train(places.checkout, model, python=nlu.python, environment=environment, logs=places.logs)
