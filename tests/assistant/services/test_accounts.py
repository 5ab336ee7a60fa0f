"""Local logins."""

import pytest
from argon2 import PasswordHasher

from assistant.services.accounts import LONGEST_PASSWORD, RECOMMENDED, LocalLogins
from assistant.services.errors import UnknownStaff
from assistant.services.ports import Account
from tests.assistant.web.district import PASSWORD
from tests.assistant.web.fake_application import QUICK, district_in_memory
from tests.fakes import InMemory


class CountingHasher(PasswordHasher):
    """Counts how often a password is really compared."""

    compared = 0

    def verify(self, hash: str | bytes, password: str | bytes) -> bool:
        self.compared += 1
        return super().verify(hash, password)


def hash_of(records: InMemory, staff: str) -> str:
    with records.open_work() as work:
        account = work.accounts.get(staff)
    assert account
    return account.password_hash


@pytest.fixture
def records() -> InMemory:
    return district_in_memory()


@pytest.fixture
def logins(records: InMemory) -> LocalLogins:
    return LocalLogins(records.open_work, hasher=QUICK)


def test_the_right_password_gives_the_person(logins: LocalLogins) -> None:
    found = logins.check("anna", PASSWORD)
    assert found and found.name == "Anna Brandt"


@pytest.mark.parametrize(
    "password", ["", "x", PASSWORD.upper(), PASSWORD + " ", "a" * 100_000, "\ud83d", "\0"]
)
def test_another_password_gives_nobody(logins: LocalLogins, password: str) -> None:
    assert logins.check("anna", password) is None


def test_an_unknown_id_costs_as_many_comparisons_as_a_wrong_password(records: InMemory) -> None:
    hasher = CountingHasher(time_cost=1, memory_cost=8, parallelism=1)
    logins = LocalLogins(records.open_work, hasher=hasher)
    assert logins.check("anna", "forkert") is None
    assert hasher.compared == 1
    assert logins.check("ukendt", "forkert") is None
    assert hasher.compared == 2
    with records.open_work() as work:
        work.accounts.put(Account("gone", QUICK.hash(PASSWORD)))
        work.commit()
    assert logins.check("gone", PASSWORD) is None
    assert hasher.compared == 3


def test_the_hash_of_nobody_opens_no_door(logins: LocalLogins) -> None:
    assert logins.check("ukendt", "nobody has this password") is None


def test_a_new_password_replaces_the_old_one(logins: LocalLogins) -> None:
    logins.set_password("anna", "en helt anden sætning")
    assert logins.check("anna", PASSWORD) is None
    assert logins.check("anna", "en helt anden sætning")


def test_a_password_for_nobody_is_refused(logins: LocalLogins) -> None:
    with pytest.raises(UnknownStaff):
        logins.set_password("ukendt", "noget langt")


@pytest.mark.parametrize("password", ["", "a" * (LONGEST_PASSWORD + 1)])
def test_a_password_without_sense_is_refused(logins: LocalLogins, password: str) -> None:
    with pytest.raises(ValueError, match="expected a password of 1 to"):
        logins.set_password("anna", password)


def test_the_longest_password_works_and_a_longer_one_is_not_cut_to_it(logins: LocalLogins) -> None:
    longest = "æ" * LONGEST_PASSWORD
    logins.set_password("anna", longest)
    assert logins.check("anna", longest)
    assert logins.check("anna", longest + "æ") is None


def test_a_hash_of_older_parameters_is_made_anew_at_the_next_login(records: InMemory) -> None:
    before = hash_of(records, "anna")
    newer = LocalLogins(records.open_work, hasher=PasswordHasher(time_cost=2, memory_cost=8, parallelism=1))
    assert newer.check("anna", "forkert") is None
    assert hash_of(records, "anna") == before
    assert newer.check("anna", PASSWORD)
    assert "t=2" in hash_of(records, "anna")
    assert newer.check("anna", PASSWORD)


def test_what_is_kept_is_an_argon2id_hash_as_owasp_asks(records: InMemory) -> None:
    LocalLogins(records.open_work).set_password("anna", "en sætning")
    assert hash_of(records, "anna").startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert RECOMMENDED.type.name == "ID"
