"""Sentences cut into words that can be compared with names."""

import re
from dataclasses import dataclass

from nlu.components.names.cues import Cues
from nlu.folding import fold

Span = tuple[int, int]
_WORD = re.compile(r"[^\W\d_]+(?:['’]s?(?![^\W\d_]))?")
_SENTENCE_END = re.compile(r"[.!?:;\n]")
# What may stand between two words of one name: a blank, a hyphen, the full stop of "K. Mørk".
_INSIDE_A_NAME = re.compile(r"(?: {1,2}|\u00a0|\t)|[-‐‑–]|\. ?")

# No name is longer; what is longer is compared by its beginning, so that it costs no more.
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Word:
    """One word. `forms` are its folded spellings, as it stands and without a genitive ending.

    `joined` says that it can continue the name of the word before it; `opens` that a sentence or
    clause begins with it; `capital` is never set in a text that is all in capitals.
    """

    text: str
    span: Span
    forms: tuple[str, ...]
    capital: bool
    joined: bool
    after_comma: bool
    opens: bool

    @property
    def form(self) -> str:
        """The folded word as it stands."""
        return self.forms[0]

    @property
    def genitive(self) -> bool:
        """Whether the word shows by its apostrophe that it is a genitive."""
        return "'" in self.text or "’" in self.text


def split_words(text: str, cues: Cues) -> list[Word]:
    """The words of `text`, in order."""
    shouted = text.isupper()
    words: list[Word] = []
    end = 0
    for match in _WORD.finditer(text):
        gap = text[end : match.start()]
        initial = bool(words) and len(words[-1].text) == 1
        words.append(
            Word(
                text=match.group(),
                span=match.span(),
                forms=_forms(match.group(), cues.genitive_endings),
                capital=match.group()[0].isupper() and not shouted,
                joined=bool(words) and bool(_INSIDE_A_NAME.fullmatch(gap)) and ("." not in gap or initial),
                after_comma=bool(words) and gap.strip() == ",",
                opens=not words or bool(_SENTENCE_END.search(gap)),
            )
        )
        end = match.end()
    return words


def _forms(text: str, endings: tuple[str, ...]) -> tuple[str, ...]:
    if len(text) > _LONGEST:
        return (fold(text[:_LONGEST]),)
    forms = [fold(text.rstrip("'’"))] if text[-1] in "'’" else [fold(text)]
    lower = text.lower()
    forms.extend(
        fold(text[: -len(ending)])
        for ending in endings
        if lower.endswith(ending) and len(text) > len(ending) + 1
    )
    return tuple(dict.fromkeys(forms))
