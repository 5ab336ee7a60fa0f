"""The socket on which the app listens: opened before the app starts, so that its port is certain."""

import errno
import socket


class AddressTaken(Exception):
    """The app cannot listen there; the message says why and what to set."""


def listen(host: str, port: int, *, or_any_port: bool = False) -> socket.socket:
    """A listening socket, to be handed to the app.

    :param or_any_port: when the port is taken, take a free one instead.
    :raises AddressTaken: when nothing can listen there.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=1024)
    except OSError as error:
        if error.errno == errno.EADDRINUSE and or_any_port:
            return listen(host, 0)
        raise AddressTaken(
            f"cannot listen on {host} port {port}: {error.strerror or error}; "
            "set RYTME_PORT to another port (0 takes a free one) or RYTME_HOST to an address of this machine"
        ) from error
    except OverflowError as error:
        raise AddressTaken(f"RYTME_PORT is {port}; expected a number from 0 to 65535") from error


def url_of(listening: socket.socket) -> str:
    """The address to open in a browser on this machine."""
    host, port = listening.getsockname()[:2]
    if host in ("0.0.0.0", "::"):
        host = "127.0.0.1"
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
