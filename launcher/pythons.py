"""Finds the two Pythons that Rytme needs: 3.11 or newer for the app, 3.10 for Rasa.

Python 3.6 must be able to read this file (see `rytme`), therefore no newer syntax here.
"""

import shutil
import subprocess
import sys
from pathlib import Path

if False:  # for the type checker only
    from collections.abc import Mapping

# in the order of preference: 3.11 is what the pinned versions are tested with
APP_VERSIONS = ((3, 11), (3, 12), (3, 13), (3, 14))
NLU_VERSION = (3, 10)

PROBE = (
    "import sys; print('%d %d' % sys.version_info[:2]); import ensurepip, venv; print('makes environments')"
)


class PythonMissing(Exception):
    """No Python of the wanted version is here; the message says what to install."""


def app_python(environment: "Mapping[str, str]") -> str:
    """The Python to make the app's environment with.

    :raises PythonMissing: when there is none.
    """
    for version in APP_VERSIONS:
        found = _first([sys.executable, *_installed(version, environment)], version)
        if found:
            return found
    raise PythonMissing(
        "Rytme needs Python 3.11 or newer with its venv module, and none was found (looked at this Python, "
        "the PATH and pyenv's versions); install python3.11 and python3.11-venv with your system's package "
        "manager, or run `pyenv install 3.11`"
    )


def nlu_python(environment: "Mapping[str, str]") -> str:
    """The Python 3.10 to make Rasa's environment with.

    :raises PythonMissing: when there is none, or RYTME_PYTHON310 names something else.
    """
    named = environment.get("RYTME_PYTHON310")
    if named:
        if _first([named], NLU_VERSION):
            return named
        raise PythonMissing(
            f"RYTME_PYTHON310 is {named!r}, which is not a Python 3.10 that can make environments; "
            "set it to the path of one"
        )
    found = _first(_installed(NLU_VERSION, environment), NLU_VERSION)
    if found:
        return found
    raise PythonMissing(
        "Rasa needs Python 3.10 with its venv module, and none was found (looked at RYTME_PYTHON310, "
        "the PATH and pyenv's versions); run `pyenv install 3.10`, or install python3.10 and "
        "python3.10-venv with your system's package manager, or set RYTME_PYTHON310 to the path of one"
    )


def _first(candidates: "list[str]", version: "tuple[int, int]") -> "str | None":
    return next((each for each in candidates if each and _is_usable(each, version)), None)


def _installed(version: "tuple[int, int]", environment: "Mapping[str, str]") -> "list[str]":
    """Where a Python of this version may be: on the PATH, then in pyenv's versions, newest first."""
    on_path = shutil.which("python{}.{}".format(*version), path=environment.get("PATH", ""))
    found = [on_path] if on_path else []
    for versions in _pyenv_versions(environment):
        releases = versions.glob("{}.{}.*".format(*version))
        found += [str(each / "bin" / "python") for each in sorted(releases, key=_patch, reverse=True)]
    return found


def _pyenv_versions(environment: "Mapping[str, str]") -> "list[Path]":
    roots = [environment.get("PYENV_ROOT", "")]
    pyenv = shutil.which("pyenv", path=environment.get("PATH", ""))
    if pyenv:
        roots.append(_output([pyenv, "root"]).strip())
    if environment.get("HOME"):
        roots.append(str(Path(environment["HOME"], ".pyenv")))
    return [Path(each, "versions") for each in roots if each]


def _patch(release: Path) -> int:
    patch = release.name.split(".")[2]
    return int(patch) if patch.isdigit() else -1


def _is_usable(python: str, version: "tuple[int, int]") -> bool:
    """Whether it runs, is of this version, and can make environments (Debian splits that part off)."""
    # -I: neither the folder we stand in nor PYTHONPATH has a say
    return _output([python, "-I", "-c", PROBE]).split("\n")[:2] == [
        "{} {}".format(*version),
        "makes environments",
    ]


def _output(command: "list[str]") -> str:
    try:
        return subprocess.check_output(
            command,
            stdin=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            universal_newlines=True,
            timeout=30,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
