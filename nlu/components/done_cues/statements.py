"""Statements known by their word order alone: the name stands first, or the speaker is left out."""

from collections.abc import Collection
from itertools import pairwise

from nlu.components.done_cues.cues import word_set
from nlu.components.done_cues.plain import Span, plain
from nlu.components.done_cues.questions import is_question, places_of, without_openings


def tells_of_a_citizen(text: str, *, names: Collection[Span]) -> bool:
    """Whether a name is followed by what that citizen did: in Danish no question begins so.

    >>> tells_of_a_citizen("Ruth sov hele eftermiddagen", names=[(0, 4)])
    True
    """
    line = plain(text)
    words = line.line.split()
    named = places_of(line, names)
    after = next((place for place in range(len(words)) if place not in named), len(words))
    return (
        0 < after < len(words)
        and words[after] in word_set("question", "own_verbs")
        and not is_question(text, names=names)
    )


def begins_with_a_name(text: str, *, names: Collection[Span]) -> bool:
    """Whether a name stands before the verb, whatever the verb: "Bodil blev fundet på gulvet"."""
    words = plain(text).line.split()
    named = places_of(plain(text), names)
    after = next((place for place in range(len(words)) if place not in named), len(words))
    verbs = word_set("question", "own_verbs") | word_set("question", "auxiliaries")
    return 0 < after < len(words) - 1 and words[after] in verbs and not is_question(text, names=names)


def tells_of_an_act(text: str, *, names: Collection[Span]) -> bool:
    """Whether it begins with what was done to a citizen, the speaker left out: "gav Else medicin"."""
    line = plain(text)
    words = line.line.split()
    verb = len(words) - len(without_openings(words))
    if verb + 1 >= len(words) or "?" in words:
        return False
    acts = word_set("words", "past") - word_set("question", "verbs_first_of_citizens")
    return words[verb] in acts and verb + 1 in places_of(line, names)


def tells_of_own_act(text: str) -> bool:
    """Whether the speaker tells what they have done, the object first: "medicinen har jeg givet".

    >>> tells_of_own_act("Else har jeg badet"), tells_of_own_act("har jeg badet Else")
    (True, False)
    """
    words = without_openings(plain(text).line.split())
    done = word_set("words", "done") | word_set("words", "acted")
    return any(
        word in word_set("words", "have") and following in word_set("question", "speakers") and at > 0
        for at, (word, following) in enumerate(pairwise(words))
        if not done.isdisjoint(words[at:])
    ) and not is_question(text)


def speaks_of_what_was_done(text: str) -> bool:
    """Whether a word tells that help was given: "er badet klaret", but not "er det begge øjne"."""
    acts = word_set("words", "done") | word_set("words", "acted") | word_set("words", "past")
    return not acts.isdisjoint(plain(text).line.split())


def says_no_more(text: str, *, names: Collection[Span]) -> bool:
    """Whether nothing is told but that something was done: "Dragan har inhaleret"."""
    line = plain(text)
    groups = ("be", "have", "done", "acted", "neutral")
    known = word_set("question", "no_object").union(*(word_set("words", name) for name in groups), ".,!")
    named = places_of(line, names)
    return all(place in named or word in known for place, word in enumerate(line.line.split()))
