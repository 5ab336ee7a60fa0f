"""Finding a Python 3.10 and one for the app, on machines that have them in different places."""

import ast
from pathlib import Path

import pytest

from launcher.pythons import PythonMissing, app_python, nlu_python
from tests.launcher.fake_pythons import broken_shim, fake_python

CHECKOUT = Path(__file__).resolve().parents[2]


def test_a_python310_on_the_path_is_taken(tmp_path: Path) -> None:
    python = fake_python(tmp_path / "bin" / "python3.10")
    assert nlu_python({"PATH": str(tmp_path / "bin")}) == str(python)


@pytest.mark.parametrize("variable", ["PYENV_ROOT", "HOME"])
def test_the_newest_python310_of_pyenv_is_taken(tmp_path: Path, variable: str) -> None:
    root = tmp_path if variable == "PYENV_ROOT" else tmp_path / ".pyenv"
    for release in ("3.9.18", "3.10.4", "3.10.13", "3.10.9", "3.11.7"):
        fake_python(root / "versions" / release / "bin" / "python")
    assert nlu_python({"PATH": "", variable: str(tmp_path)}) == str(root / "versions/3.10.13/bin/python")


def test_a_shim_that_leads_nowhere_is_passed_over(tmp_path: Path) -> None:
    broken_shim(tmp_path / "shims" / "python3.10")
    python = fake_python(tmp_path / "versions" / "3.10.13" / "bin" / "python")
    assert nlu_python({"PATH": str(tmp_path / "shims"), "PYENV_ROOT": str(tmp_path)}) == str(python)


def test_a_python_that_cannot_make_environments_is_passed_over(tmp_path: Path) -> None:
    fake_python(tmp_path / "bin" / "python3.10", venv=False)
    with pytest.raises(PythonMissing, match=r"python3\.10-venv"):
        nlu_python({"PATH": str(tmp_path / "bin")})


def test_a_folder_with_spaces_is_no_hindrance(tmp_path: Path) -> None:
    python = fake_python(tmp_path / "my pythons" / "python3.10")
    assert nlu_python({"PATH": str(tmp_path / "my pythons")}) == str(python)


def test_the_named_python310_is_taken_before_all_others(tmp_path: Path) -> None:
    fake_python(tmp_path / "bin" / "python3.10")
    named = fake_python(tmp_path / "mine")
    found = nlu_python({"PATH": str(tmp_path / "bin"), "RYTME_PYTHON310": str(named)})
    assert found == str(named)


def test_a_named_python_of_another_version_is_refused_by_its_name(tmp_path: Path) -> None:
    fake_python(tmp_path / "bin" / "python3.10")
    named = fake_python(tmp_path / "mine", version="3 12")
    with pytest.raises(PythonMissing, match=r"RYTME_PYTHON310 is .*mine"):
        nlu_python({"PATH": str(tmp_path / "bin"), "RYTME_PYTHON310": str(named)})


def test_without_python310_one_sentence_says_what_to_install() -> None:
    with pytest.raises(PythonMissing) as missing:
        nlu_python({"PATH": ""})
    assert "pyenv install 3.10" in str(missing.value)
    assert "\n" not in str(missing.value)


def test_the_app_takes_311_before_a_newer_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "")
    fake_python(tmp_path / "python3.13", version="3 13")
    python = fake_python(tmp_path / "python3.11", version="3 11")
    assert app_python({"PATH": str(tmp_path)}) == str(python)


def test_the_app_takes_a_newer_one_where_there_is_no_311(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", "")
    python = fake_python(tmp_path / "python3.13", version="3 13")
    assert app_python({"PATH": str(tmp_path)}) == str(python)


@pytest.mark.parametrize("name", ["rytme", "launcher/__init__.py", "launcher/pythons.py"])
def test_an_old_python_can_read_what_leads_it_to_a_newer_one(name: str) -> None:
    source = (CHECKOUT / name).read_text()
    ast.parse(source, feature_version=(3, 6))
