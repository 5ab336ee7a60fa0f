"""Asking Rasa, and going on without it."""

import httpx
import pytest

from nlu.rasa_client import NoNlu, RasaClient
from nlu.types import Entity, NluUnavailable

PARSED = {
    "text": "hvad skal Åse kl. 14?",
    "intent": {"name": "ask_plan", "confidence": 0.97},
    "entities": [
        {"entity": "citizen", "start": 10, "end": 13, "confidence_entity": 0.9, "value": "Åse"},
        {"entity": "time", "start": 14, "end": 20, "confidence_entity": 0.8, "value": "kl. 14"},
    ],
}


class FakeRasa:
    """Stands in for the server: answers what it is told to, and remembers what it was asked."""

    def __init__(self, *answers: httpx.Response | Exception) -> None:
        self.answers = list(answers)
        self.asked: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


def client(rasa: FakeRasa) -> RasaClient:
    return RasaClient("http://127.0.0.1:5005", token="hemmelig", transport=httpx.MockTransport(rasa))


def test_intent_and_entities_are_those_of_the_sentence() -> None:
    understood = client(FakeRasa(httpx.Response(200, json=PARSED))).understand("hvad skal Åse kl. 14?")
    assert (understood.intent, understood.confidence) == ("ask_plan", 0.97)
    assert understood.entities[0] == Entity("citizen", "Åse", (10, 13), 0.9)


def test_the_token_goes_with_every_question() -> None:
    rasa = FakeRasa(httpx.Response(200, json=PARSED))
    client(rasa).understand("hvad skal Åse kl. 14?")
    assert rasa.asked[0].url.params["token"] == "hemmelig"


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(500),
        httpx.Response(401, json={"status": "failure"}),
        httpx.Response(200, text="<html>"),
        httpx.Response(200, json={"intent": None}),
        httpx.Response(200, json=[]),
        httpx.ConnectError("refused"),
        httpx.ReadTimeout("slow"),
    ],
)
def test_a_server_that_fails_in_any_way_is_unavailable(answer: httpx.Response | Exception) -> None:
    with pytest.raises(NluUnavailable):
        client(FakeRasa(answer)).understand("hvad skal Åse?")


def test_a_server_that_failed_is_left_alone_for_a_moment() -> None:
    rasa = FakeRasa(httpx.ConnectError("refused"))
    asking = client(rasa)
    for _ in range(3):
        with pytest.raises(NluUnavailable):
            asking.understand("hvad skal Åse?")
    assert len(rasa.asked) == 1


@pytest.mark.parametrize(
    ("answer", "ready"),
    [
        (httpx.Response(200, json={"model_file": "nlu.tar.gz"}), True),
        (httpx.Response(200, json={"model_file": None}), False),
        (httpx.Response(401), False),
        (httpx.ConnectError("refused"), False),
    ],
)
def test_it_is_ready_when_a_model_is_loaded(answer: httpx.Response | Exception, ready: bool) -> None:
    assert client(FakeRasa(answer)).ready() is ready


def test_without_a_server_nothing_is_understood() -> None:
    assert not NoNlu().ready()
    with pytest.raises(NluUnavailable, match="RYTME_NLU"):
        NoNlu().understand("hej")


def test_a_client_without_rest_asks_again_at_once() -> None:
    rasa = FakeRasa(httpx.ReadTimeout("slow"), httpx.Response(200, json=PARSED))
    asking = RasaClient(
        "http://127.0.0.1:5005", token="hemmelig", rest_s=0.0, transport=httpx.MockTransport(rasa)
    )
    with pytest.raises(NluUnavailable):
        asking.understand("hvad skal Åse kl. 14?")
    assert asking.understand("hvad skal Åse kl. 14?").intent == "ask_plan"
