"""A process killed while it embeds or imports leaves whole vectors only, and the next one goes on."""

import subprocess
import sys

import pytest

from assistant.services.embedding import catch_up
from assistant.storage import Storage
from knowledge.guidance import Guidance, Kind
from tests.fake_embedder import FakeEmbedder

# The embedder stops and waits to be killed at the passage that it is told; or the storing does.
EMBED = """
import sys
from pathlib import Path
from assistant.services.embedding import catch_up
from assistant.storage import open_storage, vector_blobs, passage_vectors
from tests.fake_embedder import FakeEmbedder

where, at = sys.argv[2], int(sys.argv[3])
counts = {"embedding": 0, "storing": 0}

def stop(what):
    counts[what] += 1
    if what == where and counts[what] == at:
        print("here", flush=True)
        sys.stdin.read()

class Stopping(FakeEmbedder):
    def _vector(self, text):
        stop("embedding")
        return super()._vector(text)

def blob_of(vector):
    stop("storing")
    return vector_blobs.blob_of(vector)

passage_vectors.blob_of = blob_of
storage = open_storage(sys.argv[1], municipality="m", keys_folder=Path("keys"))
catch_up(storage.open_work, Stopping())
"""
COUNT = 60


@pytest.mark.parametrize(
    ("where", "at"), [("embedding", 1), ("embedding", 30), ("storing", 20), ("storing", 59)]
)
def test_killed_at_any_moment_it_goes_on_where_it_was(
    storage: Storage, database_url: str, where: str, at: int
) -> None:
    with storage.open_work() as work:
        work.guidance.put(
            Guidance(f"i-{number:02d}", Kind.INSTRUKS, None, "Fald", f"{number} Ring.")
            for number in range(COUNT)
        )
        work.commit()
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", EMBED, database_url, where, str(at)]
    process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "here\n", process.communicate()[1]
    process.kill()
    process.communicate(timeout=30)
    with storage.open_work() as work:
        kept = work.passages.models().get("fake-1", 0)
    rest = FakeEmbedder()
    catch_up(storage.open_work, rest)
    with storage.open_work() as work:
        assert work.passages.models() == {"fake-1": COUNT}
        assert work.passages.drop_damaged("fake-1") == 0
    assert kept == (at - 1) // 16 * 16
    assert rest.embedded == COUNT - kept
