"""Names in questions and in notes: whether a word names somebody, and whether a note has a name asked for."""

import re
from difflib import SequenceMatcher
from functools import lru_cache

from assistant.domain.note import Note
from assistant.services.recorded import RecordQuestion
from retrieval.words import fold

# Within a sentence Danish gives a capital to names only.
_NAME = re.compile(r"(?<=[^\W\d_] )[A-ZÆØÅ][^\W\d_]+")
_PHONE_NUMBER = re.compile(r"(?:\d[ .-]?){6,}")
_NAMED = 0.79
_SHORTEST_NAME = 3


def names_somebody(word: str, *names: str | None) -> bool:
    """Whether a word of the question is a part of one of the names, with a slip of the pen at most."""
    word = fold(word)
    if len(word) <= _SHORTEST_NAME:
        return False
    return any(_is_nearly(word, part) for name in names if name for part in _parts(name))


@lru_cache(maxsize=1024)
def _parts(name: str) -> frozenset[str]:
    return frozenset(fold(part.lower()) for part in name.split())


@lru_cache(maxsize=16384)
def _is_nearly(word: str, part: str) -> bool:
    # "malikks": a genitive is one letter more, a slip another.
    if abs(len(word) - len(part)) > 2:
        return False
    alike = SequenceMatcher(None, word, part)
    return alike.quick_ratio() >= _NAMED and alike.ratio() >= _NAMED


def can_answer(question: RecordQuestion, note: Note) -> bool:
    """Whether a note holds what is asked for: a name other than the citizen's, or the number of a phone."""
    if question.facets.asks_number:
        return _PHONE_NUMBER.search(note.text) is not None
    if question.facets.asks_name:
        own = (question.citizen.name, question.citizen.preferred_name)
        return any(not names_somebody(each.group(), *own) for each in _NAME.finditer(note.text))
    return True
