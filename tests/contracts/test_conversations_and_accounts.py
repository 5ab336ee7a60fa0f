"""The contracts of `Conversations` and `Accounts`."""

from dataclasses import replace

from assistant.services.ports import Account, OpenWork, StoredConversation
from tests.contracts.conftest import Home
from tests.records_of_a_home import at

TALK = StoredConversation(
    "c-1", "anna", {"citizen": "b-1", "shown": ["d-1"], "æ\0\ud800": [1, 2.5, None, True, {}]}, at(9)
)
ACCOUNT = Account("anna", "$argon2id$v=19$not-a-real-hash")


def test_a_conversation_comes_back_as_it_was(furnished: OpenWork) -> None:
    with furnished() as work:
        work.conversations.put(TALK)
        work.commit()
    with furnished() as work:
        assert work.conversations.get("c-1") == TALK


def test_a_later_state_takes_the_place_of_the_earlier(furnished: OpenWork) -> None:
    later = replace(TALK, state={}, updated_at=at(10))
    with furnished() as work:
        work.conversations.put(TALK)
        work.conversations.put(later)
        work.commit()
    with furnished() as work:
        assert work.conversations.get("c-1") == later


def test_a_conversation_that_is_not_there_is_none(home: Home, furnished: OpenWork) -> None:
    with furnished() as work:
        work.conversations.put(TALK)
        work.commit()
        assert work.conversations.get("c-2") is None
    with home.neighbour() as work:
        assert work.conversations.get("c-1") is None


def test_an_account_comes_back_and_can_be_replaced(furnished: OpenWork) -> None:
    with furnished() as work:
        work.accounts.put(ACCOUNT)
        work.commit()
        work.accounts.put(replace(ACCOUNT, password_hash="another"))
        work.commit()
    with furnished() as work:
        assert work.accounts.get("anna") == Account("anna", "another")


def test_staff_without_an_account_have_none(furnished: OpenWork) -> None:
    with furnished() as work:
        assert work.accounts.get("karin") is None
