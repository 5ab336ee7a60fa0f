"""CPR numbers never lie open in the database, and lost keys are told as lost."""

import stat
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from assistant.domain.window import Window
from assistant.services.care_plans import CarePlans
from assistant.services.conversation import Conversation, Question
from assistant.services.people import People
from assistant.services.ports import StorageFailed, Topic
from assistant.storage import Storage
from assistant.storage.cpr_keys import FILE_NAME, make_keys, read_keys
from nlu.types import Understanding
from tests.assistant.storage.conftest import OpenStorage
from tests.fakes import FakeUnderstander
from tests.records_of_a_home import CPR, JENS, OLE, at, put_home


def furnish(storage: Storage) -> None:
    with storage.open_work() as work:
        put_home(work)
        work.commit()


def read_jens(storage: Storage) -> str | None:
    with storage.open_work() as work:
        return work.citizens.find(["b-1"])["b-1"].cpr


def test_the_number_lies_in_no_file_of_the_database(sqlite_storage: Storage, tmp_path: Path) -> None:
    furnish(sqlite_storage)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert any(b"Jens Holm" in path.read_bytes() for path in files)
    assert not any(CPR.encode() in path.read_bytes() for path in files)


def test_one_number_is_sealed_differently_each_time_and_has_one_digest(storage: Storage) -> None:
    furnish(storage)
    with storage.open_work() as work:
        work.citizens.put([replace(OLE, cpr=CPR)])
        work.commit()
    with storage.engine.connect() as connection:
        rows = connection.execute(text("SELECT cpr_sealed, cpr_digest FROM citizen")).all()
    assert len({bytes(row.cpr_sealed) for row in rows}) == 2
    assert len({bytes(row.cpr_digest) for row in rows}) == 1


def test_only_the_owner_may_read_the_key_file(storage: Storage, tmp_path: Path) -> None:
    furnish(storage)
    assert stat.S_IMODE((tmp_path / "keys" / FILE_NAME).stat().st_mode) == 0o600
    assert [path.name for path in (tmp_path / "keys").iterdir()] == [FILE_NAME]


def test_no_key_is_made_before_there_is_a_number(storage: Storage, tmp_path: Path) -> None:
    with storage.open_work() as work:
        work.citizens.put([OLE])
    assert not (tmp_path / "keys").exists()


def test_the_number_comes_back_in_another_process(open_it: OpenStorage, storage: Storage) -> None:
    furnish(storage)
    assert read_jens(open_it()) == CPR


def test_the_same_number_again_is_no_change(storage: Storage) -> None:
    furnish(storage)
    with storage.open_work() as work:
        before = work.version(Topic.ROSTER)
        work.citizens.put([JENS])
        work.commit()
        assert work.version(Topic.ROSTER) == before


def test_a_lost_key_is_told_and_never_replaced(
    open_it: OpenStorage, storage: Storage, tmp_path: Path
) -> None:
    furnish(storage)
    (tmp_path / "keys" / FILE_NAME).unlink()
    with pytest.raises(StorageFailed, match=r"cpr\.key is missing; put the key file back") as failed:
        read_jens(open_it())
    assert failed.value.reason == "key_lost"
    with pytest.raises(StorageFailed, match="is missing"), open_it().open_work() as work:
        work.citizens.put([replace(OLE, cpr="0101010101")])
    assert not (tmp_path / "keys" / FILE_NAME).exists()


def test_without_the_key_the_roster_still_comes(
    open_it: OpenStorage, storage: Storage, tmp_path: Path
) -> None:
    furnish(storage)
    (tmp_path / "keys" / FILE_NAME).unlink()
    with open_it().open_work() as work:
        assert [each.id for each in work.citizens.of_units(["u-1", "u-2"])] == ["b-1", "b-2"]


def test_without_the_key_every_question_about_a_citizen_is_answered(
    open_it: OpenStorage, storage: Storage, tmp_path: Path
) -> None:
    furnish(storage)
    (tmp_path / "keys" / FILE_NAME).unlink()
    open_work = open_it().open_work
    morning = Window(at(6), at(9))
    shown = CarePlans(open_work).between("anna", "b-1", morning, at(6))
    assert [each.occurrence.help.id for each in shown.tasks] == ["d-1"]
    assert shown.citizen == replace(JENS, cpr=None)
    assert People(open_work).behind(citizens=["b-1"]).citizens == {"b-1": replace(JENS, cpr=None)}
    nlu = FakeUnderstander(
        {"Hvad skal Jens kl. 8?": Understanding("Hvad skal Jens kl. 8?", "ask_plan", 0.99)}
    )
    reply = Conversation(open_work, nlu=nlu).ask(Question("Hvad skal Jens kl. 8?", "anna", at(6)))
    assert [each.occurrence.help.id for each in reply.answer.tasks] == ["d-1"]


def test_a_foreign_key_is_told_as_foreign(open_it: OpenStorage, storage: Storage, tmp_path: Path) -> None:
    furnish(storage)
    (tmp_path / "keys" / FILE_NAME).unlink()
    make_keys(tmp_path / "keys")
    with pytest.raises(StorageFailed, match="is not the key file of this database"):
        read_jens(open_it())


@pytest.mark.parametrize("content", [b"", b"not hex\nat all\n", b"00\n00\n", b"\xff\xfe", b"a b c"])
def test_a_damaged_key_file_is_told_as_damaged(storage: Storage, tmp_path: Path, content: bytes) -> None:
    furnish(storage)
    (tmp_path / "keys" / FILE_NAME).write_bytes(content)
    with pytest.raises(StorageFailed, match=r"restore it from the backup") as failed:
        read_jens(storage)
    assert CPR not in str(failed.value)


def test_a_number_moved_to_another_citizen_is_not_read(storage: Storage) -> None:
    furnish(storage)
    with storage.engine.connect() as connection:
        moved = "(SELECT cpr_sealed FROM citizen WHERE id = 'b-1')"
        connection.execute(text(f"UPDATE citizen SET cpr_sealed = {moved} WHERE id = 'b-2'"))
    with storage.open_work() as work, pytest.raises(StorageFailed, match="another row"):
        work.citizens.find(["b-2"])


def test_the_key_is_remembered_even_if_the_first_number_was_dropped(
    open_it: OpenStorage, storage: Storage, tmp_path: Path
) -> None:
    with storage.open_work() as work:
        put_home(work)
    furnish(storage)
    (tmp_path / "keys" / FILE_NAME).unlink()
    make_keys(tmp_path / "keys")
    with pytest.raises(StorageFailed, match="is not the key file"):
        read_jens(open_it())


def test_two_that_make_the_keys_at_once_have_the_same(tmp_path: Path) -> None:
    first = make_keys(tmp_path)
    assert make_keys(tmp_path) == first == read_keys(tmp_path)


def test_keys_are_not_shown() -> None:
    assert "sealing" not in repr(make_keys.__annotations__["return"](b"1" * 32, b"2" * 32))
