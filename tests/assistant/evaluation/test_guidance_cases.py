"""Questions to the guidance, searched in a world of their own."""

import json
from pathlib import Path

from assistant.evaluation.guidance_cases import read_cases, search_cases
from assistant.evaluation.guidance_report import guidance_report

RECORDS = [
    {"type": "care_unit", "id": "u", "name": "Huset"},
    {"type": "citizen", "id": "b", "name": "Else Vind", "care_unit": "u"},
    {
        "type": "guidance",
        "id": "h-1",
        "kind": "handleanvisning",
        "citizen": "b",
        "title": "Støttestrømper",
        "text": "1. Rul strømpen op over hælen.",
    },
    {
        "type": "guidance",
        "id": "h-2",
        "kind": "handleanvisning",
        "citizen": "b",
        "title": "Barbering",
        "text": "1. Brug elshaver.",
        "valid_to": "2026-11-20",
    },
]
CASES = [
    {"id": "1", "text": "hvordan får jeg strømperne på", "kind": "answerable", "guidance": ["h-1"]},
    {"id": "2", "text": "hvordan barberer jeg ham", "kind": "answerable", "guidance": ["h-2"]},
    {"id": "3", "text": "hvem vandt fodboldkampen", "kind": "foreign", "answer": "a field of its own"},
]


def write(path: Path, rows: list[dict[str, object]]) -> Path:
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
    return path


def test_a_world_may_lie_beside_its_questions(tmp_path: Path) -> None:
    write(tmp_path / "town_world.ndjson", RECORDS)
    rows = [{"world": "town", "citizen": "b", "tags": ["short"], **case} for case in CASES]
    cases = read_cases(write(tmp_path / "town_questions.jsonl", rows))
    judged = [each.judged() for each in search_cases(cases, (tmp_path / "none", tmp_path), by_meaning=False)]
    report = guidance_report(judged)
    assert judged[0].rank == 1
    assert judged[0].judgement.answered
    assert not judged[2].judgement.answered
    assert report["out_of_reach"] == ["2"]
