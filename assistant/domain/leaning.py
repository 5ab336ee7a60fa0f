"""How a sentence leans on what was said and shown before it."""

from dataclasses import dataclass
from enum import StrEnum


class FollowUp(StrEnum):
    """What a sentence wants of the last answer, where it says nothing else."""

    WHY = "why"
    AGAIN = "again"
    MORE = "more"
    NEXT = "next"
    """What comes after the window that was shown."""
    BEFORE = "before"
    ACKNOWLEDGE = "acknowledge"


@dataclass(frozen=True, slots=True)
class Leaning:
    """How a sentence leans on the conversation; a sentence of its own leans in no way.

    `elliptical` is set where it names a new citizen, time or topic and leaves out the question ("og i
    nat?"); `refers` and `of_person` where a pronoun stands for what, and for whom, was spoken of; `bare`
    where its topic says nothing by itself ("hvilken side", "næste gang"); `detail` where it asks how
    much, which, or something of what a pronoun stands for; `lies_ahead` where all its windows are still
    to come.

    Of what was spoken of, `of_doing` asks only whether or by whom it was done ("hvem målte det"), and
    `own_part` is set where it names a part of the record of its own, so that it asks nothing again.

    A correction has the citizens that it takes back in `rejected` ("ikke Else"), `not_this` where it
    takes back the one spoken of, `new_topic` where its topic takes the place of the former, and `adds`
    where nothing was wrong ("og den anden Jens").
    """

    follow: FollowUp | None = None
    elliptical: bool = False
    refers: bool = False
    of_person: bool = False
    bare: bool = False
    detail: bool = False
    lies_ahead: bool = False
    of_doing: bool = False
    own_part: bool = False
    rejected: tuple[str, ...] = ()
    not_this: bool = False
    new_topic: bool = False
    adds: bool = False


NO_LEANING = Leaning()
