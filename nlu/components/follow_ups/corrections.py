"""Whether a sentence takes back a part of the last one: whom, when or what was meant.

    read_correction("ikke Else, Edith", names=[(5, 9), (11, 16)]).rejected     # → ((0, 9),)
    read_correction("nej, den anden Jens", names=[(15, 19)]).other             # → True
    read_correction("nej hvad skal Jens kl 14", …)                             # → None: a question of its own

How well it does: the sentences of `tests/nlu/components/follow_ups`, written by hand with the component.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nlu.components.follow_ups.cues import CorrectionCues, load_cues
from nlu.components.follow_ups.lines import NAME, TIME, Span, Word, begins_with, forms, holds, line_of
from nlu.folding import fold

_WORD = re.compile(r"[^\W_]+")
_MOST_NEW_WORDS = 2
_MOST_NEW_WORDS_OF_WHAT_IS_MEANT = 4
# "nej, badet": without a word that says so, a correction of the topic has nothing else in it.
_MOST_WORDS_OF_A_BARE_TOPIC = 3


@dataclass(frozen=True, slots=True)
class Correction:
    """A part of the last sentence is meant otherwise.

    `rejected` are the spans of what was not meant ("ikke Else"); `other` is set for "den anden",
    `not_this` where whom it was about is taken back ("ikke hende"), `topic` where a word says what is
    meant, and `adds` where nothing was wrong ("og den anden Jens").
    """

    rejected: tuple[Span, ...] = ()
    other: bool = False
    not_this: bool = False
    topic: bool = False
    adds: bool = False


def read_correction(
    text: str, *, names: Iterable[Span] = (), times: Iterable[Span] = ()
) -> Correction | None:
    """The correction that `text` is, or None where it says something of its own.

    :param names: where words name a citizen; `times`: where words name a time.
    """
    cues, openings = load_cues().correction, load_cues().openings
    line = line_of(text, names=names, times=times)
    opening = begins_with(forms(line), openings)
    adds = opening > 0 and begins_with(forms(line)[opening:], cues.others) > 0
    line = line[opening:] if adds else line
    words = forms(line)
    if not words or holds(words, cues.heavy):
        return None
    rejected, not_this = _rejected(line, cues)
    kept = [each for each in line if not any(_within(each.span, span) for span in rejected)]
    found = any(each.form in (NAME, TIME) for each in kept)
    if not begins_with(words, cues.starts) and not (rejected and found):
        return None
    said = [each.form for each in kept if each.form not in cues.light and each.form not in (NAME, TIME)]
    if said and not _may_be_topic(said, words, bool(rejected), cues):
        return None
    other = any(word in cues.other for word in words)
    not_this = not_this or any(each.form == NAME and each not in kept for each in line)
    if not (said or found or other or not_this):
        return None
    return Correction(tuple(rejected), other, not_this, bool(said), adds)


def means_another(text: str, name: Span) -> bool:
    """Whether the words right before a name say that another of that name is meant: "den anden Jens"."""
    before = [fold(word) for word in _WORD.findall(text[: name[0]])]
    others = (each.split() for each in load_cues().correction.others)
    return any(before[-len(each) :] == each for each in others)


def _may_be_topic(said: Sequence[str], words: Sequence[str], rejects: bool, cues: CorrectionCues) -> bool:
    if rejects or holds(words, cues.meant):
        return len(said) <= _MOST_NEW_WORDS_OF_WHAT_IS_MEANT
    return len(said) <= _MOST_NEW_WORDS and len(words) <= _MOST_WORDS_OF_A_BARE_TOPIC


def _rejected(line: Sequence[Word], cues: CorrectionCues) -> tuple[list[Span], bool]:
    """From each "ikke" to what it takes back: a name, time or word; and whether one takes back the person."""
    spans, person = [], False
    for index, word in enumerate(line):
        if word.form in cues.negations:
            found = _taken_back(line[index + 1 :], cues)
            if found is not None and found.form in cues.persons:
                person = True
            elif found is not None:
                spans.append((word.span[0], found.span[1]))
    return spans, person


def _taken_back(following: Sequence[Word], cues: CorrectionCues) -> Word | None:
    for each in following:
        if each.after_mark or each.form in cues.turns:
            return None
        if each.form in (NAME, TIME) or each.form in cues.persons or each.form not in cues.light:
            return each
    return None


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
