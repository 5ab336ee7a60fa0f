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

    def _status(self, timeout_s: float) -> dict[str, Any] | None:
        connection = http.client.HTTPConnection(LOOPBACK, self.port, timeout=timeout_s)
        try:
            connection.request("GET", f"/status?token={quote(self.token)}")
            response = connection.getresponse()
            body = response.read()
            found = json.loads(body) if response.status == http.HTTPStatus.OK else None
        except (OSError, http.client.HTTPException, ValueError):
            return None
        finally:
            connection.close()
        return found if isinstance(found, dict) and found.get("model_file") else None
