"""Whole homes of records that hold together, drawn by hypothesis: every field, every boundary."""

from datetime import UTC, date, datetime, time
from typing import Any

from hypothesis import strategies as st

from assistant.domain.care_unit import CareUnit, ShiftHours
from assistant.domain.citizen import Citizen
from assistant.domain.doegnrytmeplan import DAILY, Completion, Outcome, PlannedHelp
from assistant.domain.note import FollowUp, Measurement, Note, NotedCondition, NoteStatus
from assistant.domain.staff import Role, Staff
from assistant.services.record_checks import UNITS
from assistant.services.record_types import Record
from knowledge.guidance import Guidance, Kind, Status

_ANY = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
_ON_ONE_LINE = st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Zs"])

texts = st.text(_ANY, min_size=1, max_size=30).filter(lambda text: bool(text.strip()))
identifiers = st.text(_ON_ONE_LINE, min_size=1, max_size=8)
days = st.dates(date(1850, 1, 1), date(2999, 12, 31))
clocks = st.builds(time, st.integers(0, 23), st.integers(0, 59))
instants = st.datetimes(datetime(1950, 1, 1), datetime(2999, 12, 30), timezones=st.just(UTC))
numbers = st.one_of(st.integers(0, 10**9), st.floats(0, 1e9))
cprs = st.from_regex(r"[0-9]{10}", fullmatch=True)


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """The value, or None."""
    return st.none() | strategy


