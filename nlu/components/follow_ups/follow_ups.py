"""How a sentence leans on what was said and shown before it.

    read_follow_up("og i nat?", times=[(3, 8)]).elliptical     # → True: the rest is as it was
    read_follow_up("hvorfor det?").kind                        # → Kind.WHY
    read_follow_up("og ugen før?").side                        # → Side(days=7, before=True)

Assigns nothing. What the follow-up goes on from is the dialogue's business (`assistant.domain.ellipsis`).

How well it does: the sentences of `tests/nlu/components/follow_ups`, written by hand with the component;
through the whole app, the conversations of `tests/data/dialogues` and of `tests/data/questions`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from knowledge.function_words import function_words
from nlu.components.follow_ups.cues import Cues, load_cues
from nlu.components.follow_ups.lines import NAME, TIME, Span, Word, begins_with, forms, holds, line_of
from nlu.folding import fold, foldings

_MOST_NEW_WORDS = 3


class Kind(StrEnum):
    """What a follow-up wants of what was shown."""

    WHY = "why"
    AGAIN = "again"
    MORE = "more"
    NEXT = "next"
    BEFORE = "before"
    ACKNOWLEDGE = "acknowledge"


@dataclass(frozen=True, slots=True)
class Side:
    """A stretch of time beside the one spoken of ("ugen før": the 7 days before it), and where it stands."""

    days: int
    before: bool
    span: Span = (0, 0)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """How a sentence leans on the one before.

    `elliptical`: it names a new citizen, time or topic and leaves out the question. `refers` and
    `of_person`: it has a pronoun for what was spoken of, and for whom.
    """

    kind: Kind | None = None
    side: Side | None = None
    elliptical: bool = False
    refers: bool = False
    of_person: bool = False


def read_follow_up(text: str, *, names: Iterable[Span] = (), times: Iterable[Span] = ()) -> FollowUp:
    """What of `text` leans on what went before.

    :param names: where words name a citizen; `times`: where words name a time.
    """
    cues = load_cues()
    said = line_of(text, names=names, times=times)
    line = forms(said)
    new = _without_fillers(_without_openings(line, cues), cues)
    return FollowUp(
        kind=_kind(line, cues),
        side=_side(said, cues),
        elliptical=_is_elliptical(line, new, cues),
        refers=_refers(line, cues),
        of_person=any(word in cues.persons for word in line),
    )


def names_no_topic(words: Sequence[str], *, refers: bool) -> bool:
    """Whether `words` ask only for a measure of what was spoken of ("side", "varmt").

    :param refers: whether a pronoun stands for it; then everyday verbs name no topic either ("give det").
    """
    cues = load_cues()
    empty = cues.measures | cues.fillers | (cues.acts if refers else frozenset())
    return all(fold(word) in empty for word in words)


def is_of_today(time: str) -> bool:
    """Whether words for a time hold for today whatever day was spoken of: "i aften", "nu"."""
    words = forms(line_of(time, names=(), times=()))
    return bool(words) and words[0] in load_cues().of_today


def _refers(line: list[str], cues: Cues) -> bool:
    """Whether a pronoun stands for something spoken of: not the article of a noun, nor "var det"."""
    grammar = _grammar() | cues.acts | {NAME, TIME}
    return any(
        word in cues.things
        and (index == 0 or line[index - 1] not in cues.empty_after)
        and (index + 1 == len(line) or line[index + 1] in grammar)
        for index, word in enumerate(line)
    )


def _kind(line: list[str], cues: Cues) -> Kind | None:
    if not line:
        return None
    if _asks_why(line, cues):
        return Kind.WHY
    said = _sayings(line, cues)
    for name, phrases in cues.whole.items():
        if said & phrases:
            return Kind(name)
    return next((Kind(name) for name in cues.beside if _is_beside(line, cues.beside[name], cues)), None)


def _asks_why(line: list[str], cues: Cues) -> bool:
    for begin in (line, _without_openings(line, cues), _without_fillers(line, cues)):
        length = begins_with(begin, cues.why)
        alone = " ".join(begin[:length]) in cues.why_alone
        if length and (not alone or len(begin) == length):
            return True
    return False


def _sayings(line: list[str], cues: Cues) -> set[str]:
    """The sentence as it stands, and without what is said around it."""
    kept = [word for word in line if word not in cues.fillers]
    begun = [line, _without_openings(line, cues)]
    begun += [each[_fillers_before(each, cues) :] for each in begun]
    return {" ".join(each[:end]) for each in (*begun, kept) for end in _ends(each, cues) if end}


def _ends(line: list[str], cues: Cues) -> Iterator[int]:
    """Where the line may end: after it, and before each of the fillers at its end."""
    end = len(line)
    yield end
    while end and line[end - 1] in cues.fillers:
        end -= 1
        yield end


def _is_beside(line: list[str], phrases: frozenset[str], cues: Cues) -> bool:
    """Whether one of `phrases` is all that the sentence says besides grammar."""
    where = holds(line, phrases)
    if where is None:
        return False
    rest = line[: where[0]] + line[where[1] :]
    asks = not any(word in cues.clause for word in rest) or any(word in cues.what for word in rest)
    plain = all(word in _grammar() for word in rest)
    return (
        plain and (asks or phrases is cues.beside["again"]) and not any(word in cues.steps for word in rest)
    )


def _side(said: Sequence[Word], cues: Cues) -> Side | None:
    """ "ugen før", "to dage efter": the length and the side are said beside each other."""
    line = forms(said)
    for index, (word, following) in enumerate(pairwise(line)):
        days = cues.days.get(word)
        if days and (following in cues.sides["before"] or following in cues.sides["after"]):
            rest = line[index + 2 :]
            if all(each in _grammar() for each in rest):
                counted = index > 0 and line[index - 1] in cues.numbers
                number = cues.numbers[line[index - 1]] if counted else 1
                span = (said[index - counted].span[0], said[index + 1].span[1])
                return Side(days * number, following in cues.sides["before"], span)
    return None


def _is_elliptical(line: list[str], new: list[str], cues: Cues) -> bool:
    said = [word for word in new if word not in (NAME, TIME)]
    if not new or len(said) > _MOST_NEW_WORDS or any(word in cues.clause for word in said):
        return False
    opened = len(_without_openings(line, cues)) < len(line)
    return opened or not said


def _without_openings(line: list[str], cues: Cues) -> list[str]:
    rest = list(line)
    while rest and (length := begins_with(rest, cues.openings)):
        rest = rest[length:]
    return rest


def _without_fillers(line: list[str], cues: Cues) -> list[str]:
    """The line without fillers at either end."""
    rest = line[_fillers_before(line, cues) :]
    return rest[: min(_ends(rest, cues))]


def _fillers_before(line: Sequence[str], cues: Cues) -> int:
    return next((index for index, word in enumerate(line) if word not in cues.fillers), len(line))


@lru_cache(maxsize=1)
def _grammar() -> frozenset[str]:
    return frozenset(form for word in function_words() for form in foldings(word))
