"""Orders to write something down, and words that take the last entry back."""

from collections.abc import Collection

from nlu.components.done_cues.cues import pattern, word_set
from nlu.components.done_cues.plain import Plain, Span, plain
from nlu.components.done_cues.questions import asks, asks_politely

_LAST_PLACE_OF_THE_VERB = 6
# "skriv at opgaven er udført": nothing is told but that it is done.
_OF_A_REPORT = frozenset(
    ["skriv", "skrive", "noter", "notere", "at", "den", "det", "opgaven", "er", "besoeget", "alt"]
)
_ARTICLES = frozenset({"et", "en"})


def asks_to_write(text: str, *, names: Collection[Span] = ()) -> Span | None:
    """The order to write, from the start of `text` to the first dictated word; None where there is none.

    >>> text = "Skriv på Ebbe, at han har kastet op"
    >>> text[asks_to_write(text)[1]:]
    'han har kastet op'

    :param names: where names stand in the text; a name behind "på" or "om" belongs to the order.
    """
    line = plain(text)
    words = line.line.split()
    verb = _verb(words)
    if verb is None or _asks_instead(line, words, verb) or _is_report(line):
        return None
    at = _past(words, verb + 1, word_set("write", "fillers"))
    if words[at - 1] in _ARTICLES:
        return None  # "skriv et digt"
    at = _past_person(line, words, at, names)
    at = _past(words, at, word_set("write", "linking") | {",", ":", "."})
    end = line.spans[at][0] if at < len(words) else len(text)
    return line.spans[0][0], end


def takes_back(text: str) -> bool:
    """Whether `text` takes the last entry back: "fortryd", "nej det var forkert".

    >>> takes_back("fortryd"), takes_back("hvordan fortryder jeg")
    (True, False)
    """
    line = plain(text)
    asked_for = asks_politely(line) and "?" not in line.line.split()[:3]
    return pattern("take_back").search(line.line) is not None and (asked_for or not asks(line))


def _asks_instead(line: Plain, words: list[str], verb: int) -> bool:
    """Whether it is no order but a question; what is dictated may well hold a question word.

    "Skriv at hun spørger hvor hendes mor er" is an order; "notat på Else, hvad stod der" is none.
    """
    if words[verb] in word_set("write", "nouns") or words[verb + 1 : verb + 2] in (["du"], ["i"]):
        return asks(line)
    return "?" in words and asks(line)


def _verb(words: list[str]) -> int | None:
    """The place of the verb that orders to write, with nothing but opening words before it."""
    verbs, before = word_set("write", "verbs"), word_set("write", "before")
    last = None
    for place, word in enumerate(words[:_LAST_PLACE_OF_THE_VERB]):
        if word in verbs:
            last = place
        elif word not in before and word not in {",", ".", "!"}:
            break
    return last


def _is_report(line: Plain) -> bool:
    """ "skriv færdig" and "notér badet som udført" record a completion, no observation."""
    found = pattern("command").search(line.line)
    if found is None:
        return False
    words = found.group().split()
    return " at " not in line.line[: found.end()] or not set(words) - _OF_A_REPORT - word_set("words", "done")


def _past(words: list[str], at: int, skipped: Collection[str]) -> int:
    while at < len(words) and words[at] in skipped:
        at += 1
    return at


def _past_person(line: Plain, words: list[str], at: int, names: Collection[Span]) -> int:
    """The place behind "på Ebbe", or behind "Ebbe:"; the same place where the order names nobody."""
    behind = at
    if at < len(words) and (words[at] in word_set("write", "prepositions") or words[at - 1] == "til"):
        behind = at + (words[at] in word_set("write", "prepositions"))
    person = behind
    while person < len(words) and _is_name(line.spans[person], names):
        person += 1
    if person == behind and behind > at and behind < len(words):
        unknown_name = ":" in words[behind + 1 : behind + 4] or words[behind + 1 : behind + 2] in (
            ["at"],
            [","],
        )
        if words[behind] in word_set("write", "whom") or (unknown_name and words[at] != "til"):
            person = behind + 1
    if person > behind > at:
        return person
    if person > at and person < len(words) and words[person] in {":", ","}:
        return person
    return at + 1 if words[at + 1 : at + 2] == [":"] else at


def _is_name(span: Span, names: Collection[Span]) -> bool:
    return any(begin < span[1] and span[0] < end for begin, end in names)
