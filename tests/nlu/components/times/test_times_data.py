"""The case files: how many windows come out exactly right."""

import json
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from nlu.components.times import resolve_window

ROOT = Path(__file__).parents[4]
DATA = ROOT / "tests" / "data" / "times"
SAMPLE = ROOT.parent / "shared" / "samples" / "times-sample.jsonl"
TAGS = {
    "clock", "part", "day", "relative", "interval", "date", "shift", "tense", "dst", "no-time", "misspelt",
    "ascii", "spoken", "name-trap",
}  # fmt: skip


def cases(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def window(case: dict[str, Any]) -> tuple[str | None, str | None]:
    found = resolve_window(case["text"], at=datetime.fromisoformat(case["at"]))
    return (found.start.isoformat(), found.end.isoformat()) if found else (None, None)


def wrong(path: Path) -> list[str]:
    return [
        f"{case['id']} {case['text']!r}: {window(case)}, expected {(case['start'], case['end'])}"
        for case in cases(path)
        if window(case) != (case["start"], case["end"])
    ]


FILES = ("dev", "heldout", "general", "heldout_general")


@pytest.mark.parametrize("name", FILES)
def test_at_least_97_percent_of_the_windows_are_exactly_right(name: str) -> None:
    missed = wrong(DATA / f"{name}.jsonl")
    assert len(missed) <= 0.03 * len(cases(DATA / f"{name}.jsonl")), "\n".join(missed)


@pytest.mark.parametrize("case", cases(DATA / "dev.jsonl"), ids=lambda case: case["id"])
def test_a_window_once_right_stays_right(case: dict[str, Any]) -> None:
    assert window(case) == (case["start"], case["end"]), case["text"]


def test_every_sample_of_the_contract_is_right() -> None:
    if not SAMPLE.exists():
        pytest.skip(f"the worked examples are outside the repository and not here: {SAMPLE}")
    assert wrong(SAMPLE) == []


def test_every_kind_of_case_is_in_the_files_and_no_case_twice() -> None:
    everything = [case for name in FILES for case in cases(DATA / f"{name}.jsonl")]
    tags = Counter(tag for case in everything for tag in case["tags"])
    assert set(tags) == TAGS
    assert len({case["id"] for case in everything}) == len(everything) >= 900
