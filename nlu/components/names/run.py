"""Words that name people together, and how likely a misspelt name is where it stands."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from nlu.components.names.close import ONE_SLIP, READ_ALIKE, SAME_LETTERS, SAME_SOUND, SHORT, SLIP_IN_SOUND
from nlu.components.names.context import Sentence
from nlu.components.names.slots import Slot, slot_of
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
    return Run(run.begin, end, people, run.doubtful and min(people.values()) > READ_ALIKE)


def nearest(people: Distances) -> dict[str, float]:
    """The nearest, and those about as near; beside a sound or a variant also who is one letter away."""
    best = min(people.values())
    farthest = max(best + MARGIN, ONE_SLIP) if best > SAME_LETTERS else best + MARGIN
    return {each: distance for each, distance in people.items() if distance <= farthest}


def kept_if_likely(sentence: Sentence, run: Run) -> Run | None:
    """A misspelt name where the sentence lets one expect it; None where it is too far-fetched."""
    people = nearest(run.people)
    if run.end - run.begin > 1:
        return Run(run.begin, run.end, people, run.doubtful, run.other)
    word = sentence.words[run.begin]
    doubtful = run.doubtful and run.distance > SAME_SOUND
    unlikely = sentence.may_be_another_word(run.begin)
    expected = (word.capital and not word.opens) or slot_of(sentence, run.begin, run.end) > Slot.NONE
    if unlikely and not expected and not sentence.may_name_a_person(run.begin, run.end):
        return None
    if doubtful and run.distance > ONE_SLIP:
        return None  # another name, and not near: a stranger
    if unlikely and not expected and _far(run, word, short=SHORT + 1):
        return None
    doubtful = doubtful or _far(run, word, short=SHORT)
    return Run(run.begin, run.end, people, doubtful)


def _far(run: Run, word: Word, *, short: int) -> bool:
    """Whether too much of the word is otherwise: a slip besides the sound, or one in `short` letters."""
    return run.distance >= SLIP_IN_SOUND or (run.distance >= ONE_SLIP and len(word.form) <= short)
