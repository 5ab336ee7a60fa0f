"""Passages and vectors in a real database: old homes, flipped bits, and indexes."""

from dataclasses import replace

import pytest
from sqlalchemy import text, update

from assistant.services.ports import PassageVector
from assistant.storage import Storage
from assistant.storage.tables import PASSAGE, PASSAGE_VECTOR
from tests.contracts.test_passages import MODEL, STOCKINGS, embed, keys
from tests.fake_embedder import FakeEmbedder
from tests.records_of_a_home import FALL, put_home


@pytest.fixture
def embedded(storage: Storage) -> Storage:
    """A home whose guidance is split and embedded."""
    with storage.open_work() as work:
        put_home(work)
        work.guidance.put([STOCKINGS])
        work.commit()
    embed(storage.open_work)
    return storage


@pytest.mark.parametrize(
    "damage",
    [
        {"vector": bytes(128)},
        {"vector": b"\x00"},
        {"digest": "another"},
        {"checksum": b"12345678"},
        {"position": 1},
    ],
)
def test_a_damaged_vector_is_never_given_and_can_be_mended(
    embedded: Storage, damage: dict[str, object]
) -> None:
    table = PASSAGE_VECTOR.c
    with embedded.engine.begin() as connection:
        if "position" in damage:  # two vectors in each other's rows
            connection.execute(text("DELETE FROM passage_vector WHERE guidance = 'h-2' AND position = 1"))
        chosen = (table.guidance == "h-2") & (table.position == 0)
        connection.execute(update(PASSAGE_VECTOR).where(chosen).values(**damage))
    with embedded.open_work() as work:
        assert [each.key for each in work.passages.vectors(MODEL, [("h-2", 1)])] in ([("h-2", 1, 1)], [])
        assert work.passages.drop_damaged(MODEL) == 1
        work.commit()
    embed(embedded.open_work)
    with embedded.open_work() as work:
        assert len(work.passages.vectors(MODEL, [("h-2", 1)])) == 2
        assert work.passages.drop_damaged(MODEL) == 0


def test_one_flipped_bit_is_noticed(embedded: Storage) -> None:
    with embedded.engine.begin() as connection:
        found = connection.execute(PASSAGE_VECTOR.select().where(PASSAGE_VECTOR.c.guidance == "i-1")).one()
        flipped = bytearray(found.vector)
        flipped[37] ^= 4
        there = PASSAGE_VECTOR.c.guidance == "i-1"
        connection.execute(update(PASSAGE_VECTOR).where(there).values(vector=bytes(flipped)))
    with embedded.open_work() as work:
        assert work.passages.vectors(MODEL, [("i-1", 1)]) == []


def test_guidance_of_an_older_home_is_split_afterwards(embedded: Storage) -> None:
    with embedded.engine.begin() as connection:
        connection.execute(PASSAGE.delete())
    with embedded.open_work() as work:
        assert keys(work) == []
        assert [work.passages.split_missing(limit=2) for _ in range(3)] == [2, 1, 0]
        work.commit()
    with embedded.open_work() as work:
        assert len(keys(work)) == 4


def test_passages_that_were_split_in_another_way_are_split_anew(embedded: Storage) -> None:
    with embedded.engine.begin() as connection:
        there = PASSAGE.c.guidance == "h-2"
        connection.execute(update(PASSAGE).where(there).values(way_of_splitting=0, heading="Gammel"))
    with embedded.open_work() as work:
        assert work.passages.split_missing(limit=9) == 1
        assert [each.heading for each in work.passages.of_guidance([("h-2", 1)])["h-2", 1]] == [
            "Sådan gør du",
            "Kontakt",
        ]


def test_what_is_removed_takes_its_passages_and_vectors_along(embedded: Storage) -> None:
    with embedded.engine.begin() as connection:
        connection.execute(text("DELETE FROM guidance WHERE id = 'h-2'"))
        left = [connection.execute(each.select()).all() for each in (PASSAGE, PASSAGE_VECTOR)]
    assert [{row.guidance for row in rows} for rows in left] == [{"h-1", "i-1"}] * 2


def test_more_vectors_than_one_statement_takes_are_stored_and_checked(storage: Storage) -> None:
    with storage.open_work() as work:
        work.guidance.put(replace(FALL, id=f"i-{number:04d}") for number in range(1100))
        wanted = work.passages.without_vector(MODEL, limit=2000)
        rows = FakeEmbedder().passages([each.text for each in wanted])
        work.passages.put_vectors(
            MODEL, (PassageVector(each.key, each.digest, row) for each, row in zip(wanted, rows, strict=True))
        )
        work.commit()
    with storage.open_work() as work:
        assert len(work.passages.vectors(MODEL, [each.key[:2] for each in wanted])) == 1100
        assert work.passages.drop_damaged(MODEL) == 0
        assert (len(wanted), keys(work)) == (1100, [])
