"""Asking over HTTP as a browser would: log in, keep the cookie, time each answer."""

import http.client
import json
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlsplit

import httpx

from assistant.bench.failures import BenchFailed
from assistant.nlu_server.address import NluAddress

TIMEOUT_S = 30.0
_TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="csrf_token"')


@dataclass(frozen=True, slots=True)
class Sample:
    """One exchange: milliseconds from the first byte sent to the last byte read.

    `parts` are the server's own milliseconds (its Server-Timing header), `body` what it answered;
    status 0 says that no answer came.
    """

    ms: float
    status: int
    body: Mapping[str, Any] = field(default_factory=dict)
    parts: Mapping[str, float] = field(default_factory=dict)

    @property
    def is_answer(self) -> bool:
        """Whether an answer came, and no refusal or fault."""
        return self.status == http.client.OK

    @property
    def is_simplified(self) -> bool:
        """Whether the answer was made without Rasa: where Rasa serves, that is a failure too."""
        return bool(self.body.get("simplified", False))


class Connection:
    """One kept connection to one server, as thin as the standard library allows.

    A heavy client would be measured with the server: both run on the same machine.
    """

    def __init__(self, url: str) -> None:
        where = urlsplit(url)
        self._http = http.client.HTTPConnection(where.hostname or "127.0.0.1", where.port, timeout=TIMEOUT_S)

    def get(self, path: str) -> Sample:
        """Fetch a page."""
        return self._timed("GET", path, None, {})

    def post(self, path: str, body: Mapping[str, Any], *, cookie: str = "") -> Sample:
        """Send JSON."""
        headers = {"Content-Type": "application/json"} | ({"Cookie": cookie} if cookie else {})
        return self._timed("POST", path, json.dumps(body).encode(), headers)

    def close(self) -> None:
        """Hang up."""
        self._http.close()

    def _timed(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]) -> Sample:
        if self._http.sock is not None:
            try:
                return self._once(method, path, body, headers)
            except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
                # A kept connection that was idle has been hung up on: the next is new, and so is the clock.
                self._http.close()
        began = time.perf_counter()
        try:
            return self._once(method, path, body, headers)
        except (OSError, http.client.HTTPException):
            self._http.close()
            return Sample((time.perf_counter() - began) * 1000, 0)

    def _once(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]) -> Sample:
        began = time.perf_counter()
        self._http.request(method, path, body=body, headers=dict(headers))
        response = self._http.getresponse()
        content = response.read()
        ms = (time.perf_counter() - began) * 1000
        parts = server_timing(response.getheader("Server-Timing", ""))
        return Sample(ms, response.status, _object(content), parts)


def server_timing(header: str) -> dict[str, float]:
    """The milliseconds of a Server-Timing header.

    >>> server_timing("nlu;dur=8.1, answering;dur=3")
    {'nlu': 8.1, 'answering': 3.0}
    """
    found = {}
    for entry in header.split(","):
        name, _, duration = entry.strip().partition(";dur=")
        if duration:
            found[name] = float(duration)
    return found


def log_in(url: str, staff: str, password: str) -> str:
    """The Cookie header of a session of this staff member.

    :raises BenchFailed: when the app does not let them in.
    """
    with httpx.Client(base_url=url, timeout=TIMEOUT_S, trust_env=False) as browser:
        token = _TOKEN.search(browser.get("/login").text)
        form = {"staff": staff, "password": password}
        if token:
            form["csrf_token"] = token[1] or token[2]
        answer = browser.post("/login", data=form)
        if answer.status_code not in (302, 303):
            raise BenchFailed(
                f"the login of {staff!r} was refused with status {answer.status_code}; expected 303"
            )
        return "; ".join(f"{name}={value}" for name, value in browser.cookies.items())


def parse(connection: Connection, nlu: NluAddress, text: str) -> Sample:
    """Ask Rasa itself for the meaning of a sentence."""
    return connection.post(f"/model/parse?token={quote(nlu.token)}", {"text": text})


def _object(content: bytes) -> Mapping[str, Any]:
    try:
        found = json.loads(content)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
