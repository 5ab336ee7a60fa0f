"""The one list of the field's words, for code, screens and tests."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the field: what staff say, the name that code uses, and the module that holds it."""

    danish: str
    code: str
    where: str
    aliases: tuple[str, ...]
    meaning: str


@lru_cache(maxsize=1)
def glossary() -> tuple[Term, ...]:
    """All terms of `data/glossary.toml`, in its order.

    :raises ValueError: when there are none.
    """
    path = resources.files("knowledge").joinpath("data/glossary.toml")
    rows = tomllib.loads(path.read_text("utf-8")).get("term", [])
    if not rows:
        raise ValueError("knowledge/data/glossary.toml holds no [[term]]; expected the field's words")
    return tuple(
        Term(row["danish"], row["code"], row["where"], tuple(row["aliases"]), row["meaning"]) for row in rows
    )
