"""Finding the Rasa that serves a home: only while somebody serves it, and only if it answers."""

from pathlib import Path

import pytest

from assistant.nlu_server import NluAddress, announced_nlu, nlu_for_command, running_nlu, temporary_nlu
from assistant.nlu_server.finding import Announcement, announcement_file
from assistant.nlu_server.program import NluNotInstalled
from assistant.processes.home_claim import HomeClaim, HomeTaken
from assistant.settings import Settings


def settings(home: Path, **more: str) -> Settings:
    return Settings.read({"RYTME_HOME": str(home), **more})


@pytest.fixture
def address() -> NluAddress:
    """Where nothing listens."""
    return NluAddress.choose()


def test_the_rasa_of_a_serving_process_is_found_while_it_serves(tmp_path: Path, address: NluAddress) -> None:
    with HomeClaim(tmp_path):
        Announcement(1, "http://127.0.0.1:8080", address).write(tmp_path)
        assert announced_nlu(settings(tmp_path)) == address
    assert announced_nlu(settings(tmp_path)) is None


def test_a_note_that_a_killed_process_has_left_is_not_believed(tmp_path: Path, address: NluAddress) -> None:
    Announcement(1, "http://127.0.0.1:8080", address).write(tmp_path)
    assert announced_nlu(settings(tmp_path)) is None


def test_a_rasa_that_does_not_answer_is_not_used(tmp_path: Path, address: NluAddress) -> None:
    with HomeClaim(tmp_path):
        Announcement(1, "http://127.0.0.1:8080", address).write(tmp_path)
        assert running_nlu(settings(tmp_path)) is None


def test_nobody_else_can_read_the_note_with_the_token(tmp_path: Path, address: NluAddress) -> None:
    Announcement(1, "http://127.0.0.1:8080", address).write(tmp_path)
    assert announcement_file(tmp_path).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("text", ["", "{", "[]", '{"pid": 1}', '{"pid": 1, "url": "x", "nlu": 3}'])
def test_a_damaged_note_is_no_note(tmp_path: Path, text: str) -> None:
    with HomeClaim(tmp_path):
        announcement_file(tmp_path).write_text(text)
        assert announced_nlu(settings(tmp_path)) is None


def test_a_home_is_claimed_once(tmp_path: Path) -> None:
    with HomeClaim(tmp_path), pytest.raises(HomeTaken, match="is already served"), HomeClaim(tmp_path):
        pass
    with HomeClaim(tmp_path):
        pass


def test_each_server_has_a_token_of_its_own() -> None:
    assert NluAddress.choose().token != NluAddress.choose().token


def test_a_command_does_without_rasa_where_it_is_switched_off(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with nlu_for_command(settings(tmp_path, RYTME_NLU="off")) as found:
        assert found is None
    assert capsys.readouterr().err == ""


def test_a_command_says_why_it_does_without_rasa(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with nlu_for_command(settings(tmp_path)) as found:
        assert found is None
    said = capsys.readouterr().err
    assert "simplified mode" in said
    assert "./rytme" in said
    assert said.count("\n") == 1


def test_a_rasa_that_ends_while_it_starts_is_said_and_the_command_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    python, model = tmp_path / "python", tmp_path / "model"
    python.write_text("#!/bin/sh\necho broken; exit 1\n")
    python.chmod(0o755)
    model.touch()
    broken = settings(tmp_path, RYTME_NLU_PYTHON=str(python), RYTME_NLU_MODEL=str(model))
    with nlu_for_command(broken) as found:
        assert found is None
    assert "Rasa ended while it was starting" in capsys.readouterr().err


def test_without_a_trained_model_the_missing_file_is_named(tmp_path: Path) -> None:
    python = tmp_path / "python"
    python.touch()
    half = settings(tmp_path, RYTME_NLU_PYTHON=str(python), RYTME_NLU_MODEL=str(tmp_path / "model.tar.gz"))
    with pytest.raises(NluNotInstalled, match=r"RYTME_NLU_MODEL is .*model\.tar\.gz"), temporary_nlu(half):
        pass
