"""The key that signs session cookies: a file in the home, made at first use, for its owner only."""

import os
import secrets
import tempfile
from pathlib import Path

BYTES = 32


def secret_key_in(home: Path) -> bytes:
    """The key of this home; all workers get the same, also when they ask for the first time at once.

    :raises OSError: when the file can be neither read nor made.
    """
    file = home / "keys" / "session.key"
    if not file.exists():
        _make(file)
    key = file.read_bytes()
    if len(key) < BYTES:
        raise OSError(
            f"{file} holds {len(key)} bytes, expected {BYTES}; delete it, and everyone logs in anew"
        )
    return key


def _make(file: Path) -> None:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # mkstemp makes it 0600. A link fails where the name exists, so the first of several workers
    # wins, and nobody ever reads half a key.
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".session-")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(secrets.token_bytes(BYTES))
            out.flush()
            os.fsync(out.fileno())
        os.link(name, file)
    except FileExistsError:
        pass
    finally:
        Path(name).unlink()
