"""`rytme check` on homes that are well and homes that are not."""

import json
import os
from pathlib import Path

import pytest

from tests.e2e.rytme_process import run_rytme


def states(home: Path, **settings: str) -> tuple[int, dict[str, str]]:
    """The exit status, and the state of each part."""
    done = run_rytme("check", "--json", home=home, **{"RYTME_NLU": "off", **settings})
    assert done.stderr == ""
    return done.returncode, {each["name"]: each["state"] for each in json.loads(done.stdout)["parts"]}


def test_a_fresh_home_is_well_and_nothing_runs_on_it_yet(tmp_path: Path) -> None:
    status, found = states(tmp_path / "home")
    assert status == 0
    assert (found["database"], found["app"], found["nlu"]) == ("ok", "idle", "absent")


def test_an_nlu_that_was_never_made_is_broken_and_says_what_makes_it(tmp_path: Path) -> None:
    missing = {"RYTME_NLU_PYTHON": "/nowhere/python", "RYTME_NLU_MODEL": "/nowhere/model.tar.gz"}
    done = run_rytme("check", home=tmp_path, RYTME_NLU="auto", **missing)
    assert done.returncode == 1
    line = next(each for each in done.stdout.splitlines() if " nlu " in each)
    assert line.startswith("broken")
    assert "./rytme serve" in done.stdout


def test_a_file_that_is_no_database_is_found(tmp_path: Path) -> None:
    (tmp_path / "rytme.db").write_text("this is no database" * 100)
    status, found = states(tmp_path)
    assert status == 1
    assert found["database"] == "broken"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_home_that_may_not_be_written_is_found(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    status, found = states(tmp_path)
    assert status == 1
    assert found["database"] == "broken"


def test_a_home_below_a_file_is_one_sentence_and_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = run_rytme("check", home=tmp_path / "file" / "home", RYTME_NLU="off")
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr


def test_what_the_check_writes_is_not_kept(tmp_path: Path) -> None:
    states(tmp_path)
    assert b"rytme-check" not in (tmp_path / "rytme.db").read_bytes()
