"""Stand-ins for Pythons: shell scripts that answer the launcher's probe and note what they are told."""

from pathlib import Path

PIP = """#!/bin/sh
# the Python inside a made environment
echo "$@" >> "{calls}"
{pip}
"""

BASE = """#!/bin/sh
# a Python that is installed on the machine
case "$*" in
  *"-m venv"*)
    for folder; do :; done
    mkdir -p "$folder/bin"
    cp "{inner}" "$folder/bin/python"
    echo "venv" >> "{calls}" ;;
  *) echo "{version}"; {ending} ;;
esac
"""


def fake_python(
    path: Path, *, version: str = "3 10", venv: bool = True, calls: Path | None = None, pip: str = "exit 0"
) -> Path:
    """An executable that passes for a Python of this version.

    :param venv: whether it can make environments.
    :param calls: the file where it notes what it was asked to do.
    :param pip: what the Python of a made environment does, in shell.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    inner = path.with_name(path.name + "-inner")
    noted = calls or path.with_name(path.name + "-calls")
    ending = "echo makes environments" if venv else "exit 1"
    _script(inner, PIP.format(calls=noted, pip=pip))
    _script(path, BASE.format(inner=inner, calls=noted, version=version, ending=ending))
    return path


def broken_shim(path: Path) -> Path:
    """What pyenv leaves on the PATH for a version that is not chosen here."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return _script(path, "#!/bin/sh\necho 'pyenv: command not found' >&2; exit 127\n")


def _script(path: Path, text: str) -> Path:
    path.write_text(text)
    path.chmod(0o755)
    return path
