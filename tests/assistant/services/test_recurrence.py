"""On which days help falls, and which of it is in a window."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from dateutil import rrule
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.doegnrytmeplan import PlannedHelp
from assistant.domain.window import Window
from assistant.services.recurrence import days_of, next_occurrence, occurrences


def line(
    rule: str = "FREQ=DAILY", *, start: str = "08:00", end: str = "08:30", **validity: date
) -> PlannedHelp:
    return PlannedHelp(
        "d-1", "b-1", "Bad", time.fromisoformat(start), time.fromisoformat(end), rule, **validity
    )


def window(start: str, end: str) -> Window:
    return Window(datetime.fromisoformat(start), datetime.fromisoformat(end))


@pytest.mark.parametrize(
    ("rule", "valid_from", "expected"),
    [
        ("FREQ=WEEKLY;BYDAY=TU,FR", None, [19, 22, 26, 29]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", date(2027, 1, 5), [19]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU", date(2027, 1, 6), [18, 24]),
        ("FREQ=DAILY;INTERVAL=3", date(2027, 1, 1), [19, 22, 25, 28, 31]),
        ("FREQ=MONTHLY;BYDAY=-1FR", date(2026, 1, 1), [29]),
        ("FREQ=DAILY;COUNT=3", date(2027, 1, 19), [19, 20, 21]),
        ("FREQ=WEEKLY", date(2026, 12, 31), [21, 28]),
        ("FREQ=DAILY;UNTIL=20270120T225959Z", None, [18, 19, 20]),
    ],
)
def test_a_rule_falls_on_its_days(rule: str, valid_from: date | None, expected: list[int]) -> None:
    found = days_of(line(rule, valid_from=valid_from), date(2027, 1, 18), date(2027, 1, 31))  # type: ignore[arg-type]
    assert [each.day for each in found] == expected


def test_validity_includes_its_first_and_last_day() -> None:
    course = line(valid_from=date(2027, 1, 14), valid_to=date(2027, 1, 16))
    assert [each.day for each in days_of(course, date(2027, 1, 1), date(2027, 1, 31))] == [14, 15, 16]


@given(
    freq=st.sampled_from(["DAILY", "WEEKLY", "MONTHLY"]),
    interval=st.integers(1, 6),
    byday=st.lists(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), unique=True, max_size=4),
    anchor=st.dates(date(2019, 1, 1), date(2027, 12, 31)),
    first=st.dates(date(2019, 1, 1), date(2028, 12, 31)),
    length=st.integers(0, 70),
)
def test_the_days_are_those_of_the_plain_walk_from_the_rules_start(
    freq: str, interval: int, byday: list[str], anchor: date, first: date, length: int
) -> None:
    days = f";BYDAY={','.join(byday)}" if byday and freq == "WEEKLY" else ""
    rule = f"FREQ={freq};INTERVAL={interval}{days}"
    last = first + timedelta(days=length)
    walk = rrule.rrulestr(rule, dtstart=datetime.combine(anchor, time())).between(
        datetime.combine(first, time()), datetime.combine(last, time()), inc=True
    )
    assert list(days_of(line(rule, valid_from=anchor), first, last)) == [each.date() for each in walk]


def test_help_that_runs_past_midnight_is_in_the_window_after_midnight() -> None:
    night = line(start="23:30", end="00:15")
    found = occurrences([night], window("2027-01-20T00:00:00+01:00", "2027-01-20T01:00:00+01:00"))
    assert [each.day for each in found] == [date(2027, 1, 19)]


def test_help_that_ends_when_the_window_starts_is_not_in_it() -> None:
    found = occurrences([line()], window("2027-01-19T08:30:00+01:00", "2027-01-19T09:00:00+01:00"))
    assert found == []


def test_the_night_of_the_march_change_has_its_help_once() -> None:
    help = line(start="02:15", end="02:45")
    night = window("2027-03-27T23:00:00+01:00", "2027-03-28T07:00:00+02:00")
    assert [each.start.isoformat() for each in occurrences([help], night)] == ["2027-03-28T03:15:00+02:00"]


def test_the_night_of_the_october_change_has_its_help_once() -> None:
    help = line(start="02:15", end="02:45")
    night = window("2027-10-30T23:00:00+02:00", "2027-10-31T07:00:00+01:00")
    assert [each.start.isoformat() for each in occurrences([help], night)] == ["2027-10-31T02:15:00+02:00"]


def test_the_next_help_is_looked_for_no_further_than_asked() -> None:
    monthly = line("FREQ=MONTHLY;BYMONTHDAY=1", valid_from=date(2027, 1, 1))
    after = datetime.fromisoformat("2027-01-19T12:00:00+01:00")
    assert next_occurrence([monthly], after, within_days=7) is None
    found = next_occurrence([monthly], after, within_days=14)
    assert found is not None
    assert found.day == date(2027, 2, 1)


CLOCKS = st.times(time(0), time(23, 59)).map(lambda each: each.replace(second=0, microsecond=0))
RULES = st.sampled_from(
    [
        "FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=3",
        "FREQ=DAILY;COUNT=5",
        "FREQ=DAILY;UNTIL=20270329",
        "FREQ=WEEKLY;BYDAY=MO,SA,SU",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO",
        "FREQ=WEEKLY",
        "FREQ=MONTHLY;BYMONTHDAY=28,-1",
        "FREQ=MONTHLY;BYDAY=-1SU",
        "FREQ=YEARLY",
    ]
)
DAYS = st.dates(date(2027, 3, 1), date(2027, 4, 10))
LINES = st.builds(
    PlannedHelp,
    id=st.text("abc", min_size=1, max_size=3),
    citizen=st.just("b-1"),
    title=st.just("Bad"),
    start=CLOCKS,
    end=CLOCKS,
    recurrence=RULES,
    valid_from=DAYS,
    valid_to=st.none() | DAYS,
)


def the_plain_way(lines: list[PlannedHelp], window: Window) -> list[tuple[datetime, datetime, str]]:
    """Each rule walked from its start, each of its days looked at."""
    found = []
    for each in lines:
        assert each.valid_from is not None
        for day in rrule.rrulestr(each.recurrence, dtstart=datetime.combine(each.valid_from, time())):
            if day.date() > (each.valid_to or date.max) or day.date() > window.days[1]:
                break
            help = each.on(day.date())
            if window.overlaps(help.start, help.end):
                found.append((help.start, help.end, each.id))
    return sorted(found)


@given(
    lines=st.lists(LINES, max_size=12),
    start=st.datetimes(datetime(2027, 3, 24), datetime(2027, 4, 1)).map(
        lambda each: each.replace(tzinfo=UTC)
    ),
    length=st.timedeltas(timedelta(minutes=1), timedelta(days=3)),
)
def test_the_help_of_many_lines_is_that_of_the_plain_way(
    lines: list[PlannedHelp], start: datetime, length: timedelta
) -> None:
    asked = Window(start, start + length)
    found = [(each.start, each.end, each.help.id) for each in occurrences(lines, asked)]
    assert found == the_plain_way(lines, asked)
