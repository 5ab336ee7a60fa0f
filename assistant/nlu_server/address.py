"""Where a Rasa server is, and whether it answers there."""

import http.client
import json
import secrets
import socket
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import quote, urlsplit

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class NluAddress:
    """The URL of a Rasa server on this machine, and the token that it asks for."""

    url: str
    token: str

    @classmethod
    def choose(cls, port: int = 0) -> Self:
        """An address for a server to be started, with a token of its own.

        :param port: 0 takes one that is free now.
        """
        if not port:
            with socket.create_server((LOOPBACK, 0)) as free:
                port = free.getsockname()[1]
        return cls(url=f"http://{LOOPBACK}:{port}", token=secrets.token_urlsafe(24))

    @property
    def port(self) -> int:
        """The port of the URL."""
        port = urlsplit(self.url).port
        assert port is not None, self.url
        return port

    def answers(self, timeout_s: float = 1.0) -> bool:
        """Whether a server with a loaded model answers there, and takes the token."""
        return self._status(timeout_s) is not None

    def model(self, timeout_s: float = 1.0) -> str | None:
        """The file name of the model that the server has loaded; None when it does not answer."""
        status = self._status(timeout_s)
        return None if status is None else str(status.get("model_file"))

    def understands(self, timeout_s: float = 10.0) -> bool:
        """Whether it reads a sentence; the first one after a start takes long, and so is best done here."""
        body = self._exchange("POST", "/model/parse", timeout_s, json.dumps({"text": "hej"}))
        return body is not None and "intent" in body

    def _status(self, timeout_s: float) -> dict[str, Any] | None:
        found = self._exchange("GET", "/status", timeout_s)
        return found if found and found.get("model_file") else None

    def _exchange(
        self, method: str, path: str, timeout_s: float, body: str | None = None
    ) -> dict[str, Any] | None:
        """The JSON object that the server answers, or None when it answers none."""
        connection = http.client.HTTPConnection(LOOPBACK, self.port, timeout=timeout_s)
        try:
            connection.request(method, f"{path}?token={quote(self.token)}", body)
            response = connection.getresponse()
            answer = response.read()
            found = json.loads(answer) if response.status == http.HTTPStatus.OK else None
        except (OSError, http.client.HTTPException, ValueError):
            return None
        finally:
            connection.close()
        return found if isinstance(found, dict) else None
