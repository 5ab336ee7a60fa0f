"""The contract of `Plans.in_window`: it may leave out only lines that have no help in the window."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import product

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.domain.doegnrytmeplan import PlannedHelp
from assistant.domain.wall_clock import COPENHAGEN
from assistant.domain.window import Window
from assistant.services.ports import OpenWork
from assistant.services.recurrence import occurrences

CLOCKS = [time(0), time(2, 15), time(2, 45), time(7), time(14), time(23, 30)]
GRID = [
    PlannedHelp(f"g-{number:02}", "b-2", "Hjælp", start, end)
    for number, (start, end) in enumerate(product(CLOCKS, CLOCKS))
]
COURSE = PlannedHelp(
    "g-c", "b-2", "Kur", time(8), time(9), valid_from=date(2026, 3, 27), valid_to=date(2026, 3, 29)
)
instants = st.one_of(
    # around both changes of the clocks, and anywhere else
    st.datetimes(datetime(2026, 3, 27), datetime(2026, 3, 31)),
    st.datetimes(datetime(2026, 10, 23), datetime(2026, 10, 27)),
    st.datetimes(datetime(2026, 6, 1), datetime(2026, 6, 3)),
).map(lambda each: each.replace(second=0, microsecond=0, tzinfo=UTC))


def ids(lines: list[PlannedHelp]) -> list[str]:
    return [each.id for each in lines]


# The home stays as it is from one window to the next.
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(start=instants, minutes=st.integers(1, 3 * 24 * 60))
def test_no_line_with_help_in_the_window_is_left_out(
    furnished: OpenWork, start: datetime, minutes: int
) -> None:
    window = Window(start, start + timedelta(minutes=minutes))
    with furnished() as work:
        work.plans.put([*GRID, COURSE])
        found = work.plans.in_window(["b-2"], window)
        lines = work.plans.of_citizens(["b-2"])
    assert occurrences(found, window) == occurrences(lines, window)
    assert found == [each for each in lines if each in found]


def test_lines_at_other_times_of_the_day_are_left_out(furnished: OpenWork) -> None:
    five = datetime(2026, 6, 2, 17, tzinfo=COPENHAGEN)
    day = PlannedHelp("d-3", "b-2", "Eftermiddag", time(17, 30), time(18))
    with furnished() as work:
        work.plans.put([day])
        assert ids(work.plans.in_window(["b-1", "b-2"], Window(five, five + timedelta(hours=1)))) == ["d-3"]
        midnight = Window(five + timedelta(hours=6), five + timedelta(hours=8))
        assert ids(work.plans.in_window(["b-1", "b-2"], midnight)) == ["d-2"]
        assert work.plans.in_window([], midnight) == []
        assert work.plans.in_window(["b-1"], midnight) == []


def test_the_line_of_the_night_before_is_there_in_the_morning(furnished: OpenWork) -> None:
    last = PlannedHelp("d-3", "b-2", "Nat", time(23), time(1), valid_to=date(2026, 6, 1))
    night = datetime(2026, 6, 2, 0, 30, tzinfo=COPENHAGEN)
    with furnished() as work:
        work.plans.put([last])
        assert ids(work.plans.in_window(["b-2"], Window(night, night + timedelta(hours=1)))) == ["d-3"]


def test_a_whole_day_has_lines_of_all_times(furnished: OpenWork) -> None:
    morning = datetime(2026, 6, 2, 7, tzinfo=COPENHAGEN)
    with furnished() as work:
        found = work.plans.in_window(["b-1", "b-2"], Window(morning, morning + timedelta(days=1)))
        assert ids(found) == ["d-1", "d-2"]
