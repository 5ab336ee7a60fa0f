"""Two set-ups at once: the second waits, and says so."""

import subprocess
import sys
from pathlib import Path

from launcher.setup_lock import setup_lock

CHECKOUT = Path(__file__).resolve().parents[2]

# takes the lock of the folder, says what the lock says and that it has it
TAKES_THE_LOCK = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from launcher.setup_lock import setup_lock
def say(sentence):
    print(sentence, flush=True)
with setup_lock(Path(sys.argv[2]), say):
    say("got it")
"""


def another(folder: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", TAKES_THE_LOCK, str(CHECKOUT), str(folder)], stdout=subprocess.PIPE, text=True
    )


def test_a_free_lock_is_taken_without_a_word(tmp_path: Path) -> None:
    assert another(tmp_path / "made").communicate(timeout=20)[0] == "got it\n"


def test_the_second_says_that_it_waits_and_goes_on_when_the_first_is_done(tmp_path: Path) -> None:
    with setup_lock(tmp_path, say=lambda sentence: None):
        second = another(tmp_path)
        assert second.stdout is not None
        assert "waiting until it is done" in second.stdout.readline()
    assert second.communicate(timeout=20)[0] == "got it\n"
