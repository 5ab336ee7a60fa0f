"""The misspelt names of `tests/data/names`, and how each is understood."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from nlu.components.names import NameIndex, Person
from nlu.components.names.tokens import Span

DATA = Path(__file__).parents[3] / "data/names"
# Where staff put a name; each spelling is tried in one of them, in turn.
SENTENCES = ("hvad skal {} have kl 9", "{} kl 14", "hvornår er {} i bad", "og hvad med {}?")


@dataclass(frozen=True, slots=True)
class Misspelt:
    """A sentence that names a citizen of the group otherwise than the roster spells the name."""

    group: str
    citizen: str
    sentence: str


def misspelt(file: str) -> Iterator[Misspelt]:
    """The sentences of one file of `tests/data/names`."""
    for line in (DATA / file).read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        group, citizen, spellings = (part.strip() for part in line.split("|"))
        for number, spelling in enumerate(spellings.split(";")):
            yield Misspelt(group, citizen, SENTENCES[number % len(SENTENCES)].format(spelling.strip()))


def roster() -> NameIndex:
    """Everybody of both files, so that each has many neighbours."""
    citizens = {each.citizen for file in ("dev.txt", "heldout.txt") for each in misspelt(file)}
    return NameIndex(Person(citizen, (citizen,)) for citizen in sorted(citizens))


def outcome(index: NameIndex, sentence: str, citizen: str, *, taken: Sequence[Span] = ()) -> str:
    """`right` (that citizen alone), `wrong` (another is taken), `asked` (with that one) or `missed`."""
    mentions = index.find(sentence, taken=taken)
    chosen = [each.candidates[0] for each in mentions if each.certain and len(each.candidates) == 1]
    if any(each != citizen for each in chosen):
        return "wrong"
    if mentions and len(chosen) == len(mentions):
        return "right"
    return "asked" if any(citizen in each.candidates for each in mentions) else "missed"


def share(outcomes: Counter[str], kind: str) -> float:
    """The part of the outcomes that are of a kind, in percent."""
    return 100 * outcomes[kind] / sum(outcomes.values())
