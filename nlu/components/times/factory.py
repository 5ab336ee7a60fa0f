"""Makes the component known to spaCy as "rytme_times"; nothing else here needs spaCy, which may be absent."""

from importlib import import_module
from typing import Any

from nlu.components.times.finder import TimeFinder
from nlu.components.times.model import DEFAULT_SHIFTS

NAME = "rytme_times"
READS = ("doc.text", "doc._.asked_at", "doc._.shifts")
ASSIGNS = ("doc._.times",)


def register() -> None:
    """Register the factory and its extensions, so that `nlp.add_pipe("rytme_times")` works.

    :raises ModuleNotFoundError: where spaCy is not installed; `find_times` needs no spaCy.
    """
    doc = import_module("spacy.tokens").Doc
    for extension, default in (("asked_at", None), ("shifts", DEFAULT_SHIFTS), ("times", ())):
        if not doc.has_extension(extension):
            doc.set_extension(extension, default=default)
    language = import_module("spacy.language").Language
    if not language.has_factory(NAME):
        # `requires` stays empty: asked_at is set by the caller, not by an earlier component
        language.factory(NAME, assigns=list(ASSIGNS), func=create)


def create(nlp: Any, name: str) -> TimeFinder:
    """Return the component for a pipeline; it has no settings."""
    return TimeFinder()
