"""Names in questions and in notes: whether a word names somebody, and whether a note has a name asked for."""

import re
from difflib import SequenceMatcher

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
    parts = {fold(part.lower()) for name in names if name for part in name.split()}
    # "malikks": a genitive is one letter more, a slip another.
    return len(word) > _SHORTEST_NAME and any(
        abs(len(word) - len(part)) <= 2 and SequenceMatcher(None, word, part).ratio() >= _NAMED
        for part in parts
    )


def can_answer(question: RecordQuestion, note: Note) -> bool:
    """Whether a note holds what is asked for: a name other than the citizen's, or the number of a phone."""
    if question.facets.asks_number:
        return _PHONE_NUMBER.search(note.text) is not None
    if question.facets.asks_name:
        own = (question.citizen.name, question.citizen.preferred_name)
        return any(not names_somebody(each.group(), *own) for each in _NAME.finditer(note.text))
    return True
