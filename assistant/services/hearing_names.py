"""The names that were heard in a sentence: whom they mean, where they stand, and which were taken back."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.domain.heard import Mention
from assistant.services.rosters import Roster
from knowledge.function_words import function_words
from nlu.aligned_text import AlignedText, Span
from nlu.components.care_terms import concepts_of
from nlu.components.follow_ups import taken_back
from nlu.components.names import NameMention, Reading, is_only_a_word, named_together
from nlu.components.times import TimeMention
from nlu.spans import Spans
from nlu.types import Entity, Understanding
from retrieval.words import words

# Below this, Rasa's word that something names a citizen is not enough to say that nobody of that name exists.
_SURE_OF_NAME = 0.6
_WORD = re.compile(r"\w+")


def mentions_of(
    said: AlignedText,
    named: Reading,
    understood: Understanding | None,
    times: Sequence[TimeMention],
    roster: Roster,
    *,
    asks: bool,
) -> tuple[Mention, ...]:
    """The names of the roster; without any, a name that is none of theirs, found here or by Rasa for sure.

    :param asks: whether it is a question to the plan or the record: then a name of nobody beside one of the
        roster is a mention too ("Viggo og Else"); in an observation others may be named.
    """
    chosen = _option_value(said.original, roster)
    if chosen is not None:
        return (chosen,)
    if named.mentions:
        beside = named_together(said.text, named) if asks else ()
        return (*(_mention(each) for each in named.mentions), *(Mention(each.text, ()) for each in beside))
    if named.strangers:
        return tuple(Mention(each.text, ()) for each in named.strangers)
    if understood is None:
        return ()
    colleagues = Spans(each.span for each in named.colleagues)
    strange = [
        each
        for each in understood.entities
        if each.kind == "citizen"
        and each.confidence >= _SURE_OF_NAME
        and not _is_known_word(each, times)
        and not colleagues.overlap(each.span)
    ]
    return tuple(Mention(said.original[slice(*said.original_span(each.span))], ()) for each in strange)


def as_meant(text: str, named: Reading) -> Reading:
    """The reading without the names that the speaker took back at once: "hos Erling, nej, Vagn"."""
    gone = taken_back(text, [each.span for each in named.mentions])
    return replace(named, mentions=tuple(each for each in named.mentions if each.span not in gone))


def moved(named: Reading, said: AlignedText) -> Reading:
    """The same reading, its spans counted in the sentence as it is spelt."""
    return replace(
        named,
        mentions=tuple(replace(each, span=said.new_span(each.span)) for each in named.mentions),
        strangers=tuple(replace(each, span=said.new_span(each.span)) for each in named.strangers),
        colleagues=tuple(replace(each, span=said.new_span(each.span)) for each in named.colleagues),
    )


def without_names_at(named: Reading, where: Span) -> Reading:
    """The reading without a stranger who is really the care unit that stands there."""
    others = tuple(each for each in named.strangers if each.span[1] <= where[0] or where[1] <= each.span[0])
    return replace(named, strangers=others)


def veiled(text: str, named: Reading) -> str:
    """The text with "Xxxx", as long, in place of each word of a name and of an address."""
    for begin, end in (each.span for each in named.mentions):
        text = text[:begin] + _WORD.sub(_veil, text[begin:end]) + text[end:]
    return text


def spans_of(named: Reading) -> list[Span]:
    """Where names stand, also those of nobody on the roster."""
    others = (*named.strangers, *named.colleagues)
    return [each.span for each in named.mentions] + [each.span for each in others]


def _mention(name: NameMention) -> Mention:
    return Mention(name.text, name.candidates, certain=name.certain)


def _option_value(text: str, roster: Roster) -> Mention | None:
    """An option's value sent back as it was given: the id of a citizen."""
    value = text.strip()
    return Mention(roster.citizens[value].name, (value,)) if value in roster.citizens else None


def _is_known_word(entity: Entity, times: Sequence[TimeMention]) -> bool:
    """Whether what Rasa took for a name is a time, grammar ("hende"), help ("Tilsyn") or a word ("sad")."""
    in_a_time = Spans(each.span for each in times).overlap(entity.span)
    if in_a_time or all(map(is_only_a_word, entity.text.split())):
        return True
    return all(word in function_words() or concepts_of(word) for word in words(entity.text))


def _veil(word: re.Match[str]) -> str:
    return "X" + "x" * (len(word.group()) - 1)
