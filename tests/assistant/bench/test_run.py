"""The bench as a whole, on real processes: it reports everything, and leaves nothing behind."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.bench.failures import BenchFailed
from assistant.bench.run import MEASUREMENTS, run
from assistant.settings import Settings
from tests.assistant.processes.living import wait_until

CHECKOUT = Path(__file__).resolve().parents[3]


def figures(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        if "value" in part and "unit" in part:
            yield part
        else:
            for each in part.values():
                yield from figures(each)


def living_in(folder: Path) -> list[Path]:
    """The processes that keep their temporary files in this folder: the bench, and all that it started."""
    wanted = f"TMPDIR={folder}".encode()
    found = []
    for each in Path("/proc").glob("[0-9]*"):
        try:
            if wanted in (each / "environ").read_bytes().split(b"\0"):
                found.append(each)
        except OSError:
            continue  # it has ended, or it is not ours
    return found


def test_without_rasa_installed_a_sentence_says_what_to_do(tmp_path: Path) -> None:
    settings = Settings.read({"RYTME_HOME": str(tmp_path)})

    with pytest.raises(BenchFailed, match=r"start by \./rytme bench"):
        run(settings, only="ask", quick=True)


@pytest.mark.processes
def test_every_figure_of_the_report_stands_beside_a_peer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RYTME_NLU", "off")
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)

    report = run(Settings.read(), only=None, quick=True, citizens=80)

    assert list(report)[-1] == "misses"
    assert set(MEASUREMENTS) <= set(report)
    assert len(list(figures(report))) > 30
    assert all(each["peer"]["name"] for each in figures(report))
    assert report["import"]["plan_lines"] == 800
    assert json.loads(json.dumps(report)) == report
    assert list(tmp_path.iterdir()) == []


@pytest.mark.processes
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopped_half_way_it_leaves_no_process_and_no_folder(tmp_path: Path, number: signal.Signals) -> None:
    bench = subprocess.Popen(
        [sys.executable, "-m", "assistant.cli", "bench", "--only", "throughput"],
        env={**os.environ, "RYTME_NLU": "off", "TMPDIR": str(tmp_path)},
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert bench.stderr is not None
        asks = any("asking for" in line for line in iter(bench.stderr.readline, ""))
        assert asks, "the bench ended before it asked anything"
    finally:
        bench.send_signal(number)
    output, _ = bench.communicate(timeout=60)

    assert bench.returncode == 130
    assert output == ""
    wait_until(lambda: not living_in(tmp_path), what="every process of the bench has ended")
    assert list(tmp_path.iterdir()) == []
