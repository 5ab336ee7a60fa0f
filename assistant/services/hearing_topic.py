"""What a sentence is about: the words that are left when who, where, when and grammar are taken out."""

from collections.abc import Sequence

from assistant.domain.heard import Intent
from knowledge.function_words import function_words
from nlu.components.care_terms import concepts_of, find_care_terms
from nlu.components.done_cues import direction_of
from nlu.components.names import NameMention, Stranger
from nlu.components.question_forms import OwnUnit, asks_access, said_of_when, words_of_access
from nlu.components.times import TimeMention
from retrieval.words import words

# "i seng" has no verb; "gør rent" has.
_SHORTEST_VERB = 3
_OF_TASKS = (Intent.ASK_PLAN, Intent.ASK_ROUND)


def topic_of(
    text: str,
    intent: Intent | None,
    names: Sequence[NameMention | Stranger | OwnUnit],
    times: Sequence[TimeMention],
    unit_name: str | None,
) -> tuple[str, ...]:
    """The words of the sentence that say neither who nor where nor when nor mere grammar, in lower case.

    Of help that puts something on or takes it off, "på" or "af" is part of its name.
    """
    without = function_words().union(words(unit_name or "")) - _particles(text)
    asked_when = said_of_when(text)
    left_out = [each.span for each in (*names, *times)] + ([asked_when] if asked_when else [])
    for begin, end in sorted(left_out, reverse=True):
        text = f"{text[:begin]} {text[end:]}"
    topic = tuple(dict.fromkeys(word for word in words(text) if word not in without))
    if not topic and asks_access(text):
        return words_of_access()
    direction = direction_of(text) if topic and intent in _OF_TASKS else None
    return (*topic, direction) if direction else topic


def _particles(text: str) -> frozenset[str]:
    """The small words of a verb that only with them names help: "købt ind", "gjort rent"."""
    grammar = function_words()
    found: set[str] = set()
    for term in find_care_terms(text):
        said = words(term.text)
        telling = [word for word in said if word not in grammar]
        if len(telling) != 1 or concepts_of(telling[0]) or len(telling[0]) <= _SHORTEST_VERB:
            continue  # "se til" is said of anything
        if len(said[0]) >= _SHORTEST_VERB or said[0] == telling[0]:
            found.update(word for word in said if word in grammar)
    return frozenset(found)
