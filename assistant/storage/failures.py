"""What a database's own error means, as one sentence that says what to do."""

from assistant.services.ports import StorageFailed

_SENTENCES = {
    "locked": (
        "the database is locked by another program that is writing; nothing was kept: "
        "wait until it is done (an import may be running) and try again"
    ),
    "full": "the disk of the database is full; nothing was kept: free some space and try again",
    "read_only": (
        "the database may only be read, so nothing was kept: "
        "give this user the right to write the database file and its folder"
    ),
    "unreachable": (
        "the database cannot be reached or read ({detail}); nothing was kept: "
        "check the setting RYTME_DATABASE_URL, that the database runs, and that its file is whole"
    ),
    "outdated": (
        "the tables of the database are missing or of another version ({detail}): "
        "start Rytme once so that it brings them up to date, and then try again"
    ),
}

_SQLITE = {
    "SQLITE_BUSY": "locked",
    "SQLITE_LOCKED": "locked",
    "SQLITE_FULL": "full",
    "SQLITE_READONLY": "read_only",
    "SQLITE_CANTOPEN": "unreachable",
    "SQLITE_IOERR": "unreachable",
    "SQLITE_CORRUPT": "unreachable",
    "SQLITE_NOTADB": "unreachable",
    "SQLITE_PERM": "unreachable",
    "SQLITE_AUTH": "unreachable",
    "SQLITE_NOMEM": "unreachable",
    "SQLITE_PROTOCOL": "locked",
    "SQLITE_SCHEMA": "outdated",
}

# The first five or the first two characters of an SQLSTATE.
_POSTGRESQL = {
    "55P03": "locked",
    "57014": "locked",
    "40001": "locked",
    "40P01": "locked",
    "53100": "full",
    "25006": "read_only",
    "42501": "read_only",
    "42P01": "outdated",
    "42703": "outdated",
    "3D000": "unreachable",
    "08": "unreachable",
    "28": "unreachable",
    "53": "unreachable",
    "57": "unreachable",
    "58": "unreachable",
    "XX": "unreachable",
}


def failure(reason: str, detail: str = "") -> StorageFailed:
    """The error with the sentence of `reason`; `detail` must hold no stored value."""
    return StorageFailed(_SENTENCES[reason].format(detail=detail), reason=reason)


def meaning_of(error: BaseException) -> StorageFailed | None:
    """What an error of the driver means, or None where it is a fault of the program.

    Only names and codes of the database are told, never its message, which may hold a value.
    """
    name = getattr(error, "sqlite_errorname", None)
    if name is not None:
        return _of_sqlite(name, error)
    if type(error).__module__.startswith("psycopg"):
        return _of_postgresql(error)
    return None


def _of_sqlite(name: str, error: BaseException) -> StorageFailed | None:
    base = "_".join(name.split("_")[:2])
    # A missing table has no code of its own; SQLite says it in words.
    if base == "SQLITE_ERROR" and str(error).startswith(("no such table", "no such column")):
        return failure("outdated", str(error))
    reason = _SQLITE.get(base)
    return failure(reason, name) if reason else None


def _of_postgresql(error: BaseException) -> StorageFailed | None:
    state: str | None = getattr(error, "sqlstate", None)
    if state is None:
        # Without a state the server did not answer, or the connection broke.
        return failure("unreachable", "no answer") if type(error).__name__ == "OperationalError" else None
    reason = _POSTGRESQL.get(state) or _POSTGRESQL.get(state[:2])
    return failure(reason, f"SQLSTATE {state}") if reason else None
