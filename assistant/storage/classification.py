"""Which stored columns are personal: one table, and a test breaks until a new column stands in it.

Personal is what tells something about a citizen or a staff member, or leads to one. It may not
be logged, measured or copied out of the database except by an export that somebody asked for.
"""

from enum import StrEnum


class Sensitivity(StrEnum):
    """What a column may be used for."""

    PERSONAL = "personal"
    NOT_PERSONAL = "not personal"


_P = Sensitivity.PERSONAL
_N = Sensitivity.NOT_PERSONAL

COLUMNS: dict[str, dict[str, Sensitivity]] = {
    "care_unit": {"municipality": _N, "id": _N, "name": _N, "shifts": _N},
    "staff": {"municipality": _N, "id": _P, "name": _P, "role": _P, "care_units": _P, "email": _P},
    "citizen": {
        "municipality": _N, "id": _P, "name": _P, "care_unit": _P, "preferred_name": _P, "birth_date": _P,
        "address": _P, "alerts": _P, "cpr_sealed": _P, "cpr_digest": _P,
    },
    # Guidance is personal as a whole: a handleanvisning is about one citizen.
    "guidance": {
        "municipality": _N, "id": _P, "revision": _P, "kind": _P, "citizen": _P, "title": _P, "text": _P,
        "status": _P, "valid_from": _P, "valid_to": _P, "review_by": _P, "approved_by": _P, "fsiii": _P,
    },
    # So is what is made of it: a vector tells roughly what its text says.
    "passage": {
        "municipality": _N, "guidance": _P, "revision": _P, "position": _P, "heading": _P, "start": _P,
        "end": _P, "digest": _P, "way_of_splitting": _N,
    },
    "passage_vector": {
        "municipality": _N, "guidance": _P, "revision": _P, "position": _P, "model": _N, "digest": _P,
        "vector": _P, "checksum": _P,
    },
    "planned_help": {
        "municipality": _N, "id": _P, "citizen": _P, "title": _P, "start": _P, "end": _P, "recurrence": _P,
        "valid_from": _P, "valid_to": _P, "guidance": _P, "least_role": _P, "remark": _P, "fsiii": _P,
    },
    "note": {
        "municipality": _N, "id": _P, "citizen": _P, "author": _P, "at": _P, "text": _P, "conditions": _P,
        "measurements": _P, "follow_ups": _P, "status": _P,
    },
    "completion": {
        "municipality": _N, "planned_help": _P, "date": _P, "by": _P, "at": _P, "outcome": _P, "reason": _P,
    },
    "conversation": {"municipality": _N, "id": _P, "staff": _P, "state": _P, "updated_at": _P},
    "account": {"municipality": _N, "staff": _P, "password_hash": _P},
    "topic_version": {"municipality": _N, "topic": _N, "number": _N},
    "cpr_key": {"municipality": _N, "fingerprint": _N},
}  # fmt: skip
