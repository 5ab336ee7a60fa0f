"""Reads lexemes by position: what every grammar rule is handed, and the small tests rules share."""

from typing import TypeVar

from nlu.components.times.lexis import Cls, Lexeme

T = TypeVar("T")
Found = tuple[T, int] | None  # what was understood, and the index of the first lexeme after it

_CLOSING = frozenset('.,;:?!)"»”')
_MAY_FOLLOW_A_TIME = frozenset(
    {
        Cls.END, Cls.FUNCTION, Cls.PREPOSITION, Cls.IN, Cls.ON, Cls.AT, Cls.ABOUT, Cls.TO, Cls.FROM, Cls.AND,
        Cls.BUT, Cls.DAY_OFFSET, Cls.PART_NEAR, Cls.WEEKDAY, Cls.HERE, Cls.FOR, Cls.CLOCK_WORD, Cls.BEFORE,
        Cls.AFTER, Cls.THE, Cls.UNTIL, Cls.NOW, Cls.BETWEEN, Cls.IS, Cls.ZONE,
    }
)  # fmt: skip


_QUESTION_WORDS = ("what", "who", "how")
_PADDING = 16  # no rule looks further past the end of the text than this
_LONGEST_RUN = 4  # "hele den her" is the longest run of small words that makes sense


class Reader:
    """The lexemes of one text; an index just past either end reads as END."""

    __slots__ = ("_classes", "lexemes")

    def __init__(self, lexemes: list[Lexeme]) -> None:
        self.lexemes = lexemes
        self._classes = [lexeme.cls for lexeme in lexemes] + [Cls.END] * _PADDING

    def cls(self, i: int) -> Cls:
        """Return the class at an index."""
        return self._classes[i]

    def value(self, i: int) -> str:
        """Return the value at an index that holds a lexeme."""
        return self.lexemes[i].value

    def is_mark(self, i: int, marks: str) -> bool:
        """Say whether a punctuation mark of `marks` stands here."""
        return self._classes[i] is Cls.PUNCT and self.lexemes[i].value in marks

    def past(self, i: int, *classes: Cls) -> int:
        """Return the index after a few lexemes of these classes; not all of a hostile text's."""
        for j in range(i, i + _LONGEST_RUN):
            if self._classes[j] not in classes:
                return j
        return i + _LONGEST_RUN

    def past_mark(self, i: int, marks: str = ".") -> int:
        """Return the index after an optional punctuation mark."""
        return i + 1 if self.is_mark(i, marks) else i

    def stands_alone(self, i: int) -> bool:
        """Say whether the word before `i` counts nothing: no noun follows, so a bare number may be a time."""
        cls = self._classes[i]
        return cls in _MAY_FOLLOW_A_TIME or (cls is Cls.PUNCT and self.value(i) in _CLOSING)

    def touches(self, i: int) -> bool:
        """Say whether the lexeme at `i` is written to the one before it: the 2 of "Q2"."""
        return 0 < i < len(self.lexemes) and self.lexemes[i].start == self.lexemes[i - 1].end

    def again(self, i: int) -> bool:
        """Say whether "igen" means one further ("næste fredag igen"); in a question it only repeats."""
        if self.cls(i) is not Cls.HERE or self.value(i) != "again":
            return False
        return not any(w.cls is Cls.FUNCTION and w.value in _QUESTION_WORDS for w in self.lexemes)

    def is_amount(self, i: int) -> bool:
        """Say whether what stands here makes a count or a measure of the number before it."""
        return self._classes[i] in (Cls.MEASURE, Cls.UNIT) or self.is_mark(i, "%°+*")
