"""Who can be meant, and what was found: plain values."""

from dataclasses import dataclass

from nlu.components.names.tokens import Span


@dataclass(frozen=True, slots=True)
class Person:
    """Someone of the roster: every string of `names` is one name, "Inger-Lise Bruun" or "Misse".

    `places` are addresses as they are written: "Birkevej 12, 1. th., Lyngkøbing", "Lindehaven, bolig 7".
    """

    id: str
    names: tuple[str, ...]
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NameMention:
    """Words of a sentence that name one or several people of the roster.

    `candidates` are the ids of all whom the words fit, never empty. `other_name` is a name beside
    it that none of them has: "Ellen Petersen" where the roster has an Ellen Pedersen. `exact` is
    false where the words are spelt otherwise than the roster has them, and `distance` says by how
    much (0 exact; 1 one letter). `certain` is false where the words are also somebody else's name:
    then the candidates are to be asked about, also when there is only one.
    """

    text: str
    span: Span
    candidates: tuple[str, ...]
    other_name: str | None = None
    exact: bool = True
    certain: bool = True
    distance: float = 0.0


@dataclass(frozen=True, slots=True)
class Stranger:
    """Words that stand where a person is named, and name nobody of the roster: "Torben Hald"."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was found in one sentence, each list in the order of the words.

    `colleagues` are named as those who do something ("må Trine give det"): no citizen is asked about there.
    """

    mentions: tuple[NameMention, ...]
    strangers: tuple[Stranger, ...]
    colleagues: tuple[Stranger, ...] = ()
