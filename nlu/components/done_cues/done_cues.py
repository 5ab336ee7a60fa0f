"""What staff report of planned help: done, not done with the reason, or done otherwise.

    read_report("badet hos Jens blev ikke til noget, hun ville ikke")
    # → not_done, stated, reason "hun ville ikke"

How well it does, with `writing.py`: on the 160 sentences of `tests/data/done_cues`, written by hand by the
author of the cues, kind and words are right in all 102 that it was tuned on and all 58 that were kept
apart. Of some 2,600 questions of `nlu/rasa/data` (plan, round, how-to, permission, record) none is taken
for a plain report or an order; of the 380 reports there it sees 355 without Rasa, 210 of them plain
enough to write, the rest as hints.

Says nothing of who is meant or which help: `spans` are the words that only tell that it is done, and
`telling` the stretch in which the help is named; the rest is the caller's.
"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from nlu.components.done_cues.cues import pattern, word_set
from nlu.components.done_cues.plain import Plain, Span, plain
from nlu.components.done_cues.questions import asks
from nlu.components.done_cues.reasons import BECAUSE, find_reason


class Outcome(StrEnum):
    """How the help went; the values are those of the records."""

    AS_PLANNED = "as_planned"
    CHANGED = "changed"
    NOT_DONE = "not_done"


class Strength(IntEnum):
    """How plainly the words report: a caller without other evidence asks before it writes a hint."""

    MIXED = 0
    """Parts of the message speak against each other, or somebody else did it."""
    HINTED = 1
    """Something was done to the citizen: "hun er vasket"; an observation may sound the same."""
    STATED = 2
    """ "badet er klaret"."""
    COMMANDED = 3
    """ "kvittér", "sæt den som udført"."""


@dataclass(frozen=True, slots=True)
class Report:
    """What was reported. Spans count code points of the text, end exclusive.

    `spans` are words that name no help; `named_in` is the stretch before the words of how or why, for a
    reason that takes in the name of the help ("turen blev kun rundt om huset, meld den som ændret").
    """

    outcome: Outcome
    strength: Strength
    spans: tuple[Span, ...]
    reason: Span | None = None
    named_in: Span | None = None


def read_report(text: str) -> Report | None:
    """The report in `text`, or None where it asks, tells of something unfinished, or reports nothing."""
    line = plain(text)
    if asks(line):
        return None
    commanded = pattern("command").search(line.line) is not None
    if not commanded and pattern("unfinished").search(line.line):
        return None
    outcome, strength = _outcome(line)
    if commanded:
        strength = Strength.COMMANDED
    elif strength is None:
        return None
    elif pattern("others").search(line.line):
        strength = Strength.MIXED
    reason = find_reason(text, line, denied=outcome is Outcome.NOT_DONE, changed=outcome is Outcome.CHANGED)
    return Report(outcome, strength, _neutral_spans(line), reason, _named_in(line) if reason else None)


def _named_in(line: Plain) -> Span | None:
    """The words before those that say how it went, or why; None where nothing stands before them."""
    ways = (pattern("changed", "says_how"), pattern("denied", "stated"), pattern("denied", "hinted"), BECAUSE)
    begins = [found.start() for found in (each.search(line.line) for each in ways) if found]
    end = min(begins, default=0)
    return line.span(0, end) if line.line[:end].strip() else None


def denies(text: str) -> bool:
    """Whether anything in `text` says no or not yet: then no other evidence makes it a plain "done".

    >>> denies("badet er ikke klaret endnu"), denies("badet er klaret")
    (True, False)
    """
    line = plain(text)
    says_no = any(word in word_set("words", "no") for word in line.line.split())
    return says_no or pattern("unfinished").search(line.line) is not None


def _outcome(line: Plain) -> tuple[Outcome, Strength | None]:
    stated = pattern("stated").search(line.line) is not None
    if pattern("denied", "stated").search(line.line):
        return Outcome.NOT_DONE, Strength.STATED
    hinted = pattern("hinted").search(line.line) is not None
    if pattern("changed", "says_how").search(line.line) or pattern("changed", "bare").search(line.line):
        if stated or hinted:
            return Outcome.CHANGED, Strength.STATED if stated else Strength.HINTED
        return Outcome.CHANGED, None
    if pattern("denied", "hinted").search(line.line):
        return Outcome.NOT_DONE, Strength.MIXED if _done_elsewhere(line) else Strength.HINTED
    if stated:
        return Outcome.AS_PLANNED, Strength.STATED
    return Outcome.AS_PLANNED, Strength.HINTED if hinted else None


def _done_elsewhere(line: Plain) -> bool:
    """Whether one clause says done and another says not: "har givet medicin, hun ville ikke spise"."""
    clauses = [f" {each.strip()} " for each in line.line.replace(" men ", " , ").split(" , ")]
    return any(
        (pattern("stated").search(each) or pattern("hinted").search(each))
        and not pattern("denied", "hinted").search(each)
        and not pattern("command").search(each)
        for each in clauses
    )


def _neutral_spans(line: Plain) -> tuple[Span, ...]:
    """The words that only say that something is done or to be recorded, never what."""
    groups = ("done", "receipt", "set", "tick", "no", "neutral")
    neutral = frozenset[str]().union(*(word_set("words", name) for name in groups))
    words = line.line.split()
    return tuple(span for span, word in zip(line.spans, words, strict=True) if word in neutral)
