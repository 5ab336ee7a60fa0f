"""Vectors as bytes: half precision, with a checksum, because a flipped bit would go unnoticed."""

import hashlib
from typing import TYPE_CHECKING

from assistant.services.ports import PassageKey

if TYPE_CHECKING:
    from retrieval.ports import Vector

_HALF = "<f2"


def blob_of(vector: "Vector") -> bytes:
    """The vector in half precision, little-endian: 768 bytes for 384 dimensions."""
    return vector.astype(_HALF).tobytes()


def vector_of(blob: bytes) -> "Vector":
    """The vector of these bytes."""
    import numpy as np  # takes 0.1 s to load, and most commands need no vector

    return np.frombuffer(blob, _HALF).astype(np.float32)


def checksum(model: str, key: PassageKey, digest: str, blob: bytes) -> bytes:
    """8 bytes over the vector and whose it is, so that a vector in the wrong row is noticed too."""
    told = "\0".join([model, *map(str, key), digest, ""]).encode(errors="replace")
    return hashlib.blake2b(told + blob, digest_size=8).digest()
