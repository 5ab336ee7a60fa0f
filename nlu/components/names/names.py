"""Finding the people of a roster in a sentence: exact, folded and in the genitive.

The roster decides who can be meant, never a model of what names look like (`design.md`): a name
that fits several people gives all of them, and a name that fits none gives nothing.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from nlu.components.names.cues import Cues, load_cues
from nlu.components.names.folding import fold, foldings

Span = tuple[int, int]
_WORD = re.compile(r"[^\W\d_]+(?:['’]s?(?![^\W\d_]))?")
_PARTS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Person:
    """Someone of the roster: every string of `names` is one name, "Inger-Lise Bruun" or "Misse"."""

    id: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameMention:
    """Words of a sentence that name one or several people of the roster.

    `candidates` are the ids of all whom the words fit. `other_name` is a capitalised word beside
    the name that none of them has: "Ellen Petersen" where the roster has an Ellen Pedersen.
    """

    text: str
    span: Span
    candidates: tuple[str, ...]
    other_name: str | None = None


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    span: Span
    forms: tuple[str, ...]
    capital: bool


class NameIndex:
    """The names of a roster, ready to be found in sentences.

        index = NameIndex([Person("b-1", ("Else Winther",)), Person("b-2", ("Åse Kjærsgaard",))])
        index.find("Hvad skal aase have, og hvornår er Elses bad?")
        # → "aase" (b-2), "Elses" (b-1)

    Looking up costs one dictionary access a word, whatever the size of the roster.
    How well it does: `rytme evaluate nlu` is to say so (issue B); today it finds every citizen of
    the demo district by first name, full name, genitive and without æøå (`tests/nlu`).
    """

    def __init__(self, people: Iterable[Person]) -> None:
        self._cues: Cues = load_cues()
        self._by_form: dict[str, set[str]] = defaultdict(set)
        for person in people:
            for form in _forms_of(person):
                if form not in self._cues.particles:
                    self._by_form[form].add(person.id)
        self._parts: dict[str, frozenset[str]] = {}
        for form, ids in self._by_form.items():
            for each in ids:
                self._parts[each] = self._parts.get(each, frozenset()) | {form}

    def find(self, text: str, *, taken: Collection[Span] = ()) -> list[NameMention]:
        """The mentions in `text`, in order.

        :param taken: spans that are known to say something else, such as times ("i dag").
        """
        words = [self._word(match) for match in _WORD.finditer(text)]
        mentions: list[NameMention] = []
        position = 0
        while position < len(words):
            length, candidates = self._longest_run(words, position)
            if candidates and not self._is_ordinary(words, position, length, taken):
                run = words[position : position + length]
                following = words[position + length] if position + length < len(words) else None
                mentions.append(_mention(text, run, candidates, self._surname(run, following, taken)))
            position += max(length, 1)
        return mentions

    def _word(self, match: re.Match[str]) -> _Word:
        text = match.group()
        forms = [fold(text.rstrip("'’"))] if text[-1] in "'’" else [fold(text)]
        forms.extend(
            fold(text[: -len(ending)])
            for ending in self._cues.genitive_endings
            if text.lower().endswith(ending) and len(text) > len(ending) + 1
        )
        return _Word(text, match.span(), tuple(dict.fromkeys(forms)), text[0].isupper())

    def _longest_run(self, words: list[_Word], begin: int) -> tuple[int, frozenset[str]]:
        """How many words from `begin` name the same people, and who they are."""
        candidates: frozenset[str] = frozenset()
        length = 0
        for word in words[begin:]:
            fitting = self._fitting(word)
            if length == 0:
                narrowed = fitting
            elif fitting:
                narrowed = candidates & fitting
            else:
                narrowed = self._with_initial(word, candidates)
            if not narrowed:
                break
            candidates, length = narrowed, length + 1
        return length, candidates

    def _fitting(self, word: _Word) -> frozenset[str]:
        """Whom a word names: as it stands if that fits anyone, else without its genitive ending."""
        return next(
            (frozenset(self._by_form[form]) for form in word.forms if form in self._by_form), frozenset()
        )

    def _surname(
        self, run: Sequence[_Word], following: _Word | None, taken: Collection[Span]
    ) -> _Word | None:
        """The word behind a name, where it stands as a surname does: not after a genitive or a comma."""
        last = run[-1]
        if following is None or following.span[0] != last.span[1] + 1 or last.forms[0] not in self._by_form:
            return None
        return following if last.text[-1] not in "'’" and _may_be_a_name(following, taken) else None

    def _with_initial(self, word: _Word, candidates: frozenset[str]) -> frozenset[str]:
        """ "Kirsten M": those of the candidates who have a name that begins with the letter."""
        if len(word.text) != 1 or not word.capital:
            return frozenset()
        letter = fold(word.text)
        return frozenset(
            each for each in candidates if any(form.startswith(letter) for form in self._parts[each])
        )

    def _is_ordinary(self, words: list[_Word], begin: int, length: int, taken: Collection[Span]) -> bool:
        """Whether a single word is more likely the ordinary word ("i dag") than the name ("Dag")."""
        word = words[begin]
        if any(first < word.span[1] and word.span[0] < last for first, last in taken):
            return length == 1
        if length > 1 or not set(word.forms) & self._cues.ordinary_words:
            return False
        if word.capital and begin > 0:
            return False
        after_person_word = begin > 0 and words[begin - 1].forms[0] in self._cues.before_a_person
        return not after_person_word and not (word.capital and len(words) > 1 and begin == 0)


def _mention(
    text: str, run: Sequence[_Word], candidates: frozenset[str], surname: _Word | None
) -> NameMention:
    span = (run[0].span[0], run[-1].span[1])
    other = surname.text if surname else None
    return NameMention(text[slice(*span)], span, tuple(sorted(candidates)), other)


def _may_be_a_name(word: _Word, taken: Collection[Span]) -> bool:
    """Whether a word is written as a name is: "Petersen", but not "BT" or the "Kl" of a time."""
    in_taken = any(begins <= word.span[0] < ends for begins, ends in taken)
    return word.capital and not word.text.isupper() and not in_taken


def _forms_of(person: Person) -> set[str]:
    """The folded words of a person's names, and hyphenated ones written together."""
    forms: set[str] = set()
    for name in person.names:
        for part in name.split():
            pieces = _PARTS.findall(part)
            forms.update(form for piece in pieces for form in foldings(piece))
            if len(pieces) > 1:
                forms.update(foldings("".join(pieces)))
    return forms
