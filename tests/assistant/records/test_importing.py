"""An import is all or nothing, and what records say of each other must hold."""

import pytest

from assistant.services.record_types import RecordType
from assistant.services.records import Count, ImportRefused
from tests.assistant.records.conftest import (
    CITIZEN,
    COMPLETION,
    GUIDANCE,
    INSTRUKS,
    LINE,
    NOTE,
    STAFF,
    UNIT,
    as_file,
    import_file,
    problems,
)
from tests.fakes import InMemory

GUIDED = {**LINE, "guidance": ["h-1", "i-1"]}
ALL = as_file(COMPLETION, NOTE, GUIDED, INSTRUKS, GUIDANCE, CITIZEN, STAFF, UNIT)
OTHER = {**CITIZEN, "id": "b-2"}


def test_records_may_come_in_any_order(home: InMemory) -> None:
    summary = import_file(home, ALL)
    assert list(summary.counts) == list(RecordType)
    assert summary.counts[RecordType.GUIDANCE] == Count(new=2)


def test_the_same_file_again_changes_nothing(home: InMemory) -> None:
    import_file(home, ALL)
    summary = import_file(home, ALL)
    assert {(count.new, count.changed) for count in summary.counts.values()} == {(0, 0)}
    assert summary.counts[RecordType.GUIDANCE] == Count(unchanged=2)


def test_a_record_with_a_known_key_takes_its_place(furnished: InMemory) -> None:
    renamed, new = {**CITIZEN, "name": "Jens Hansen"}, {**CITIZEN, "id": "b-3"}
    summary = import_file(furnished, as_file(renamed, OTHER, new))
    assert summary.counts == {RecordType.CITIZEN: Count(new=1, changed=1, unchanged=1)}
    with furnished.open_work() as work:
        assert work.citizens.find(["b-1"])["b-1"].name == "Jens Hansen"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ({**CITIZEN, "care_unit": "u-9"}, 'field "care_unit": found "u-9", expected the id of a care_unit'),
        ({**STAFF, "care_units": ["u-1", "u-9"]}, 'field "care_units[1]": found "u-9"'),
        ({**GUIDANCE, "id": "h-9", "citizen": "b-9"}, 'field "citizen": found "b-9", expected the id of'),
        ({**LINE, "id": "d-9", "citizen": "b-9"}, 'field "citizen": found "b-9"'),
        ({**LINE, "guidance": ["h-9"]}, 'field "guidance[0]": found "h-9", expected the id of a guidance'),
        ({**NOTE, "citizen": "b-9"}, 'field "citizen": found "b-9"'),
        ({**NOTE, "author": "ingen"}, 'field "author": found "ingen", expected the id of a staff'),
        ({**COMPLETION, "planned_help": "d-9"}, 'field "planned_help": found "d-9"'),
        ({**COMPLETION, "by": "ingen"}, 'field "by": found "ingen"'),
    ],
)
def test_a_reference_must_lead_somewhere(furnished: InMemory, line: dict[str, object], said: str) -> None:
    (found,) = problems(furnished, line)
    assert found.startswith("line 1, ")
    assert said in found


def test_lines_that_refer_to_a_wrong_line_are_not_wrong_themselves(home: InMemory) -> None:
    lines = [UNIT, {**CITIZEN, "birth_date": "x"}, {**GUIDANCE, "status": "x"}, {**LINE, "guidance": ["h-1"]}]
    places = [each.split(":")[0] for each in problems(home, *lines)]
    assert places == ['line 2, field "birth_date"', 'line 3, field "status"']
    wrong_within = [UNIT, {**CITIZEN}, {**LINE, "end": "08:00"}, STAFF, COMPLETION]
    assert [each.split(":")[0] for each in problems(home, *wrong_within)] == ['line 3, field "end"']


def test_a_plan_line_may_not_have_the_guidance_of_another_citizen(furnished: InMemory) -> None:
    (found,) = problems(furnished, {**LINE, "id": "d-2", "citizen": "b-2", "guidance": ["i-1", "h-1"]})
    assert 'field "guidance[1]": found "h-1", a handleanvisning of another citizen' in found


def test_guidance_stays_with_its_citizen_in_all_revisions(furnished: InMemory) -> None:
    (found,) = problems(furnished, {**GUIDANCE, "revision": 2, "citizen": "b-2"})
    assert 'field "citizen": found a handleanvisning of "b-2", expected a handleanvisning of "b-1"' in found
    assert problems(furnished, {**GUIDANCE, "revision": 2, "kind": "instruks", "citizen": None})


def test_two_revisions_in_one_file_must_agree_on_the_citizen(home: InMemory) -> None:
    lines = [UNIT, CITIZEN, OTHER, GUIDANCE, {**GUIDANCE, "revision": 2, "citizen": "b-2"}]
    assert [each.split(":")[0] for each in problems(home, *lines)] == ['line 5, field "citizen"']


def test_a_plan_line_stays_with_its_citizen(furnished: InMemory) -> None:
    (found,) = problems(furnished, {**LINE, "citizen": "b-2"})
    assert 'found "b-2", expected "b-1" as stored' in found


@pytest.mark.parametrize("change", [{"text": "1. Noget andet."}, {"title": "Andet"}])
def test_a_published_revision_never_changes(furnished: InMemory, change: dict[str, str]) -> None:
    (found,) = problems(furnished, {**GUIDANCE, **change})
    assert "expected the same; give a new revision (2 or higher)" in found
    assert problems(furnished, {**GUIDANCE, **change, "revision": 2}) == []
    with furnished.open_work() as work:
        assert [each.revision for each in work.guidance.of_citizen("b-1")] == [1, 2]


def test_a_published_revision_may_be_retired_and_end(furnished: InMemory) -> None:
    assert problems(furnished, {**GUIDANCE, "status": "retired", "valid_to": "2026-12-31"}) == []
    assert problems(furnished, {**GUIDANCE, "status": "retired", "text": "2. Ny"}) != []


def test_a_draft_may_still_change(furnished: InMemory) -> None:
    draft = {**GUIDANCE, "revision": 2, "status": "draft"}
    assert problems(furnished, draft) == []
    assert problems(furnished, {**draft, "text": "2. Ny"}) == []


def test_one_key_twice_with_other_content_is_refused(home: InMemory) -> None:
    (found,) = problems(home, UNIT, CITIZEN, {**CITIZEN, "name": "Jens"})
    assert found == 'line 3, field "id": found "b-1" again with other content, expected it once (line 2)'


def test_one_completion_twice_with_other_content_is_refused(furnished: InMemory) -> None:
    (found,) = problems(furnished, COMPLETION, {**COMPLETION, "reason": "Sov"})
    assert found.startswith('line 2, field "planned_help": found "d-1" again')


def test_one_line_twice_counts_once(home: InMemory) -> None:
    assert import_file(home, as_file(UNIT, UNIT)).counts == {RecordType.CARE_UNIT: Count(new=1)}


def test_a_refusal_lists_two_hundred_problems_and_counts_the_rest(home: InMemory) -> None:
    with pytest.raises(ImportRefused) as refused:
        import_file(home, as_file(*[b"{"] * 250))
    assert len(refused.value.problems) == 250
    assert str(refused.value).count("\n") == 200
    assert str(refused.value).endswith("… and 50 more")


def test_an_import_that_changes_nothing_commits_nothing(furnished: InMemory) -> None:
    _, before = furnished.snapshot()
    import_file(furnished, as_file(UNIT, CITIZEN))
    assert furnished.snapshot()[1] == before
