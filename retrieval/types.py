"""What is searched and what is found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """A text that may be quoted: `key` is its owner's name for it, `own` tells that it is written
    for the very citizen asked about (then it goes before general texts of the same worth).

    `title_marks` and `marks` are what its title and its text are about, in words of the owner's
    choice (kinds of care); a question with the same mark finds it.
    """

    key: tuple[str, int]
    title: str
    text: str
    own: bool = False
    title_marks: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Hit:
    """A document with its worth for the question.

    `rank_score` orders the hits of one search and means nothing beside another's; `coverage`, 0–1,
    is the share of the question's topical words that the document has, and says whether it is answered.
    """

    key: tuple[str, int]
    rank_score: float
    coverage: float


@dataclass(frozen=True, slots=True)
class AskedWord:
    """A word of a question: `weight` is how much it says of the topic, from 0 (any question has it) to 1.

    `instead` are words that it may stand for as well, each with how surely (0–1): what a misspelt one
    was meant for, what an abbreviation is short for, words of the same meaning. `marks` are the kinds
    of care that it names, as in `Document`.
    """

    text: str
    weight: float
    instead: tuple[tuple[str, float], ...] = ()
    marks: frozenset[str] = frozenset()
