"""More cases to learn from, made of answerable ones without another author: what answers is taken away, or
asked for elsewhere.

Deterministic: the same cases give the same ones. A case is left out where another text is so like the one
taken away that it may answer as well.
"""

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from assistant.evaluation.guidance_cases import ANSWERABLE, Case, open_world
from assistant.services.care_plans import pick_in_force
from assistant.services.guidance_question import weight_of
from knowledge.guidance import Guidance
from retrieval.vocabulary import stem
from retrieval.words import words

_ABSENT = "topic_absent"
# The share of the telling words of the shorter of two texts that the other has as well: from here on it may
# answer too.
_ALIKE = 0.4
_TELLING = 0.4

Some = TypeVar("Some")
Shelves = Mapping[str | None, Sequence[Guidance]]
"""The texts in force of each citizen of a world, and under None its instrukser."""


@dataclass(frozen=True, slots=True)
class _World:
    name: str
    shelves: Shelves

    def searched(self, case: Case) -> list[Guidance]:
        """What is searched for a case, without what was taken away."""
        found = list(self.shelves[case.citizen]) if case.citizen else []
        if case.instrukser or not case.citizen:
            found += self.shelves[None]
        return [each for each in found if each.id not in case.without]

    @property
    def citizens(self) -> list[str]:
        """The citizens who have texts of their own."""
        return sorted(each for each, texts in self.shelves.items() if each and texts)


def made_of(cases: Sequence[Case], worlds: Sequence[Path]) -> list[Case]:
    """Cases made of the answerable ones among these, in the worlds that they name."""
    asked = {
        each.world: sorted({c.citizen for c in cases if c.world == each.world and c.citizen})
        for each in cases
    }
    known = {name: _read(name, citizens, worlds) for name, citizens in asked.items()}
    made: list[Case] = []
    for case in cases:
        texts = known[case.world].searched(case)
        right = [each for each in texts if each.id in case.guidance]
        if case.kind == ANSWERABLE and right:
            made += _made(case, right, known)
        elif case.kind != ANSWERABLE and case.citizen:
            made.append(replace(case, id=f"{case.id}-own", instrukser=False, made_of=case.id))
    return made


def _made(case: Case, right: Sequence[Guidance], known: Mapping[str, _World]) -> Iterator[Case]:
    here = known[case.world]
    asked = [case]
    if not case.citizen and here.citizens:
        # Instrukser answer questions about someone as well; few cases of the files ask so.
        someone = _one_of(here.citizens, case.id)
        asked.append(replace(case, id=f"{case.id}-about", citizen=someone, made_of=case.id))
    elif case.citizen and all(each.citizen for each in right):
        asked.append(replace(case, id=f"{case.id}-own", instrukser=False, made_of=case.id))
    yield from asked[1:]
    without = replace(case, kind=_ABSENT, guidance=(), made_of=case.id)
    for each in asked:
        hidden = replace(
            without,
            id=f"{each.id}-hidden",
            citizen=each.citizen,
            instrukser=each.instrukser,
            without=case.guidance,
        )
        if not _may_answer(here.searched(hidden), right):
            yield hidden
    others = [each for name, each in sorted(known.items()) if name != case.world and each.citizens]
    if others:
        world = _one_of(others, case.id)
        elsewhere = replace(
            without, id=f"{case.id}-elsewhere", world=world.name, citizen=_one_of(world.citizens, case.id)
        )
        if not _may_answer(world.searched(elsewhere), right):
            yield elsewhere


def _may_answer(texts: Collection[Guidance], right: Collection[Guidance]) -> bool:
    return any(_alike(one, other) > _ALIKE for one in texts for other in right)


def _alike(one: Guidance, other: Guidance) -> float:
    first, second = _telling(one), _telling(other)
    return len(first & second) / (min(len(first), len(second)) or 1)


def _telling(guidance: Guidance) -> frozenset[str]:
    found = set(words(f"{guidance.title} {guidance.text}"))
    return frozenset(stem(word) for word in found if weight_of(word) > _TELLING)


def _one_of(several: Sequence[Some], name: str) -> Some:
    """One of several, always the same for a name."""
    digest = hashlib.blake2b(name.encode(), digest_size=4).digest()
    return several[int.from_bytes(digest, "big") % len(several)]


def _read(name: str, citizens: Sequence[str], worlds: Sequence[Path]) -> _World:
    with open_world(name, worlds, by_meaning=False) as (app, at), app.open_work() as work:
        shelves: dict[str | None, Sequence[Guidance]] = {
            None: list(pick_in_force(work.guidance.instrukser(), at).values())
        }
        for each in citizens:
            shelves[each] = list(pick_in_force(work.guidance.of_citizen(each), at).values())
        return _World(name, shelves)
