"""What is searched and what is found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """A text that may be quoted: `key` is its owner's name for it, `own` tells that it is written
    for the very citizen asked about (then it goes before general texts of the same worth)."""

    key: tuple[str, int]
    title: str
    text: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A document with its worth for the question.

    `rank_score` orders the hits of one search and means nothing beside another's; `coverage`, 0–1,
    is the share of the question's topical words that the document has, and says whether it is answered.
    """

    key: tuple[str, int]
    rank_score: float
    coverage: float
