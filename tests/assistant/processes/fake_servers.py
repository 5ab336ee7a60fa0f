"""Stand-ins for gunicorn and Rasa: real processes that do one thing each."""

import http.server
import signal
import subprocess
import sys


class Healthy(http.server.BaseHTTPRequestHandler):
    """Answers everything with 200."""

    def do_GET(self) -> None:
        body = b'{"model_file": "fake"}'
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Silent."""


def answering(port: str) -> None:
    """A server that answers until it is stopped."""
    http.server.HTTPServer(("127.0.0.1", int(port)), Healthy).serve_forever()


def with_a_worker(port: str) -> None:
    """A server with a child of its own, as gunicorn has."""
    subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    answering(port)


def stubborn(port: str) -> None:
    """A server that hears no SIGTERM."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    answering(port)


def falling(port: str) -> None:
    """Ends at once, with words on its way."""
    sys.stdout.write("the reason why I fell\n")
    sys.exit(3)


if __name__ == "__main__":
    globals()[sys.argv[1]](sys.argv[2])
