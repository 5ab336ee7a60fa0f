"""Danger to life in one message from care staff, recognised before anything else is understood.

Three readers, in this order; the first that finds something answers:

1. Signs (`cues.toml`): patterns of classes of words, each danger by itself, or as two hints in a pair.
2. Findings (`findings.toml`): what staff see and measure; two that belong together ("grey" and "cold").
3. The second opinion (`evidence.py`): a linear model over letters, words and findings, for messages of six
   words and more. Between its two thresholds a message is no emergency but `doubtful`.

The words around a sign or finding may cancel it (`context`): it is denied, over, imagined, a habit.

How well it does, on sentences none of which is from real staff:

| sentences                                       | found      | false alarms | doubtful besides   |
|-------------------------------------------------|------------|--------------|--------------------|
| heldout2.jsonl, another author, never read      | 78 of 100  | 5 of 160     | 10 found, 7 not    |
| - told indirectly                               | 29 of 45   | -            | 8 found            |
| - textbook, short, misspelt, ascii              | 35 of 42   | 0 of 15      | 3 found            |
| - idioms                                        | -          | 4 of 18      | 1 not              |
| heldout.jsonl, the author of the cues           | 107 of 107 | 2 of 160     | 5 not              |
| dev4.jsonl, a third author, at first sight      | 202 of 300 | 20 of 350    | 37 found, 5 not    |
| dev5.jsonl, a fourth author, at first sight     | 205 of 300 | 16 of 380    | 33 found, 5 not    |
| dev2.jsonl, first met with signs alone          | 113 of 160 | 4 of 240     | -                  |
| questions/dev*.jsonl and Rasa's, left out       | -          | 10 of 7,136  | 36 not             |

The first rows are what to expect: a plain report is mostly recognised, an indirect story two times of three
(three quarters of dev4.jsonl and dev5.jsonl are told so), so this does not replace "call 112 when in doubt".
Before the third and fourth author's sentences were trained on, heldout2.jsonl gave 71 found and 4 false. A
veto of the second opinion over the signs was tried on dev4 and dev5 and dropped: for 15 false alarms less it
missed 15 emergencies.
Missed on purpose: "aner ikke" (no idea), "borger død?".
Time: 0.2 ms for a question, 0.3 ms for a report (median, two busy cores).
"""

from collections.abc import Sequence

from nlu.components.emergency.context import Context
from nlu.components.emergency.cues import Lexicon, load_cues
from nlu.components.emergency.evidence import Evidence, load_evidence
from nlu.components.emergency.features import FEWEST_WORDS
from nlu.components.emergency.findings import Finding, findings_in, sign_of, two_together
from nlu.components.emergency.matching import cues_at
from nlu.components.emergency.model import Emergency, Judgement, Sign
from nlu.components.emergency.tokens import Words, words_of

# The words of a pair stand at most this far apart: two sentences, not two stories.
_TOGETHER = 25


def find_emergency(text: str) -> Emergency | None:
    """The first sign of danger to life now in `text`, or None. Never raises, whatever the text.

    find_emergency("otto er faldet om jeg kan ikke mærke nogen puls").sign   # → Sign.UNCONSCIOUS
    find_emergency("Hvad gør jeg, hvis han får hjertestop?")                 # → None
    """
    return judge(text).emergency


def judge(text: str) -> Judgement:
    """Whether `text` is an emergency and, if not, so like one that its answer should name 112. Never raises.

    The signs of `cues.toml` come first, then two findings that belong together, then the second opinion.
    """
    lexicon = load_cues()
    words = words_of(text, lexicon)
    context = Context(words, lexicon)
    sign = search(words, context, lexicon)
    if sign is not None:
        return Judgement(_emergency(text, words, *sign))
    found = findings_in(words, context, lexicon)
    both = two_together(found, lexicon)
    if both is not None:
        names = tuple(each.cue.finding for each in both)
        return Judgement(_emergency(text, words, both[0].begin, both[1].end, sign_of(both[0]), names))
    if len(words) < FEWEST_WORDS:
        return Judgement(None)
    evidence = load_evidence()
    score = evidence.score(words, context, found, lexicon)
    if score < evidence.alarm:
        return Judgement(None, doubtful=score >= evidence.doubt)
    return Judgement(_likely(text, words, found, evidence))


def _likely(text: str, words: Words, found: Sequence[Finding], evidence: Evidence) -> Emergency:
    """An alarm of the second opinion, named after the finding that says most, if there is one."""
    if not found:
        return _emergency(text, words, 0, len(words), Sign.UNNAMED)
    most = max(found, key=lambda each: evidence.weights.get(f"f:{each.cue.finding}", 0))
    names = tuple(dict.fromkeys(each.cue.finding for each in found))
    return _emergency(text, words, found[0].begin, max(each.end for each in found), sign_of(most), names)


def _emergency(
    text: str, words: Words, begin: int, end: int, sign: Sign, findings: tuple[str, ...] = ()
) -> Emergency:
    span = (words.spans[begin][0], words.spans[end - 1][1])
    return Emergency(span, text[slice(*span)], sign, findings)


def search(words: Words, context: Context, lexicon: Lexicon) -> tuple[int, int, Sign] | None:
    """The first sign that nothing cancels: its first word, one past its last, and what it is a sign of."""
    hints: dict[str, tuple[int, int]] = {}
    for at, classes in enumerate(words.classes):
        candidates = lexicon.starting(classes) if classes else ()
        for pattern, cue, end in cues_at(at, candidates, words, lexicon):
            if context.cancels(pattern, cue, at, end):
                continue
            if not cue.hint and cue.sign is not None:
                return at, end, cue.sign
            pair = _pair(cue.hint, at, hints, lexicon)
            if pair is not None:
                sign, begin = pair
                return begin, end, sign
            hints[cue.hint] = (at, end)
    return None


def _pair(hint: str, at: int, hints: dict[str, tuple[int, int]], lexicon: Lexicon) -> tuple[Sign, int] | None:
    """The sign that this hint makes with one seen shortly before, and where that one begins."""
    for other, (begin, end) in hints.items():
        sign = lexicon.pairs.get(frozenset((hint, other)))
        if sign is not None and end <= at <= end + _TOGETHER:
            return sign, begin
    return None
