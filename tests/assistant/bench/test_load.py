"""Asking over HTTP: with a login, in conversations, from several clients, and every fault counted."""

from collections.abc import Iterator

import pytest

from assistant.bench.asking import Asker
from assistant.bench.failures import BenchFailed
from assistant.bench.home import PASSWORD
from assistant.bench.load import Connection, Sample, log_in, server_timing
from assistant.bench.questions import BenchQuestion
from assistant.bench.throughput import run_clients
from tests.assistant.bench.fake_app import fake_app


@pytest.fixture
def url() -> Iterator[str]:
    with fake_app() as address:
        yield address


def question(text: str = "hvad skal Jens nu", thread: str = "a") -> BenchQuestion:
    return BenchQuestion("plan", "anna", thread, text)


def test_a_login_gives_the_cookie_of_its_session(url: str) -> None:
    assert "rytme_session=anna" in log_in(url, "anna", PASSWORD)


def test_a_refused_login_is_said_in_a_sentence(url: str) -> None:
    with pytest.raises(BenchFailed, match="the login of 'anna' was refused"):
        log_in(url, "anna", "wrong")


def test_questions_of_one_thread_are_one_conversation(url: str) -> None:
    asker = Asker(Connection(url), {"anna": "rytme_session=anna"})

    said = [
        asker.ask(each).sample.body["conversation"] for each in (question(), question(), question(thread="b"))
    ]

    assert said == ["c-+", "c-++", "c-+"]


def test_a_new_round_begins_new_conversations(url: str) -> None:
    asker = Asker(Connection(url), {"anna": "rytme_session=anna"})

    said = [
        each.sample.body["conversation"] for _ in range(2) for each in asker.once([question(), question()])
    ]

    assert said == ["c-+", "c-++", "c-+", "c-++"]


def test_the_apps_own_share_is_all_but_the_parse(url: str) -> None:
    asked = Asker(Connection(url), {"anna": "rytme_session=anna"}).ask(question())

    assert asked.sample.parts == {"nlu": 0.02, "answering": 0.01}
    assert asked.own_ms == pytest.approx(asked.sample.ms - 0.02)


@pytest.mark.parametrize(
    ("text", "is_answer", "is_simplified"), [("fault", False, False), ("simplified", True, True)]
)
def test_a_fault_and_an_answer_without_rasa_are_told_apart(
    url: str, text: str, is_answer: bool, is_simplified: bool
) -> None:
    sample = Asker(Connection(url), {"anna": "rytme_session=anna"}).ask(question(text)).sample

    assert (sample.is_answer, sample.is_simplified) == (is_answer, is_simplified)


def test_a_server_that_is_not_there_is_an_error_and_no_traceback() -> None:
    with fake_app() as address:
        pass

    assert Connection(address).get("/healthz").status == 0


def test_a_connection_that_was_hung_up_on_is_made_anew(url: str) -> None:
    connection = Connection(url)
    connection.get("/healthz")
    connection._http.sock.shutdown(2)

    assert connection.get("/healthz").status == 200


def test_clients_share_the_time_and_count_their_errors() -> None:
    def exchange(count: int) -> Sample:
        return Sample(1.0, 500 if count == 0 else 200)

    load = run_clients([exchange, exchange], seconds=0.1)

    assert load.errors == 2
    assert load.per_second == pytest.approx((len(load.samples) - 2) / load.seconds)


def test_what_one_client_stumbles_over_ends_all(url: str) -> None:
    def stumbling(count: int) -> Sample:
        raise RuntimeError("stumbled")

    with pytest.raises(RuntimeError, match="stumbled"):
        run_clients([stumbling, lambda count: Connection(url).get("/healthz")], seconds=600)


def test_a_header_without_durations_gives_none() -> None:
    assert server_timing("") == {}
    assert server_timing("cache;desc=hit") == {}
