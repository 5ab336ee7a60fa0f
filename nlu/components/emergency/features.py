"""What a message shows the second opinion: letters of words, words in a row, classes of words, findings."""

from collections import Counter
from collections.abc import Iterator, Sequence

from nlu.components.emergency.context import Context
from nlu.components.emergency.findings import Finding
from nlu.components.emergency.lexicon import Lexicon
from nlu.components.emergency.tokens import Words

_LETTERS = range(3, 6)
_LONGEST_WORD = 24
# What a finding and a class of words count, where a run of letters counts 1.
FINDING, CLASS = 2, 1
_MANY = 5
# A longer message is read in stretches: danger is told in a few sentences, whatever stands around them.
STRETCH, STEP = 40, 20
# Fewer words say too little to be weighed; the cues know the danger told in one or two. Three and four words
# raise a doubt only: among them are too many look-alikes.
FEWEST_WORDS, FEWEST_FOR_ALARM = 3, 5


def stretches(words: Words) -> Iterator[tuple[int, int]]:
    """First and one past the last word of each stretch that is read as one."""
    last = len(words)
    for first in range(0, max(last - STEP, 1), STEP):
        yield first, min(first + STRETCH, last)


def word_features(form: str) -> list[str]:
    """A word by itself and its runs of three to five letters, its ends marked."""
    marked = f"_{form[:_LONGEST_WORD]}_"
    return [f"={form[:_LONGEST_WORD]}"] + [
        marked[at : at + length] for length in _LETTERS for at in range(len(marked) - length + 1)
    ]


def neighbours(forms: Sequence[str]) -> set[str]:
    """Two words in a row, the first one behind a mark of its own."""
    return {f"{one} {other}" for one, other in zip(("^", *forms), forms, strict=False)}


def class_names(classes: int, lexicon: Lexicon) -> list[str]:
    """The classes of cues.toml and findings.toml in a sum of bits."""
    return [f"k:{name}" for name, bit in lexicon.named if classes & bit]


def finding_features(found: Sequence[Finding]) -> list[str]:
    """The findings, how many groups they are of, and each two groups that are told together."""
    groups = sorted({each.cue.group for each in found})
    pairs = [f"f:{one} {other}" for at, one in enumerate(groups) for other in groups[at + 1 :]]
    return [*sorted({f"f:{each.cue.finding}" for each in found}), f"n:{min(len(groups), _MANY)}", *pairs]


def told_features(context: Context, found: Sequence[Finding], first: int, last: int) -> list[str]:
    """The findings told in words `first` to `last`, and the signs and findings that their words cancel."""
    here = [each for each in found if first <= each.begin < last]
    against = {f"x:{name}" for at, name in context.cancelled if first <= at < last}
    return [*finding_features(here), *against, f"x:{min(len(against), _MANY)}"]


def features(
    words: Words, context: Context, found: Sequence[Finding], lexicon: Lexicon, first: int, last: int
) -> Counter[str]:
    """Everything that words `first` to `last` show, with what each counts."""
    counts: Counter[str] = Counter()
    forms = words.forms[first:last]
    for form in set(forms):
        counts.update(word_features(form))
    counts.update(neighbours(forms))
    seen = 0
    for each in words.classes[first:last]:
        seen |= each
    for name in class_names(seen, lexicon):
        counts[name] += CLASS
    for name in told_features(context, found, first, last):
        counts[name] += FINDING
    return counts
