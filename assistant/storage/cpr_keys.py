"""The file with the keys of the CPR numbers: made at first use, readable by its owner only."""

import hashlib
import hmac
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from assistant.services.ports import StorageFailed

FILE_NAME = "cpr.key"
_BYTES = 32


@dataclass(frozen=True, slots=True, repr=False)
class CprKeys:
    """One key that seals and one that makes digests. They are never shown, logged or stored in a row."""

    sealing: bytes
    digesting: bytes

    def fingerprint(self, municipality: str) -> bytes:
        """What the database remembers of the keys, so that others are not mistaken for them."""
        return hmac.digest(self.digesting, b"fingerprint\0" + municipality.encode(), hashlib.sha256)


def read_keys(folder: Path) -> CprKeys | None:
    """The keys in `folder`, or None where there is no key file.

    :raises StorageFailed: when the file cannot be read or is not a key file.
    """
    path = folder / FILE_NAME
    try:
        text = path.read_text("ascii")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise _failed(f"the key file {path} cannot be read; restore it from the backup") from error
    try:
        sealing, digesting = (bytes.fromhex(line) for line in text.split())
    except ValueError as error:
        raise _failed(f"{path} is not a key file; restore it from the backup") from error
    if (len(sealing), len(digesting)) != (_BYTES, _BYTES):
        raise _failed(f"{path} is not a whole key file; restore it from the backup")
    return CprKeys(sealing, digesting)


def make_keys(folder: Path) -> CprKeys:
    """New keys in `folder`, or those that another process made a moment before.

    :raises StorageFailed: when the file cannot be written.
    """
    path = folder / FILE_NAME
    draft = folder / f".{FILE_NAME}.{secrets.token_hex(8)}"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(f"{secrets.token_hex(_BYTES)}\n{secrets.token_hex(_BYTES)}\n")
                file.flush()
                os.fsync(file.fileno())
            # A link either appears whole or not at all, and never replaces a key that is there.
            with suppress(FileExistsError):
                os.link(draft, path)
        finally:
            draft.unlink()
    except OSError as error:
        raise _failed(
            f"the key file {path} cannot be written; give this user the right to write it"
        ) from error
    keys = read_keys(folder)
    if keys is None:
        raise _failed(f"the key file {path} was removed while it was made; try again")
    return keys


def _failed(what: str) -> StorageFailed:
    return StorageFailed(f"the CPR numbers cannot be used: {what}", reason="key_lost")
