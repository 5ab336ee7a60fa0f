"""CPR numbers sealed for the database, and their digests by which one can be looked up."""

import hashlib
import hmac
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import select

from assistant.services.ports import StorageFailed
from assistant.storage.cpr_keys import FILE_NAME, CprKeys, make_keys, read_keys
from assistant.storage.tables import CPR_KEY
from assistant.storage.transaction import Transaction

_NONCE = 12


class CprVault:
    """Seals with AES-GCM, bound to the municipality and the citizen, so no number fits another row.

    The keys stand in a file outside the database. The database remembers their fingerprint: a
    lost or foreign key file is told as what it is, and never replaced by a new one.
    """

    def __init__(self, transaction: Transaction, keys_folder: Path) -> None:
        self._transaction = transaction
        self._folder = keys_folder
        self._keys: CprKeys | None = None

    def seal(self, citizen: str, cpr: str) -> bytes:
        """The number as it is stored; different each time.

        :raises StorageFailed: when the keys are lost (`key_lost`); so do the other two.
        """
        nonce = secrets.token_bytes(_NONCE)
        cipher = AESGCM(self._for_writing().sealing)
        return nonce + cipher.encrypt(nonce, cpr.encode(), self._bound_to(citizen))

    def digest(self, cpr: str) -> bytes:
        """The keyed hash by which a number is looked up; the same each time."""
        message = f"{self._transaction.municipality}\0{cpr}".encode()
        return hmac.digest(self._for_writing().digesting, message, hashlib.sha256)

    def unseal(self, citizen: str, sealed: bytes) -> str:
        """The number that was sealed for this citizen."""
        cipher = AESGCM(self._for_reading().sealing)
        try:
            number = cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], self._bound_to(citizen))
        except InvalidTag as error:
            raise _lost(
                f"the number of citizen {citizen!r} was sealed with another key or for another row"
            ) from error
        return number.decode()

    def _for_reading(self) -> CprKeys:
        if self._keys is None:
            keys = read_keys(self._folder)
            if keys is None:
                raise _lost(f"the key file {self._folder / FILE_NAME} is missing")
            remembered = self._remembered()
            if remembered is not None and remembered != keys.fingerprint(self._transaction.municipality):
                raise _lost(f"{self._folder / FILE_NAME} is not the key file of this database")
            self._keys = keys
        return self._keys

    def _for_writing(self) -> CprKeys:
        if self._keys is None and self._remembered() is None:
            self._remember(read_keys(self._folder) or make_keys(self._folder))
        return self._for_reading()

    def _remembered(self) -> bytes | None:
        here = CPR_KEY.c.municipality == self._transaction.municipality
        fingerprint = self._transaction.read(select(CPR_KEY.c.fingerprint).where(here)).scalar_one_or_none()
        return None if fingerprint is None else bytes(fingerprint)

    def _remember(self, keys: CprKeys) -> None:
        municipality = self._transaction.municipality
        row = {"municipality": municipality, "fingerprint": keys.fingerprint(municipality)}
        self._transaction.write(self._transaction.insert_into(CPR_KEY).on_conflict_do_nothing(), [row])

    def _bound_to(self, citizen: str) -> bytes:
        return f"{self._transaction.municipality}\0{citizen}".encode()


def _lost(what: str) -> StorageFailed:
    return StorageFailed(
        f"the CPR numbers cannot be read: {what}; put the key file back from the backup",
        reason="key_lost",
    )