def several(strategy: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    """A few of them, or none."""
    return st.lists(strategy, max_size=most).map(tuple)


def _two_clocks() -> st.SearchStrategy[tuple[time, time]]:
    return st.tuples(clocks, clocks).filter(lambda pair: pair[0] != pair[1])


@st.composite
def _validity(draw: st.DrawFn) -> tuple[date | None, date | None]:
    first, last = draw(maybe(days)), draw(maybe(days))
    return (last, first) if first and last and last < first else (first, last)


@st.composite
def _span(draw: st.DrawFn, text: str) -> tuple[int, int] | None:
    if draw(st.booleans()):
        return None
    start = draw(st.integers(0, len(text) - 1))
    return start, draw(st.integers(start + 1, len(text)))


shift_hours = st.builds(ShiftHours, _two_clocks(), _two_clocks(), _two_clocks()) | st.just(ShiftHours())


@st.composite
def _guidance(draw: st.DrawFn, identifier: str, citizens: list[str]) -> list[Guidance]:
    citizen = draw(maybe(st.sampled_from(citizens)))
    revisions = draw(st.lists(st.integers(1, 1_000_000), min_size=1, max_size=3, unique=True))
    found = []
    for revision in revisions:
        first, last = draw(_validity())
        found.append(
            Guidance(
                id=identifier,
                kind=Kind.INSTRUKS if citizen is None else Kind.HANDLEANVISNING,
                citizen=citizen,
                title=draw(texts),
                text=draw(texts),
                status=draw(st.sampled_from(Status)),
                revision=revision,
                valid_from=first,
                valid_to=last,
                review_by=draw(maybe(days)),
                approved_by=draw(maybe(texts)),
                fsiii=draw(maybe(identifiers)),
            )
        )
    return found


@st.composite
def _line(draw: st.DrawFn, identifier: str, citizens: list[str], guidance: list[Guidance]) -> PlannedHelp:
    citizen = draw(st.sampled_from(citizens))
    (start, end), (first, last) = draw(_two_clocks()), draw(_validity())
    recurrence = draw(st.sampled_from([DAILY, "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=MONTHLY;BYMONTHDAY=31"]))
    if first is not None:
        recurrence = draw(st.sampled_from([recurrence, "FREQ=WEEKLY;INTERVAL=2", "FREQ=DAILY;COUNT=3"]))
    fitting = sorted({each.id for each in guidance if each.citizen in (None, citizen)})
    chosen = draw(st.lists(st.sampled_from(fitting), max_size=3, unique=True)) if fitting else []
    return PlannedHelp(
        id=identifier,
        citizen=citizen,
        title=draw(texts),
        start=start,
        end=end,
        recurrence=recurrence,
        valid_from=first,
        valid_to=last,
        guidance=tuple(chosen),
        least_role=draw(st.sampled_from(Role)),
        remark=draw(maybe(texts)),
        fsiii=draw(maybe(identifiers)),
    )


@st.composite
def _measurement(draw: st.DrawFn, text: str) -> Measurement:
    kind = draw(st.sampled_from(sorted(UNITS)))
    values: dict[str, Any] = {"value": draw(st.integers(0, 10) if kind == "pain_nrs" else numbers)}
    if kind == "blood_pressure":
        values = {"systolic": draw(numbers), "diastolic": draw(numbers)}
    clock = draw(maybe(clocks.map(lambda each: each.isoformat("minutes"))))
    words, span = draw(maybe(texts)), draw(_span(text))
    return Measurement(kind, UNITS[kind], **values, time=clock, text=words, span=span)


@st.composite
def _condition(draw: st.DrawFn, text: str) -> NotedCondition:
    kind = draw(st.sampled_from(["", "helbredstilstand", "funktionsevnetilstand"]))
    return NotedCondition(
        code=draw(st.just("") | identifiers),
        key=draw(identifiers),
        title=draw(st.just("") | texts),
        kind=kind,
        status=draw(st.sampled_from(["present", "absent", "worse", "better", "unchanged", "resolved"])),
        certainty=draw(st.sampled_from(["certain", "suspected"])),
        severity=None if kind == "helbredstilstand" else draw(maybe(st.integers(0, 4))),
        text=draw(maybe(texts)),
        span=draw(_span(text)),
        confidence=draw(maybe(st.floats(0, 1))),
    )


@st.composite
def _note(draw: st.DrawFn, identifier: str, citizens: list[str], staff: list[str]) -> Note:
    text = draw(texts)
    follow_up = st.builds(
        FollowUp, texts, maybe(days), maybe(st.sampled_from(["nurse", "doctor", "night"])), _span(text)
    )
    return Note(
        id=identifier,
        citizen=draw(st.sampled_from(citizens)),
        author=draw(st.sampled_from(staff)),
        at=draw(instants),
        text=text,
        conditions=draw(several(_condition(text), 2)),
        measurements=draw(several(_measurement(text), 2)),
        follow_ups=draw(several(follow_up, 2)),
        status=draw(st.sampled_from(NoteStatus)),
    )


@st.composite
def _completion(draw: st.DrawFn, key: tuple[str, date], staff: list[str]) -> Completion:
    by, at = draw(st.sampled_from(staff)), draw(instants)
    return Completion(*key, by, at, draw(st.sampled_from(Outcome)), draw(maybe(texts)))


@st.composite
def homes(draw: st.DrawFn) -> list[Record]:
    """The records of a home, in any order: every reference leads somewhere."""
    ids = st.lists(identifiers, min_size=1, max_size=3, unique=True)
    units, staff, citizens = draw(ids), draw(ids), draw(ids)
    records: list[Record] = [CareUnit(each, draw(texts), draw(shift_hours)) for each in units]
    for each in staff:
        own = tuple(draw(st.lists(st.sampled_from(units), max_size=3, unique=True)))
        email = draw(maybe(st.just("a@eksempel.invalid")))
        records.append(Staff(each, draw(texts), draw(st.sampled_from(Role)), own, email))
    for each in citizens:
        unit = draw(st.sampled_from(units))
        optional = [draw(maybe(kind)) for kind in (texts, cprs, days, texts)]
        records.append(Citizen(each, draw(texts), unit, *optional, alerts=draw(several(texts))))
    guidance = [each for key in draw(ids) for each in draw(_guidance(key, citizens))]
    lines = [draw(_line(key, citizens, guidance)) for key in draw(ids)]
    notes = [draw(_note(key, citizens, staff)) for key in draw(ids)]
    done = st.tuples(st.sampled_from([each.id for each in lines]), days)
    completions = [draw(_completion(key, staff)) for key in draw(st.lists(done, max_size=3, unique=True))]
    records += [*guidance, *lines, *notes, *completions]
    return draw(st.permutations(records))
