"""Asking the Rasa server what a sentence means, over loopback HTTP."""

import threading
import time
from collections.abc import Mapping
from typing import Any

import httpx

from nlu.types import Entity, NluUnavailable, Understanding

# After a failure Rasa is left alone for this long, so that a server that is down costs one slow
# answer and not every answer.
REST_S = 2.0


class RasaClient:
    """Understands Danish sentences by a Rasa NLU server (`POST /model/parse`).

        client = RasaClient("http://127.0.0.1:5005", token="…", timeout_s=1.5)
        client.understand("hvad skal Jens kl. 14?").intent      # "ask_plan"

    Safe to use from several threads.

    :param timeout_s: how long to wait for one answer.
    :param rest_s: for how long a server that failed is not asked again.
    """

    def __init__(
        self,
        url: str,
        *,
        token: str,
        timeout_s: float = 1.5,
        rest_s: float = REST_S,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._rest_s = rest_s
        self._client = httpx.Client(
            base_url=url, timeout=timeout_s, transport=transport, trust_env=False, params={"token": token}
        )
        self._lock = threading.Lock()
        self._resting_until = 0.0

    def understand(self, text: str) -> Understanding:
        """Intent and entities of `text`.

        :raises NluUnavailable: when the server does not answer in time or answers no understanding;
            also for a short while after that, without asking again.
        """
        if time.monotonic() < self._resting_until:
            raise NluUnavailable("the NLU server failed a moment ago and is asked again soon")
        try:
            response = self._client.post("/model/parse", json={"text": text})
            response.raise_for_status()
            return _understanding(text, response.json())
        except (httpx.HTTPError, ValueError, KeyError, TypeError) as problem:
            with self._lock:
                self._resting_until = time.monotonic() + self._rest_s
            raise NluUnavailable(f"the NLU server did not answer: {type(problem).__name__}") from problem

    def ready(self) -> bool:
        """Whether the server has a model loaded and answers."""
        try:
            response = self._client.get("/status")
            return response.status_code == httpx.codes.OK and bool(response.json().get("model_file"))
        except (httpx.HTTPError, ValueError):
            return False

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()


class NoNlu:
    """Stands in where no NLU server is wanted: every answer is made in the simplified mode."""

    def understand(self, text: str) -> Understanding:
        """
        :raises NluUnavailable: always.
        """
        raise NluUnavailable("no NLU server is configured (RYTME_NLU=off)")

    def ready(self) -> bool:
        """Never."""
        return False


def _understanding(text: str, answer: Mapping[str, Any]) -> Understanding:
    return Understanding(
        text=text,
        intent=answer["intent"]["name"],
        confidence=float(answer["intent"]["confidence"]),
        entities=tuple(
            Entity(
                kind=each["entity"],
                text=text[each["start"] : each["end"]],
                span=(each["start"], each["end"]),
                confidence=float(each.get("confidence_entity", 1.0)),
            )
            for each in answer.get("entities", ())
        ),
    )
