"""Local logins: a staff id and a password, kept as an argon2id hash."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from assistant.domain.staff import Staff
from assistant.services.errors import UnknownStaff
from assistant.services.ports import Account, OpenWork

# OWASP's smallest recommended argon2id: 19 MiB and two passes, so that eight logins at once
# cost 152 MiB and not half a gigabyte.
RECOMMENDED = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
LONGEST_PASSWORD = 512


class LocalLogins:
    """Answers whether a password is the one of a staff member.

    >>> logins = LocalLogins(open_work)
    >>> logins.set_password("anna", "en lang sætning som adgangskode")
    >>> logins.check("anna", "en lang sætning som adgangskode").name
    'Anna Brandt'
    """

    def __init__(self, open_work: OpenWork, *, hasher: PasswordHasher = RECOMMENDED) -> None:
        self._open_work = open_work
        self._hasher = hasher
        self._of_nobody: str | None = None

    def check(self, staff: str, password: str) -> Staff | None:
        """The staff member whose password this is, or None.

        An id that nobody has costs the same time as a wrong password, so that the time tells
        nobody who works here. A hash made with older parameters is made anew.

        :raises StorageFailed: when the database does not answer.
        """
        with self._open_work() as work:
            account = work.accounts.get(staff)
            member = work.staff.find([staff]).get(staff)
        known = account is not None and member is not None
        of_nobody = self._hash_of_nobody()
        right = self._fits(account.password_hash if account and known else of_nobody, password)
        if not (known and right):
            return None
        assert account is not None
        if self._hasher.check_needs_rehash(account.password_hash):
            self._store(staff, password)
        return member

    def set_password(self, staff: str, password: str) -> None:
        """Give a staff member this password in place of the one they had.

        :raises UnknownStaff: when nobody has that id.
        :raises ValueError: when the password is empty or longer than `LONGEST_PASSWORD`.
        """
        if not 0 < len(password) <= LONGEST_PASSWORD:
            raise ValueError(
                f"expected a password of 1 to {LONGEST_PASSWORD} characters, found {len(password)}"
            )
        with self._open_work() as work:
            if staff not in work.staff.find([staff]):
                raise UnknownStaff(staff)
        self._store(staff, password)

    def staff(self, staff: str) -> Staff | None:
        """The staff member of that id as stored now, or None: they may have left since they logged in."""
        with self._open_work() as work:
            return work.staff.find([staff]).get(staff)

    def _store(self, staff: str, password: str) -> None:
        account = Account(staff, self._hasher.hash(password.encode("utf-8", "surrogatepass")))
        with self._open_work() as work:
            work.accounts.put(account)
            work.commit()

    def _fits(self, password_hash: str, password: str) -> bool:
        try:
            # Cut, not refused: a refusal would be quicker than a check, and would tell so.
            given = password[: LONGEST_PASSWORD + 1].encode("utf-8", "surrogatepass")
            return self._hasher.verify(password_hash, given)
        except (VerificationError, InvalidHashError):
            return False

    def _hash_of_nobody(self) -> str:
        if self._of_nobody is None:
            self._of_nobody = self._hasher.hash("nobody has this password")
        return self._of_nobody
