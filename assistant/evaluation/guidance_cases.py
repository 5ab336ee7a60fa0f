"""Questions to the guidance with what answers them: read, searched and judged by the real search."""

import io
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, time
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.bootstrap import Application, bootstrap
from assistant.demo.district import demo_lines
from assistant.records.reader import read_file, read_lines
from assistant.services.guidance_search import GuidanceSearch, Searched
from assistant.services.records import import_records
from assistant.settings import Settings
from knowledge.function_words import function_words
from nlu.components.spelling import respell
from nlu.components.times import ShiftHours, find_times
from nlu.rasa_client import NoNlu
from retrieval.embedder import BUNDLED
from retrieval.evidence import Considered, Judgement, Weights, consider, load_weights, weigh
from retrieval.words import words

ANSWERABLE = "answerable"
_DEMO = "demo"
_DEMO_CLOCK = datetime.fromisoformat("2026-11-23T10:00:00+01:00")
# Of a world that has no questions with a clock of their own; tests/data/retrieval/README.md has the day.
_CLOCK = datetime.fromisoformat("2026-11-24T10:00:00+01:00")
_SHIFTS = ShiftHours((time(7), time(15)), (time(15), time(23)), (time(23), time(7)))


@dataclass(frozen=True, slots=True)
class Case:
    """A question; `guidance` are the ids that answer it, or (`detail_absent`) the one nearest to it.

    `kind` is `answerable`, `foreign` (no work of ours), `topic_absent` (others have it, this citizen
    does not) or `detail_absent` (the topic is there, and not what is asked of it). A case that was made of
    another one (`made_of`, its id) may be asked without some texts, or of the citizen's own texts alone.
    """

    id: str
    world: str
    citizen: str | None
    text: str
    kind: str
    guidance: tuple[str, ...]
    tags: tuple[str, ...]
    made_of: str = ""
    without: tuple[str, ...] = ()
    instrukser: bool = True


@dataclass(frozen=True)
class SearchedCase:
    """A case with what the search goes by, before it is judged."""

    case: Case
    searched: Searched

    @cached_property
    def considered(self) -> Considered:
        """What speaks for and against each text: the same for all weights, and dear to find."""
        found = self.searched
        return consider(found.matched, found.nearness, about_someone=found.about_someone, said=found.said)

    def by_words(self) -> "SearchedCase":
        """The same case as if there were no vectors."""
        return SearchedCase(self.case, replace(self.searched, nearness={}))

    def judged(self, weights: Weights | None = None) -> "JudgedCase":
        """The case judged by these weights, by default those in use."""
        found = self.searched
        weights = weights or load_weights()["with_vectors" if found.nearness else "by_words"]
        judgement = weigh(self.considered, weights)
        keys = frozenset(each.document.key for each in found.matched.matches)
        return JudgedCase(self.case, judgement, keys)


@dataclass(frozen=True, slots=True)
class JudgedCase:
    """A case with the judgement of the search, and the keys of all that was searched."""

    case: Case
    judgement: Judgement
    searched: frozenset[tuple[str, int]]

    @property
    def ids(self) -> list[str]:
        """The guidance of the candidates, likeliest first."""
        return [each.match.document.key[0] for each in self.judgement.candidates]

    @property
    def rank(self) -> int:
        """The rank of the first right candidate, from 1; 0 where there is none."""
        return next((place for place, id in enumerate(self.ids, 1) if id in self.case.guidance), 0)

    @property
    def answerable(self) -> bool:
        """Whether one of the texts answers the question."""
        return self.case.kind == ANSWERABLE


def read_cases(path: Path) -> list[Case]:
    """The cases of a file of lines `id`, `world`, `citizen`, `text`, `kind`, `guidance?`, `tags`."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return [
        Case(
            id=row["id"],
            world=row["world"],
            citizen=row["citizen"],
            text=row["text"],
            kind=row["kind"],
            guidance=tuple(row.get("guidance") or ()),
            tags=tuple(row["tags"]),
        )
        for row in rows
    ]


def search_cases(
    cases: Sequence[Case], worlds: Sequence[Path], *, by_meaning: bool
) -> Iterator[SearchedCase]:
    """Every case with what the search finds for it, in a home of each world of their own.

    :param worlds: the folders with NAME_world.ndjson, and NAME.jsonl for the clock; "demo" is the demo
        district.
    :param by_meaning: whether texts are compared by their vectors as well; making those takes 2 minutes.
    """
    for name in dict.fromkeys(each.world for each in cases):
        with open_world(name, worlds, by_meaning=by_meaning) as (app, at):
            search = GuidanceSearch(app.dense if by_meaning else None)
            for case in cases:
                if case.world == name:
                    topic = _topic_of(case.text, at)
                    with app.open_work() as work:
                        found = search.searched(
                            work,
                            topic,
                            citizen=case.citizen,
                            at=at,
                            text=case.text,
                            without=case.without,
                            instrukser=case.instrukser,
                        )
                    yield SearchedCase(case, found)


@contextmanager
def open_world(
    name: str, worlds: Sequence[Path], *, by_meaning: bool
) -> Iterator[tuple[Application, datetime]]:
    """A world in a home of its own, with its today."""
    with TemporaryDirectory(prefix="rytme-evaluate-") as folder:
        embedder = BUNDLED if by_meaning else "off"
        settings = Settings.read({"RYTME_HOME": folder, "RYTME_EMBEDDER": embedder})
        app = bootstrap(settings, nlu=NoNlu())
        if name == _DEMO:
            at = _DEMO_CLOCK
            import_records(app.open_work, read_lines(io.BytesIO("\n".join(demo_lines(at)).encode())))
        else:
            home = next((each for each in worlds if (each / f"{name}_world.ndjson").exists()), worlds[0])
            at = _clock(home / f"{name}.jsonl")
            import_records(app.open_work, read_file(home / f"{name}_world.ndjson"))
        if app.embedding is not None:
            app.embedding.prepare()
            app.embedding.look()
        yield app, at
        if app.storage is not None:
            app.storage.close()


def _clock(questions: Path) -> datetime:
    """The today of a world, as its own questions have it."""
    if not questions.exists():
        return _CLOCK
    with questions.open(encoding="utf-8") as lines:
        return datetime.fromisoformat(json.loads(next(lines))["at"])


def _topic_of(text: str, at: datetime) -> tuple[str, ...]:
    """The words left of a question without times and grammar, as the hearing leaves them; it names nobody."""
    text = respell(text).text
    for mention in sorted(find_times(text, at=at, shifts=_SHIFTS), key=lambda each: -each.span[0]):
        begin, end = mention.span
        text = f"{text[:begin]} {text[end:]}"
    return tuple(dict.fromkeys(word for word in words(text) if word not in function_words()))
