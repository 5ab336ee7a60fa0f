"""Which recurrence rules a plan line may have."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.services.recurrence_rules import check_rule

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY",
        "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
        "FREQ=WEEKLY;BYDAY=MO,TH",
        "FREQ=WEEKLY;WKST=SU;BYDAY=SU",
        "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO",
        "FREQ=MONTHLY;BYMONTHDAY=31",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=MONTHLY;BYDAY=1MO",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=YEARLY;BYYEARDAY=366",
        "FREQ=DAILY;UNTIL=20261231",
        "FREQ=DAILY;UNTIL=20261231T225959Z",
    ],
)
def test_a_rule_that_says_its_days_needs_no_start(rule: str) -> None:
    assert check_rule(rule, None) is None
    assert check_rule(rule, MONDAY) is None


@pytest.mark.parametrize(
    ("rule", "needs"),
    [
        ("FREQ=DAILY;INTERVAL=2", "a valid_from from which INTERVAL is counted"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "a valid_from from which INTERVAL is counted"),
        ("FREQ=DAILY;COUNT=3", "a valid_from from which COUNT is counted"),
        ("FREQ=WEEKLY", "either BYDAY, or a valid_from that says the day"),
        ("FREQ=MONTHLY", "either BYDAY or BYMONTHDAY, or a valid_from"),
        ("FREQ=YEARLY;BYMONTH=5", "either BYDAY or BYMONTHDAY or BYYEARDAY, or a valid_from"),
    ],
)
def test_a_rule_that_depends_on_its_start_needs_one(rule: str, needs: str) -> None:
    assert needs in (check_rule(rule, None) or "")
    assert check_rule(rule, MONDAY) is None
    assert check_rule(rule, date(2028, 2, 29)) is None


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("", "such as FREQ=WEEKLY"),
        ("hver dag", "without spaces"),
        ("FREQ=DAILY\nRRULE:FREQ=DAILY", "without spaces"),
        ("RRULE:FREQ=DAILY", "only parts of RFC 5545"),
        ("FREQ=HOURLY", "FREQ one of DAILY, WEEKLY, MONTHLY, YEARLY"),
        ("FREQ=MINUTELY;INTERVAL=5", "FREQ one of"),
        ("BYDAY=MO", "FREQ one of"),
        ("freq=daily", "only parts of RFC 5545 in capitals"),
        ("FREQ=DAILY;FREQ=DAILY", "each part once"),
        ("FREQ=DAILY;", "such as FREQ=WEEKLY"),
        ("FREQ=DAILY;BYHOUR=8", "start and end say the times"),
        ("DTSTART=20260101;FREQ=DAILY", "without DTSTART"),
        ("FREQ=DAILY;EVERY=2", "only parts of RFC 5545"),
        ("FREQ=DAILY;COUNT=3;UNTIL=20261231", "COUNT or UNTIL"),
        ("FREQ=DAILY;INTERVAL=0", "INTERVAL as a whole number from 1"),
        ("FREQ=DAILY;INTERVAL=-1", "INTERVAL as a whole number from 1"),
        ("FREQ=DAILY;INTERVAL=1e3", "INTERVAL as a whole number from 1"),
        ("FREQ=DAILY;INTERVAL=99999999999999999999", "INTERVAL as a whole number from 1"),
        ("FREQ=DAILY;UNTIL=soon", "UNTIL as a day"),
        ("FREQ=DAILY;UNTIL=20261331", "a recurrence rule of RFC 5545"),
        ("FREQ=WEEKLY;BYDAY=XX", "a recurrence rule of RFC 5545"),
        ("FREQ=MONTHLY;BYMONTHDAY=x", "a recurrence rule of RFC 5545"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "happens at least once"),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "happens at least once"),
        ("FREQ=MONTHLY;BYDAY=6MO", "happens at least once"),
    ],
)
def test_another_rule_is_refused_with_what_was_expected(rule: str, expected: str) -> None:
    assert expected in (check_rule(rule, MONDAY) or "")


def test_a_rule_that_never_happens_is_found_out_soon() -> None:
    begun = time.monotonic()
    assert check_rule("FREQ=DAILY;BYMONTH=4;BYMONTHDAY=31;BYDAY=TU", MONDAY)
    assert time.monotonic() - begun < 5


parts = st.sampled_from(
    ["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYSETPOS", "BYWEEKNO", "WKST"]
)
values = st.sampled_from(
    ["DAILY", "WEEKLY", "MONTHLY", "YEARLY", "0", "1", "-1", "400", "MO", "-5SU", ""]
) | st.text(max_size=4)


@settings(deadline=None, max_examples=300)
@given(st.lists(st.tuples(parts, values), max_size=4), st.none() | st.dates())
def test_any_rule_is_taken_or_refused_and_never_fails(
    drawn: list[tuple[str, str]], valid_from: date | None
) -> None:
    rule = ";".join(f"{name}={value}" for name, value in [("FREQ", "MONTHLY"), *drawn])
    assert check_rule(rule, valid_from) is None or check_rule(rule, valid_from)


@settings(deadline=None)
@given(st.text(max_size=30))
def test_any_text_is_taken_or_refused_and_never_fails(rule: str) -> None:
    assert check_rule(rule, MONDAY) is None or check_rule(rule, MONDAY)
