"""Danger to life in one message from care staff, recognised before anything else is understood.

A message is cut into words, each word gets its classes (`tokens`), patterns of classes are the cues
(`patterns`, `cues.toml`), and the words around a cue may cancel it (`context`). The first cue that
stands is the answer; weak hints count when two that belong together are told.

How well it does, on sentences written by one person (tests/data/emergency), none from real staff:

| sentences                                    | emergencies found | false alarms |
|----------------------------------------------|-------------------|--------------|
| heldout.jsonl, frozen before the cues        | 106 of 107        | 1 of 160     |
| - misspelt, no æøå, learners, other tongues  | 47 of 47          | 0 of 12      |
| - spoken, dictated, dialect                  | 19 of 20          | 0 of 3       |
| - denied, past, over, hypothetical, taught   | -                 | 1 of 61      |
| - look-alikes, habits, minor, expected death | -                 | 0 of 69      |
| dev.jsonl, tuned on                          | 563 of 572        | 0 of 692     |
| Rasa's sentences but for dictation.yml       | -                 | 0 of 3,855   |

The held-out third has the same writer as the cues, who had its phrases in mind, so it says too much.
What to expect is better seen at sentences met for the first time, before their words were entered
(tags fresh0 to fresh3 of dev.jsonl): danger in plain words of the work 36 of 40, told indirectly and
oddly on purpose ("his chest does not move") 117 of 175, 37 of 80 and, in turn, 25 of 50; false alarms
at sentences written close to the cues 10 of 176, at ordinary ones 1 of 120. So a plain report is
recognised, and an indirect story may not be: this does not replace "call 112 when in doubt".
Missed on purpose: "aner ikke" (no idea), "borger død?", "lammet i højre side" (most often old).
"""

from nlu.components.emergency.context import Context
from nlu.components.emergency.cues import Cue, Lexicon, load_cues
from nlu.components.emergency.model import Emergency, Sign
from nlu.components.emergency.patterns import LONGEST_PATTERN, Pattern, match_at
from nlu.components.emergency.tokens import Words, words_of

# The words of a pair stand at most this far apart: two sentences, not two stories.
_TOGETHER = 25


def find_emergency(text: str) -> Emergency | None:
    """The first sign of danger to life now in `text`, or None. Never raises, whatever the text.

    find_emergency("otto er faldet om jeg kan ikke mærke nogen puls").sign   # → Sign.UNCONSCIOUS
    find_emergency("Hvad gør jeg, hvis han får hjertestop?")                 # → None
    """
    lexicon = load_cues()
    words = words_of(text, lexicon)
    found = search(words, Context(words, lexicon), lexicon)
    if found is None:
        return None
    begin, end, sign = found
    span = (words.spans[begin][0], words.spans[end - 1][1])
    return Emergency(span, text[slice(*span)], sign)


def search(words: Words, context: Context, lexicon: Lexicon) -> tuple[int, int, Sign] | None:
    """The first sign that nothing cancels: its first word, one past its last, and what it is a sign of."""
    hints: dict[str, tuple[int, int]] = {}
    for at, classes in enumerate(words.classes):
        for pattern, cue, end in _cues_at(at, classes, words, lexicon):
            if context.cancels(pattern, cue, at, end):
                continue
            if cue.sign is not None:
                return at, end, cue.sign
            pair = _pair(cue.hint, at, hints, lexicon)
            if pair is not None:
                sign, begin = pair
                return begin, end, sign
            hints[cue.hint] = (at, end)
    return None


def _cues_at(at: int, classes: int, words: Words, lexicon: Lexicon) -> list[tuple[Pattern, Cue, int]]:
    """The cues that begin with word `at`, and where each ends."""
    candidates = lexicon.starting(classes) if classes else ()
    if not candidates:
        return []
    # Most patterns lack one of their words here; seeing that first spares walking them.
    near = 0
    for each in words.classes[at + 1 : at + LONGEST_PATTERN]:
        near |= each
    joining = lexicon.bits["AND"]
    found: list[tuple[Pattern, Cue, int]] = []
    for pattern, cue in candidates:
        if all(near & element.mask for element in pattern.elements[1:]):
            end = match_at(pattern, at, words.classes, words.pause, joining=joining)
            if end is not None:
                found.append((pattern, cue, end))
    return found


def _pair(hint: str, at: int, hints: dict[str, tuple[int, int]], lexicon: Lexicon) -> tuple[Sign, int] | None:
    """The sign that this hint makes with one seen shortly before, and where that one begins."""
    for other, (begin, end) in hints.items():
        sign = lexicon.pairs.get(frozenset((hint, other)))
        if sign is not None and end <= at <= end + _TOGETHER:
            return sign, begin
    return None
