"""The clock on the wall, across both clock changes."""

from datetime import UTC, date, datetime, time

import pytest

from assistant.domain.care_unit import ShiftHours
from assistant.domain.doegnrytmeplan import PlannedHelp
from assistant.domain.wall_clock import local_day, wall_time
from assistant.domain.window import Window

MARCH_CHANGE = date(2027, 3, 28)
OCTOBER_CHANGE = date(2027, 10, 31)


def help_at(start: str, end: str) -> PlannedHelp:
    return PlannedHelp("d-1", "b-1", "Tilsyn", time.fromisoformat(start), time.fromisoformat(end))


def test_the_hour_that_march_leaves_out_is_the_hour_after() -> None:
    assert wall_time(MARCH_CHANGE, time(2, 30)).isoformat() == "2027-03-28T03:30:00+02:00"


def test_the_hour_that_october_repeats_is_the_first_of_the_two() -> None:
    assert wall_time(OCTOBER_CHANGE, time(2, 30)).isoformat() == "2027-10-31T02:30:00+02:00"


def test_help_before_midnight_that_ends_after_it_belongs_to_the_day_it_starts() -> None:
    occurrence = help_at("23:30", "00:15").on(date(2027, 1, 19))
    assert (occurrence.start.isoformat(), occurrence.end.isoformat()) == (
        "2027-01-19T23:30:00+01:00",
        "2027-01-20T00:15:00+01:00",
    )


def test_the_night_of_the_october_change_lasts_nine_hours() -> None:
    night = help_at("23:00", "07:00").on(date(2027, 10, 30))
    assert (night.end.astimezone(UTC) - night.start.astimezone(UTC)).total_seconds() == 9 * 3600


def test_the_local_day_of_an_instant_is_the_danish_one() -> None:
    assert local_day(datetime(2027, 7, 1, 22, 30, tzinfo=UTC)) == date(2027, 7, 2)


def test_a_time_without_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="with an offset"):
        local_day(datetime(2027, 7, 1, 22, 30))


def test_a_window_that_ends_before_it_starts_is_refused() -> None:
    noon = datetime(2027, 7, 1, 12, tzinfo=UTC)
    with pytest.raises(ValueError, match="ends after it starts"):
        Window(noon, noon)


@pytest.mark.parametrize(
    ("at", "start", "end"),
    [
        ("2027-01-19T13:05:00+01:00", "2027-01-19T07:00:00+01:00", "2027-01-19T15:00:00+01:00"),
        ("2027-01-19T22:59:00+01:00", "2027-01-19T15:00:00+01:00", "2027-01-19T23:00:00+01:00"),
        ("2027-01-20T02:15:00+01:00", "2027-01-19T23:00:00+01:00", "2027-01-20T07:00:00+01:00"),
        ("2027-01-20T07:00:00+01:00", "2027-01-20T07:00:00+01:00", "2027-01-20T15:00:00+01:00"),
    ],
)
def test_the_running_shift_is_found_also_after_midnight(at: str, start: str, end: str) -> None:
    running = ShiftHours().running_at(datetime.fromisoformat(at))
    assert running == Window(datetime.fromisoformat(start), datetime.fromisoformat(end))


def test_a_gap_between_the_shifts_of_a_unit_has_no_running_shift() -> None:
    hours = ShiftHours(day=(time(8), time(14)), evening=(time(15), time(22)), night=(time(23), time(7)))
    assert hours.running_at(datetime.fromisoformat("2027-01-19T14:30:00+01:00")) is None
