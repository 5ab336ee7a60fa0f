"""Which revision may be quoted."""

from dataclasses import replace
from datetime import date

import pytest

from knowledge.guidance import Guidance, Kind, Status, in_force

FIRST = Guidance("h-1", Kind.HANDLEANVISNING, "b-1", "Ortose", "1. Hul 5.", valid_from=date(2026, 9, 1))
SECOND = replace(FIRST, revision=2, text="1. Hul 3.", valid_from=date(2027, 1, 12))
DAY = date(2027, 1, 19)


def test_the_highest_published_revision_is_in_force() -> None:
    assert in_force([SECOND, FIRST], DAY) == SECOND


def test_before_the_newer_one_begins_the_older_is_in_force() -> None:
    assert in_force([FIRST, SECOND], date(2027, 1, 11)) == FIRST


@pytest.mark.parametrize("status", [Status.DRAFT, Status.REVIEW])
def test_an_undecided_revision_above_leaves_the_older_in_force(status: Status) -> None:
    assert in_force([FIRST, replace(SECOND, status=status)], DAY) == FIRST


def test_a_retired_top_revision_ends_the_guidance() -> None:
    assert in_force([FIRST, replace(SECOND, status=Status.RETIRED)], DAY) is None


def test_a_draft_above_a_retired_revision_revives_nothing() -> None:
    retired = replace(SECOND, status=Status.RETIRED)
    assert in_force([FIRST, retired, replace(SECOND, revision=3, status=Status.DRAFT)], DAY) is None


def test_validity_includes_its_last_day() -> None:
    expiring = replace(FIRST, valid_to=DAY)
    assert in_force([expiring], DAY) == expiring
    assert in_force([expiring], date(2027, 1, 20)) is None


def test_guidance_without_revisions_has_none_in_force() -> None:
    assert in_force([], DAY) is None


def test_a_handleanvisning_must_be_for_a_citizen_and_an_instruks_for_none() -> None:
    with pytest.raises(ValueError, match="handleanvisning is for one citizen"):
        Guidance("h-1", Kind.HANDLEANVISNING, None, "Ortose", "1. Hul 5.")
    with pytest.raises(ValueError, match="instruks for none"):
        Guidance("i-1", Kind.INSTRUKS, "b-1", "Fald", "1. Ring.")
