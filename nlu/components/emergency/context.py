"""What cancels a sign: it is denied, over, imagined, taught, asked about or the person's habit.

How much may cancel is the `kind` of a cue. A firm cue ("trækker ikke vejret") has its negation and
its present tense in itself, so only what is imagined cancels it; a noun ("krampeanfald") says
least by itself, so most can. When in doubt nothing is cancelled: a missed emergency costs a life.
"""

from nlu.components.emergency.imagined import imagined, restarts
from nlu.components.emergency.lexicon import Cue, Lexicon
from nlu.components.emergency.model import Sign
from nlu.components.emergency.patterns import Pattern
from nlu.components.emergency.surroundings import Surroundings
from nlu.components.emergency.tokens import NONE, REACH, SOFT, Words

_SCOPE_OF_NOT = 6
_LOOK_BACK_FOR_TENSE = 7
_LOOK_AHEAD_FOR_END = 25


class Context:
    """The words around cues in one message; each question looks at a bounded stretch of words."""

    def __init__(self, words: Words, lexicon: Lexicon) -> None:
        self._words = words
        self._around = Surroundings(words, lexicon)
        self._classes = words.classes
        self._bits = lexicon.bits
        # What was told and cancelled so far, and at which word: said not to be, it speaks against danger.
        self.cancelled: list[tuple[int, str]] = []

    def cancels(self, pattern: Pattern, cue: Cue, begin: int, end: int) -> bool:
        """Whether the cue at words `begin` to `end` is no danger now."""
        name = cue.group or cue.hint or str(cue.sign)
        if imagined(self._around, begin):
            self.cancelled.append((begin, f"if {name}"))
            return True
        cancels = self._cancels(pattern, cue, begin, end)
        if cancels:
            self.cancelled.append((begin, name))
        return cancels

    def _cancels(self, pattern: Pattern, cue: Cue, begin: int, end: int) -> bool:
        if self._excluded(cue, begin, end) or self._around.finds("pretend", 0, min(begin, REACH)):
            return True
        if cue.sign is Sign.UNCONSCIOUS and self._dying(begin):
            return True
        if cue.kind == "firm":
            return self._told_as_over(begin, end)
        if (
            self._denied(pattern, cue, begin, end)
            or self._past(cue, begin, end)
            or self._is_over(cue.over, end)
        ):
            return True
        if cue.kind == "state":
            return False
        if self._taught(begin, end):
            return True
        if cue.kind in ("noun", "weak") and (self._mentioned(begin) or self._habit(begin)):
            return True
        return cue.kind == "weak" and self._on_condition(end)

    def _dying(self, begin: int) -> bool:
        """Words of an expected death, anywhere near."""
        return self._around.finds("expected", max(begin - REACH, 0), min(begin + REACH, len(self._classes)))

    def _excluded(self, cue: Cue, begin: int, end: int) -> bool:
        """A word the cue names as its exception: in the same clause, but a thing only as the subject."""
        first, last = self._words.sentence(begin) if cue.widely else self._words.clause(begin)
        things = self._bits["THING"] | self._bits["PHONED"]
        others = cue.unless & ~things
        if any(self._classes[at] & others for at in range(first, last)):
            return True
        subjects = cue.unless & things
        if any(self._classes[at] & subjects for at in range(self._subject(first, begin), begin)):
            return True
        after = range(end, min(end + 4, last))
        return any(self._classes[at] & cue.after_unless for at in after)

    def _subject(self, first: int, begin: int) -> int:
        """Where the clause of the cue may begin: after the last joining word or at the last pronoun."""
        for at in range(begin - 1, first - 1, -1):
            if self._around.has(at, "HUNHAN") or self._around.has(at, "AND"):
                return at + 1
        return first

    def _denied(self, pattern: Pattern, cue: Cue, begin: int, end: int) -> bool:
        """ "ikke", "ingen" before the cue with no verb between, in one of its gaps, or right behind it."""
        negation = self._bits["NOT"] | self._bits["NO"]
        if not any(element.mask & negation for element in pattern.elements):
            own = 0
            for element in pattern.elements:
                own |= element.mask
            # A negation that the pattern itself names ("uden kraft") denies nothing.
            if any(self._classes[at] & negation and not self._classes[at] & own for at in range(begin, end)):
                return True
        if self._listed(begin, end):
            return True
        verb = False
        for at in range(begin - 1, max(begin - _SCOPE_OF_NOT, -1), -1):
            if self._words.pause[at + 1] != NONE or self._around.has(at, "HUNHAN", "JEGVI"):
                break
            if self._around.has(at, "NOT", "NO", "NEVER"):
                return not verb or self._around.has(at + 1, "WHO") or self._subordinate(at)
            if self._around.has(at, "BUT") or ((cue.hint or cue.finding) and self._around.has(at, "AND")):
                break
            verb = verb or self._around.has(at, "FINITE")
        return self._around.has(end, "NOT") and self._words.pause[end] == NONE

    def _listed(self, begin: int, end: int) -> bool:
        """ "ingen åndenød, cyanose eller ødemer": the negation goes for the whole list."""
        if self._words.pause[begin] != SOFT or not self._around.has(end, "OR"):
            return False
        first, _ = self._words.sentence(begin)
        return any(self._around.has(at, "NO") for at in range(first, begin))

    def _subordinate(self, negation: int) -> bool:
        """ "at hun ikke er bevidstløs": the negation stands before its verb only in such clauses."""
        return self._around.has(negation + 1, "FINITE") and any(
            self._around.has(at, "SUBORDINATE") for at in range(negation - 3, negation)
        )

    def _past(self, cue: Cue, begin: int, end: int) -> bool:
        """A past verb before it ("var", "havde"), or a date without a present verb."""
        first, last = self._words.clause(begin)
        if cue.kind in ("noun", "weak") and any(
            self._around.has(at, "HAD") for at in range(end, min(end + 4, last))
        ):
            return True
        for at in range(begin - 1, max(first, begin - _LOOK_BACK_FOR_TENSE) - 1, -1):
            if self._around.has(at, "PAST"):
                lasts = any(self._around.has(each, "MINUTES") for each in range(end, min(end + 5, last)))
                now = lasts or self._found_so(begin, end)
                return not now or self._around.finds("date", first, last)
            if self._around.has(at, "PRESENT"):
                return False
        return self._around.finds("date", first, last)

    def _found_so(self, begin: int, end: int) -> bool:
        """ "han var livløs da jeg kom": the past of the finder, who stands there now."""
        _, last = self._words.sentence(begin)
        return any(
            self._around.has(at, "WHEN_FOUND") and self._around.has(at + 1, "JEGVI")
            for at in range(end, last)
        )

    def _told_as_over(self, begin: int, end: int) -> bool:
        """ "kunne ikke få vejret i nat", "… men det gik over": told of a time that is named or ended."""
        if not any(self._around.has(at, "COULD") for at in range(begin - 2, begin + 1)):
            return False
        return self._around.finds("date", *self._words.sentence(begin)) or self._is_over(
            ("awake", "stopped"), end
        )

    def _is_over(self, endings: tuple[str, ...], end: int) -> bool:
        for name in endings:
            for at in range(end, min(end + _LOOK_AHEAD_FOR_END, len(self._classes))):
                if (
                    self._around.match(name, at) is not None
                    and not self._around.has(at - 1, "NOT")
                    and not self._around.has(at - 2, "NOT")
                ):
                    return True
        return False

    def _mentioned(self, begin: int) -> bool:
        """ "ved brystsmerter", "kursus om kramper": named, not seen; "mistanke om" is seen."""
        for at in range(begin - 1, max(begin - 3, -1), -1):
            if self._words.pause[at + 1] != NONE or self._around.has(at, "FINITE", "HUNHAN"):
                return False
            if self._around.has(at, "PREPOSITION"):
                return not self._around.has(at - 1, "SUSPECT") or self._around.has(at - 2, "PREPOSITION")
        return False

    def _taught(self, begin: int, end: int) -> bool:
        """Asked how or when, or beside the name of a document, and not said of a person: "hun har …"."""
        first, _ = self._words.clause(begin)
        if any(self._around.has(at, "HOW") for at in range(first, begin)):
            if self._around.finds("ongoing", begin, self._words.sentence(begin)[1]):
                return False
            return not any(restarts(self._around, at, begin) for at in range(first, begin))
        if any(self._around.has(at, "FINITE", "HUNHAN") for at in range(begin - 2, begin)):
            return any(self._around.has(at, "LESSON") for at in range(begin, end))
        return any(self._around.has(at, "LESSON") for at in range(*self._words.sentence(begin)))

    def _habit(self, begin: int) -> bool:
        first, last = self._words.sentence(begin)
        return any(self._around.has(at, "HABIT", "LITTLE") for at in range(first, last))

    def _on_condition(self, end: int) -> bool:
        """ "ondt i brystet når han går": what brings it on is known, and it is not now."""
        _, last = self._words.sentence(max(end - 1, 0))
        return any(self._around.has(at, "EFFORT") for at in range(end, last))
