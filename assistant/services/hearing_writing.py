"""What a sentence reports or dictates, with the words that name the help apart from those that do not."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.domain.heard import Report
from assistant.services.intents import Wanted, outcome_of
from knowledge.function_words import function_words
from nlu.aligned_text import AlignedText, Span
from nlu.components.done_cues import direction_of, names_of_act
from nlu.components.names import Reading
from retrieval.words import words

# "bad og medicin er givet": each part names help of its own.
_PARTS = re.compile(r"\b(?:og|samt|plus|både)\b|[,;.+&]")
# "Skriv det her": what was told before, and no words of its own.
_WORDS_THAT_ONLY_POINT = 2
_PRONOUN = re.compile(r"\b(?:ham|hende|borgeren|beboeren)\W+(?:at\W+)?$", re.IGNORECASE)


def report_of(said: AlignedText, want: Wanted, left_out: Sequence[Span]) -> Report:
    """The report in a sentence; `left_out` are the names and times in it, which name no help.

    The reason is in the words that were written.
    """
    text = said.text
    found = want.report
    neutral = [*left_out, *(found.spans if found else ())]
    reason = found.reason if found else None
    parts = _parts(_without(text, [*neutral, *([reason] if reason else [])]))
    if not parts and found and found.named_in:
        parts = _parts(_without(text, [*neutral, (found.named_in[1], len(text))]))
    parts = parts or _parts(_without(text, neutral))
    direction = direction_of(_without(text, left_out))
    if direction:
        parts = tuple((*part, direction) for part in parts)
    words_of_reason = said.original[slice(*said.original_span(reason))] if reason else None
    return Report(outcome_of(found), words_of_reason, parts, want.sure)


def dictated_words(said: AlignedText, want: Wanted, whole: str) -> str:
    """The words of an observation as they were written, without the order to write them down.

    :param whole: all of the message, of which `said` is the beginning.
    """
    if want.order is None:
        return whole.strip()
    if want.order[1] >= len(said.text):
        return whole[len(said.original) :].strip()
    begin, _ = said.original_span((want.order[1], len(said.text)))
    rest = whole[begin:].strip()
    told = words(rest)
    only_points = len(told) <= _WORDS_THAT_ONLY_POINT and function_words().issuperset(told)
    return "" if only_points else rest


def about_whom(text: str, want: Wanted, named: Reading) -> Reading:
    """The names that say whom a sentence is about: "skriv på Ebbe, at Else var på besøg" is about Ebbe."""
    if want.order is None:
        return named
    begin, end = want.order
    ordered = replace(
        named,
        mentions=tuple(each for each in named.mentions if begin <= each.span[0] < end),
        strangers=tuple(each for each in named.strangers if begin <= each.span[0] < end),
    )
    if ordered.mentions or ordered.strangers or _PRONOUN.search(text[begin:end]):
        return ordered
    return named


def _parts(text: str) -> tuple[tuple[str, ...], ...]:
    """The words that may name help, one group for each part of an enumeration."""
    groups = ([*_told(part)] for part in _PARTS.split(text))
    return tuple(tuple(group) for group in groups if group)


def _told(part: str) -> Sequence[str]:
    found = [word for word in words(part) if word not in function_words() or names_of_act(word)]
    return [each for each in found if len(each) > 1 and not each.isdigit()]


def _without(text: str, spans: Sequence[Span]) -> str:
    for begin, end in sorted(spans, reverse=True):
        text = f"{text[:begin]} {text[end:]}"
    return text
