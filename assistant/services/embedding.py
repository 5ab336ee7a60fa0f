"""Gives every passage of published guidance its vector, a few at a time, and mends damaged ones."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from assistant.services.ports import OpenWork, PassageKey, PassageToEmbed, PassageVector

if TYPE_CHECKING:
    from retrieval.ports import Embedder  # numpy takes 0.1 s to load

BATCH = 16
"""Passages embedded and stored at once: a second or two of work that a killed process loses."""
_SPLIT_AT_ONCE = 200

Progress = Callable[[int], None]
"""Told how many passages have been embedded so far."""


def catch_up(
    open_work: OpenWork,
    embedder: "Embedder",
    *,
    check_stored: bool = True,
    progress: Progress = lambda done: None,
    go_on: Callable[[], bool] = lambda: True,
) -> int:
    """Embed whatever published passage has no sound vector of this model; how many were.

    Nobody is held up: texts are read, embedded with no transaction open, and stored. What was
    changed or taken away meanwhile is passed over. Killed at any moment, it goes on where it was.

    :param check_stored: whether vectors that are stored are checked too, and damaged ones made anew;
        that reads them all (1 s for 100,000).
    :param go_on: asked between batches; False ends it early.
    :raises StorageFailed: when the database failed; what was stored before stays.
    """
    if check_stored:
        with open_work() as work:
            if work.passages.drop_damaged(embedder.model):
                work.commit()
    while go_on() and _split_some(open_work):
        pass
    done = 0
    after: PassageKey | None = None
    while go_on():
        with open_work() as work:
            waiting = work.passages.without_vector(embedder.model, after=after, limit=BATCH)
        if not waiting:
            break
        vectors = embed(waiting, embedder)
        with open_work() as work:
            work.passages.put_vectors(embedder.model, vectors)
            work.commit()
        done += len(waiting)
        after = waiting[-1].key
        progress(done)
    return done


def embed(passages: list[PassageToEmbed], embedder: "Embedder") -> list[PassageVector]:
    """The vectors of these passages.

    Who publishes a guidance may store them with it: put the guidance, embed what `without_vector`
    then names, `put_vectors`, and commit.
    """
    rows = embedder.passages([each.text for each in passages])
    return [PassageVector(each.key, each.digest, row) for each, row in zip(passages, rows, strict=True)]


def _split_some(open_work: OpenWork) -> int:
    with open_work() as work:
        split = work.passages.split_missing(limit=_SPLIT_AT_ONCE)
        if split:
            work.commit()
    return split
