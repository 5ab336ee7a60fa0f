"""Words that name people together, and how likely a misspelt name is where it stands."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from nlu.components.names.close import ONE_SLIP, SAME_SOUND, SHORT, TWO_SLIPS
from nlu.components.names.context import Sentence
from nlu.components.names.tokens import Word

# People whose names are this much nearer than the next ones are not "about equally close".
MARGIN = 0.5
Distances = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Run:
    """The words from `begin` to `end` (exclusive) and whom they name, with the distance of each.

    `doubtful` says that one of the words is somebody else's name; `other` is that name where it
    stands beside the name that fits.
    """

    begin: int
    end: int
    people: Distances = field(default_factory=dict)
    doubtful: bool = False
    other: str | None = None

    @property
    def distance(self) -> float:
        """The distance of the nearest."""
        return min(self.people.values(), default=0.0)


def narrowed(run: Run, ids: Collection[str], end: int) -> Run:
    """The run up to `end` with these of its people only."""
    people = {each: run.people[each] for each in ids}
    return Run(run.begin, end, people, run.doubtful and min(people.values()) > SAME_SOUND)


def nearest(people: Distances) -> dict[str, float]:
    """The nearest, and those about as near."""
    best = min(people.values())
    return {each: distance for each, distance in people.items() if distance <= best + MARGIN}


def kept_if_likely(sentence: Sentence, run: Run) -> Run | None:
    """A misspelt name where the sentence lets one expect it; None where it is too far-fetched."""
    people = nearest(run.people)
    if run.end - run.begin > 1:
        return Run(run.begin, run.end, people, run.doubtful, run.other)
    word = sentence.words[run.begin]
    doubtful = run.doubtful and run.distance > SAME_SOUND
    if not sentence.may_name_a_person(run.begin, run.end):
        return None
    if doubtful and run.distance > ONE_SLIP:
        return None  # another name, and not near: a stranger
    expected = (word.capital and not word.opens) or sentence.probably_names_a_person(run.begin, run.end)
    if _far(run, word, short=SHORT + 1) and not expected:
        return None
    doubtful = doubtful or _far(run, word, short=SHORT)
    return Run(run.begin, run.end, people, doubtful)


def _far(run: Run, word: Word, *, short: int) -> bool:
    """Whether too much of the word is otherwise: two letters, or one of a word of `short` letters."""
    return run.distance >= TWO_SLIPS or (run.distance >= ONE_SLIP and len(word.form) <= short)
