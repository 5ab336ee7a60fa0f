"""A stand-in for the served app: a login with a form secret, and answers that tell their durations."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

from assistant.bench.home import PASSWORD


class FakeApp(BaseHTTPRequestHandler):
    """Answers `simplified` to a question that says so, and 500 to one that says `fault`."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if self.path == "/login":
            self._send(
                200, '<input type="hidden" name="csrf_token" value="secret">', {"Set-Cookie": "form=1"}
            )
        else:
            self._send(200, "{}")

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if self.path == "/login":
            self._log_in({name: values[0] for name, values in parse_qs(body).items()})
        elif self.headers.get("Cookie") is None:
            self._send(401, "{}")
        else:
            self._answer(json.loads(body))

    def log_message(self, format: str, *arguments: object) -> None:
        """Silent."""

    def _log_in(self, form: dict[str, str]) -> None:
        right = form["csrf_token"] == "secret" and form["password"] == PASSWORD
        self._send(303 if right else 401, "", {"Set-Cookie": f"rytme_session={form['staff']}"})

    def _answer(self, asked: dict[str, Any]) -> None:
        answer = {
            "kind": "plan",
            "text": asked["text"],
            "simplified": asked["text"] == "simplified",
            "conversation": asked.get("conversation", "c-") + "+",
        }
        status = 500 if asked["text"] == "fault" else 200
        self._send(status, json.dumps(answer), {"Server-Timing": "nlu;dur=0.02, answering;dur=0.01"})

    def _send(self, status: int, text: str, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {**(headers or {}), "Content-Length": str(len(text.encode()))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(text.encode())


@contextmanager
def fake_app() -> Iterator[str]:
    """The address of a stand-in that runs for the length of the block."""
    with ThreadingHTTPServer(("127.0.0.1", 0), FakeApp) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
