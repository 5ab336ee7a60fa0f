"""What windows the words mean: tense, shifts of the unit, both clock changes, the caller's choices."""

from datetime import datetime, time

import pytest

from nlu.components.times import DEFAULT_SHIFTS, ShiftHours, find_times, resolve_window

OWN_HOURS = ShiftHours(
    day=(time(6, 30), time(14, 30)), evening=(time(14, 30), time(0, 30)), night=(time(0, 30), time(6, 30))
)


def moment(short: str) -> datetime:
    """Write "01-19T10:00+01" for 2027-01-19 at ten."""
    return datetime.fromisoformat(f"2027-{short}:00")


def window(text: str, at: str, shifts: ShiftHours = DEFAULT_SHIFTS) -> tuple[str, str]:
    found = resolve_window(text, at=moment(at), shifts=shifts)
    assert found is not None, text
    return short(found.start), short(found.end)


def short(at: datetime) -> str:
    return at.isoformat(timespec="minutes").removeprefix("2027-").removesuffix(":00")


def test_a_past_verb_makes_the_night_the_last_one() -> None:
    at = "01-19T11:00+01"
    assert window("Var Signe oppe i nat?", at)[0] == "01-18T23:00+01"
    assert window("Er Signe oppe i nat?", at)[0] == "01-19T23:00+01"


def test_each_clause_has_its_own_tense() -> None:
    found = find_times(
        "Hvad fik Jens kl. 8, og hvad skal han have kl. 8?",
        at=moment("01-19T11:00+01"),
    )
    assert [short(m.start) for m in found] == ["01-19T08:00+01", "01-19T20:00+01"]


@pytest.mark.parametrize(
    ("text", "at", "start", "end"),
    [
        ("aftenvagten", "01-19T10:00+01", "01-19T14:30+01", "01-20T00:30+01"),
        ("resten af vagten", "01-20T00:10+01", "01-20T00:10+01", "01-20T00:30+01"),
        ("inden jeg går hjem", "01-19T10:00+01", "01-19T10:00+01", "01-19T14:30+01"),
        ("i nat", "01-19T10:00+01", "01-19T23:00+01", "01-20T07:00+01"),
    ],
)  # fmt: skip
def test_shift_words_follow_the_unit_and_parts_of_day_do_not(
    text: str, at: str, start: str, end: str
) -> None:
    assert window(text, at, OWN_HOURS) == (start, end)


@pytest.mark.parametrize(
    ("at", "hour"), [("2027-01-19T10:00:00+01:00", "14:30"), ("2027-01-19T23:30:00+01:00", "02:30")]
)
def test_an_early_hour_of_another_day_is_the_afternoons_unless_the_night_shift_asks(
    at: str, hour: str
) -> None:
    found = resolve_window("på torsdag klokken halv tre", at=datetime.fromisoformat(at))
    assert found is not None
    assert f"{found.start:%H:%M}" == hour


def test_a_handover_of_the_night_shift_is_about_the_last_one() -> None:
    at = "01-19T10:00+01"
    assert window("nattevagten", at)[0] == "01-19T23:00+01"
    assert window("overlevering fra nattevagten", at)[0] == "01-18T23:00+01"


@pytest.mark.parametrize(
    ("text", "at", "start", "end"),
    [
        # 2027-03-28 has no 02:00-03:00, and 2027-10-31 has it twice
        ("kl. 2.30", "03-27T22:00+01", "03-28T03:30+02", "03-28T04:30+02"),
        ("kl. 2.30", "10-30T22:00+02", "10-31T02:30+02", "10-31T02:30+01"),
        ("i nat", "03-27T22:00+01", "03-27T23:00+01", "03-28T07:00+02"),
        ("i nat", "10-30T22:00+02", "10-30T23:00+02", "10-31T07:00+01"),
        ("nattevagten", "10-30T22:00+02", "10-30T23:00+02", "10-31T07:00+01"),
        ("om to timer", "03-28T01:30+01", "03-28T04:30+02", "03-28T05:30+02"),
        ("om en time", "10-31T02:30+02", "10-31T02:30+01", "10-31T03:30+01"),
        ("nu", "10-31T02:30+01", "10-31T02:30+01", "10-31T03:30+01"),
        ("det sidste døgn", "03-28T12:00+02", "03-27T11:00+01", "03-28T12:00+02"),
        ("i dag", "03-28T12:00+02", "03-28T00:00+01", "03-29T00:00+02"),
        ("om tre dage", "10-29T12:00+02", "11-01T00:00+01", "11-02T00:00+01"),
        ("mellem 1 og 4 i nat", "03-27T22:00+01", "03-28T01:00+01", "03-28T04:00+02"),
    ],
)  # fmt: skip
def test_clock_times_are_wall_clock_and_hours_really_pass(text: str, at: str, start: str, end: str) -> None:
    assert window(text, at) == (start, end)


def test_a_moment_of_another_zone_is_read_as_copenhagens() -> None:
    assert window("kl. 14", "01-19T09:00+00")[0] == "01-19T14:00+01"


def test_a_moment_without_a_zone_is_what_a_copenhagen_clock_shows() -> None:
    found = resolve_window("kl. 14", at=datetime(2027, 7, 19, 9))
    assert found is not None
    assert short(found.start) == "07-19T14:00+02"


@pytest.mark.parametrize(
    "text", ["", "hvad skal Jens have", "31. februar", "den 32. maj", "kl. 25", "uge 3 i maj"]
)
def test_no_time_is_no_window_and_never_now(text: str) -> None:
    assert resolve_window(text, at=moment("01-19T10:00+01")) is None


def test_times_that_touch_make_one_window_and_others_leave_the_first() -> None:
    at = "01-19T10:00+01"
    assert window("i aften og i nat", at) == ("01-19T17:00+01", "01-20T07:00+01")
    assert window("kl. 14 og kl. 18", at) == ("01-19T14:00+01", "01-19T15:00+01")


@pytest.mark.parametrize(
    ("year", "feasts"),
    [
        (2026, ["04-05", "05-14", "05-24"]),
        (2027, ["03-28", "05-06", "05-16"]),
        (2028, ["04-16", "05-25", "06-04"]),
    ],
)
def test_movable_feasts_follow_easter(year: int, feasts: list[str]) -> None:
    words = ("påskedag", "Kristi himmelfartsdag", "pinsedag")
    found = [resolve_window(word, at=datetime(year, 1, 10)) for word in words]
    assert [f"{each.start:%m-%d}" for each in found if each] == feasts
