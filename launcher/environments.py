"""Makes the two Python environments, and knows when one is as it should be.

A stamp with the hash of everything that went into an environment is written last. No stamp: the
set-up was interrupted, and it is made anew. A stamp of other inputs: the environment is updated.
"""

import hashlib
import json
import shutil
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.child_process import ChildProgram
from launcher.progress import fresh_log, run_step

STAMP = "rytme-stamp.json"
ADVICE = "see that the network and the disk are there, then run the same command again"


@dataclass(frozen=True, slots=True)
class Environment:
    """One environment as it is wanted.

    `name` stands in sentences, `folder` is where it is, `base` the Python to make it with;
    `install` is what pip is told, `inputs` everything whose change makes it outdated; `extras` are
    optional parts; `expect` says how long it takes and why. `first`, where there is any, is what pip
    is told in a run of its own before, and `expect_first` says why that takes long.
    """

    name: str
    folder: Path
    install: Sequence[str]
    inputs: Sequence[str]
    extras: frozenset[str]
    expect: str
    first: Sequence[str] = ()
    expect_first: str = ""

    @property
    def python(self) -> Path:
        """Its Python."""
        return self.folder / "bin" / "python"

    def is_ready(self) -> bool:
        """Whether it holds what is wanted."""
        inputs, extras = _read_stamp(self.folder)
        return self.python.exists() and inputs == self._hash() and self.extras <= extras

    def make(self, base: str, *, checkout: Path, environment: Mapping[str, str], logs: Path) -> None:
        """Make it, or bring it up to date.

        :param base: the Python to make it with.
        :raises StepFailed: when pip or the venv module fails.
        """
        stamp = self.folder / STAMP
        surroundings = pip_environment(environment)
        log = fresh_log(logs / f"{self.folder.name}.log")
        if not (stamp.exists() and self.python.exists()):
            shutil.rmtree(self.folder, ignore_errors=True)
            command = [base, "-I", "-m", "venv", str(self.folder)]
            run_step(
                f"Folder for the {self.name}",
                ChildProgram("venv", command, surroundings, log, checkout, grace_s=3),
                expect="a few seconds",
                advice=ADVICE,
            )
        stamp.unlink(missing_ok=True)
        runs = [(f"First packages for the {self.name}", self.first, self.expect_first)] if self.first else []
        runs.append((f"Packages for the {self.name}", self.install, self.expect))
        for name, told, expect in runs:
            command = [*self._pip_install(), *told]
            run_step(
                name,
                ChildProgram("pip", command, surroundings, log, checkout, grace_s=3),
                expect=expect,
                advice=ADVICE,
            )
        _write_stamp(self.folder, self._hash(), self.extras)

    def _pip_install(self) -> list[str]:
        return [str(self.python), "-m", "pip", "install", "--no-input", "--progress-bar", "off"]

    def _hash(self) -> str:
        return hashlib.sha256("\0".join([*self.inputs, str(self.folder)]).encode()).hexdigest()


def app_environment(checkout: Path, folder: Path, *, with_tests: bool) -> Environment:
    """The environment of the app, which has our own packages as they stand in the checkout.

    One that has the tools for the tests keeps them.
    """
    constraints = checkout / "constraints" / "app.txt"
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))
    told = [project["build-system"], project["project"], project.get("tool", {}).get("setuptools", {})]
    with_tests = with_tests or "test" in _read_stamp(folder)[1]
    return Environment(
        name="app",
        folder=folder,
        install=["-c", str(constraints), "--editable", ".[test]" if with_tests else "."],
        inputs=[json.dumps(told, sort_keys=True), constraints.read_text(encoding="utf-8"), str(checkout)],
        extras=frozenset({"test"} if with_tests else ()),
        expect="a minute or two, most of it downloads (with them the 91 MB of the search model)",
        # by itself and before what needs it: then pip takes the build for the processor where one
        # lies at hand (PIP_FIND_LINKS, PIP_EXTRA_INDEX_URL), and never a second one
        first=["-c", str(constraints), "torch"],
        expect_first="half a minute for torch built for the processor (190 MB); a build for graphics "
        "cards takes gigabytes",
    )


def nlu_environment(checkout: Path, folder: Path) -> Environment:
    """The environment of Rasa, which has nothing of ours."""
    rasa = checkout / "nlu" / "rasa"
    constraints = rasa / "constraints.txt"
    project = tomllib.loads((rasa / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return Environment(
        name="language understanding (Rasa)",
        folder=folder,
        install=["-c", str(constraints), *project["dependencies"]],
        inputs=[json.dumps(project["dependencies"]), constraints.read_text(encoding="utf-8")],
        extras=frozenset(),
        expect="three minutes or so: Rasa brings TensorFlow, more than a gigabyte",
    )


def pip_environment(ours: Mapping[str, str]) -> dict[str, str]:
    """Our environment without what would lead pip or Python out of the new environment."""
    astray = {"PYTHONPATH", "PYTHONHOME", "PIP_TARGET", "PIP_PREFIX", "PIP_USER", "VIRTUAL_ENV"}
    kept = {name: value for name, value in ours.items() if name not in astray}
    return kept | {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONNOUSERSITE": "1", "PYTHONUNBUFFERED": "1"}


def _read_stamp(folder: Path) -> tuple[str, frozenset[str]]:
    try:
        stamp = json.loads((folder / STAMP).read_text(encoding="utf-8"))
        return stamp["inputs"], frozenset(stamp["extras"])
    except (OSError, ValueError, KeyError, TypeError):
        return "", frozenset()


def _write_stamp(folder: Path, inputs: str, extras: frozenset[str]) -> None:
    fresh = folder / f"{STAMP}.new"
    fresh.write_text(json.dumps({"inputs": inputs, "extras": sorted(extras)}), encoding="utf-8")
    fresh.replace(folder / STAMP)
